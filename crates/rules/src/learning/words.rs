//! Which words are counted. What somebody types by mistake or about somebody must never leave the device; a search too many
//! that is not counted costs nothing.

/// Fewer characters are the beginning of something else.
const LEAST_CHARACTERS: usize = 3;
/// More characters are a text that was pasted.
pub const MOST_CHARACTERS: usize = 80;
/// More words are a story, which may name people.
const MOST_WORDS: usize = 8;
/// So many digits may be a telephone number, a date of birth or a number that belongs to one person. Error codes and
/// releases have fewer.
const PRIVATE_DIGITS: usize = 6;
/// From this length a word of many kinds of characters may be a password.
const SECRET_LEAST: usize = 8;
/// A word of letters and digits that is so long was made by a machine.
const TOKEN_LEAST: usize = 16;
/// What people write before a secret.
const BEFORE_SECRETS: [&str; 11] = [
    "password",
    "passwort",
    "kennwort",
    "passphrase",
    "pwd",
    "pin",
    "puk",
    "token",
    "secret",
    "geheimnis",
    "otp",
];

/// The words as they are counted: in lower case, with one blank between; none where they say too little, or may be
/// nobody's business.
pub fn counted(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let bare = lower.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words: Vec<&str> = bare.filter(|word| !word.is_empty()).collect();
    let joined = words.join(" ");
    let fits = (LEAST_CHARACTERS..=MOST_CHARACTERS).contains(&joined.chars().count())
        && words.len() <= MOST_WORDS
        && joined.chars().any(char::is_alphabetic);
    (fits && !is_private(text) && !is_private(&joined)).then_some(joined)
}

fn is_private(text: &str) -> bool {
    let address = text.contains('@') || text.contains("://") || text.contains("\\\\");
    address
        || most_digits(text) >= PRIVATE_DIGITS
        || text.split_whitespace().any(is_secret)
        || tells_secret(text)
}

/// The most digits in a row. What people put between those of a number does not part them.
fn most_digits(text: &str) -> usize {
    let (mut row, mut most) = (0, 0);
    for c in text.chars() {
        if c.is_numeric() {
            row += 1;
            most = most.max(row);
        } else if !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+' | '_') {
            row = 0;
        }
    }
    most
}

/// Whether a word looks like a password, or like something that a machine made.
fn is_secret(word: &str) -> bool {
    let any = |kind: fn(char) -> bool| usize::from(word.chars().any(kind));
    let (lower, upper) = (any(char::is_lowercase), any(char::is_uppercase));
    let digit = any(char::is_numeric);
    // A hyphen or a stroke is in many a word, and what stands around one is its sentence's.
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    let symbol = usize::from(
        inner.chars().any(|c| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '.' | '\'' | '’')),
    );
    let length = word.chars().count();
    (length >= SECRET_LEAST && lower + upper + digit + symbol >= 3) || (length >= TOKEN_LEAST && digit == 1)
}

/// Whether a secret is named and said: "pin: 4711", "password is hunter2".
fn tells_secret(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let names = |word: &str| BEFORE_SECRETS.contains(&word.trim_end_matches([':', '=']));
    let said_at_once = lower.split_whitespace().any(|word| {
        let parts = word.split_once([':', '=']);
        parts.is_some_and(|(name, said)| BEFORE_SECRETS.contains(&name) && !said.is_empty())
    });
    let said_next = words.windows(2).any(|pair| match pair {
        [name, next] if names(name) => {
            name.ends_with([':', '='])
                || matches!(*next, "is" | "ist" | "=" | ":")
                // What follows a word for a secret and has a digit in it is one.
                || next.chars().any(char::is_numeric)
        }
        _ => false,
    });
    said_at_once || said_next
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_counted_alike_however_they_were_typed() {
        for (typed, expected) in [
            ("VPN", "vpn"),
            ("  Drucker   druckt NICHT! ", "drucker druckt nicht"),
            ("“shared mailbox”?", "shared mailbox"),
            ("error 720", "error 720"),
            ("windows 11", "windows 11"),
            ("Wi-Fi", "wi-fi"),
            ("forgot my password", "forgot my password"),
            ("Passwort ändern", "passwort ändern"),
            ("pin vergessen", "pin vergessen"),
            ("Reisekostenabrechnung", "reisekostenabrechnung"),
            ("Bürostuhl/Schreibtisch", "bürostuhl/schreibtisch"),
        ] {
            assert_eq!(counted(typed).as_deref(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn what_may_be_private_is_not_counted() {
        for typed in [
            "",
            "vp",
            "42 17",
            "aylin.kaya@nordlicht.example",
            "mail an aylin@",
            "+49 30 1234567",
            "call 030/12 34 56",
            "(555) 010-9999",
            "born 1987-04-12",
            "4711081512345678",
            "10.20.30.40",
            "Sommer2026",
            "hunter2!X",
            "tr0ub4dor&3",
            "eyJhbGciOiJIUzI1NiJ9",
            "9f86d081884c7d659a2feaa0c55ad015",
            "550e8400-e29b-41d4-a716-446655440000",
            "password: hunter",
            "Passwort=geheim",
            "my password is banana",
            "PIN 4711",
            "https://intranet.example/reset?token=a",
            "\\\\server\\share",
            "the story of how my neighbour in the office lost it",
        ] {
            assert_eq!(counted(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn counting_what_was_counted_changes_nothing(typed in "\\PC{0,40}") {
            if let Some(words) = counted(&typed) {
                prop_assert_eq!(words.to_lowercase(), words.clone());
                // Without capitals it can only look less like a secret.
                prop_assert_eq!(counted(&words), Some(words));
            }
        }

        #[test]
        fn no_address_of_anybody_is_counted(name in "[a-z]{1,8}", host in "[a-z]{1,8}", around in "[a-z ]{0,10}") {
            let address = format!("{}@{}.example", name, host);
            for text in [format!("{} {}", around, address), format!("{} {}", address, around)] {
                prop_assert_eq!(counted(&text), None);
            }
        }

        #[test]
        fn no_long_number_is_counted(digits in "[0-9]{6,18}", gap in "[ ./-]{0,1}", at in 1_usize..5) {
            let (head, tail) = digits.split_at(at);
            let text = format!("call {}{}{}", head, gap, tail);
            prop_assert_eq!(counted(&text), None);
        }
    }
}
