//! What people write into the forms of the catalog.
//!
//! `#` stands for a digit other than 0, `{name}` for the name of the person it is for and `{cost}` for their cost centre.
//! What does not depend on the language is written once.

mod access;
mod data;
mod mail;
mod people;
mod software;
mod workplace;

/// A question, `item/question` or the question alone, with answers in English and in German.
pub(super) type Pool = (&'static str, &'static [&'static str], &'static [&'static str]);

/// The pool of a question: its own first, then that of all questions of its name.
pub(super) fn pool(item: &str, question: &str) -> Option<&'static Pool> {
    let own = |(key, _, _): &&Pool| key.split_once('/') == Some((item, question));
    pools().find(own).or_else(|| pools().find(|(key, _, _)| *key == question))
}

/// For questions that nobody thought of.
pub(super) const SHORT: Pool = (
    "",
    &[
        "As agreed with my manager",
        "For the project that starts next month",
        "As discussed with the service desk",
    ],
    &[
        "Wie mit meiner Führungskraft besprochen",
        "Für das Projekt, das nächsten Monat beginnt",
        "Wie mit dem Service Desk besprochen",
    ],
);
/// The same for longer texts.
pub(super) const LONG: Pool = (
    "",
    &[
        "We need this for a project that starts next month. If there are questions, I am at my desk every morning.",
        "A colleague of mine already has it and it saves her an hour a day. I do the same work for the other half of our customers.",
    ],
    &[
        "Wir brauchen das für ein Projekt, das nächsten Monat beginnt. Bei Fragen bin ich jeden Vormittag an meinem Platz.",
        "Eine Kollegin hat es schon und spart damit eine Stunde am Tag. Ich mache dieselbe Arbeit für die andere Hälfte unserer Kunden.",
    ],
);
/// Addresses of machines that nobody has; see RFC 5737.
pub(super) const ADDRESS: Pool = ("", &["192.0.2.1#", "198.51.100.2#"], NONE);

const COST: &[&str] = &["{cost}"];
const DESK: &[&str] = &["#.##8", "#.1##", "#.2##", "#.3#4"];
const PHONE: &[&str] = &["+49 30 5550 1###", "+1 212 555 01##", "+81 3 5550 2###", "+49 171 5550 ###"];
const ROOM: &[&str] = &["#.##1", "Lab #.1#", "B #.#2", "#.##4"];
const NONE: &[&str] = &[];

/// What several forms ask.
const COMMON: &[Pool] = &[
    ("cost-centre", COST, NONE),
    ("cost_centre", COST, NONE),
    ("desk", DESK, NONE),
    ("call-back", PHONE, NONE),
    ("existing-number", PHONE, NONE),
    ("number", PHONE, NONE),
    ("room", ROOM, NONE),
    ("from_room", ROOM, NONE),
    ("to_room", ROOM, NONE),
];

/// Every pool. No two have the same name.
fn pools() -> impl Iterator<Item = &'static Pool> {
    [COMMON, access::POOLS, data::POOLS, mail::POOLS, people::POOLS, software::POOLS, workplace::POOLS]
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_one_pool() {
        let mut seen = std::collections::BTreeSet::new();
        for (key, english, german) in pools() {
            assert!(seen.insert(key), "{key} is there twice");
            assert!(!english.is_empty() && (german.is_empty() || german.len() == english.len()), "{key}");
        }
    }

    #[test]
    fn a_question_finds_its_own_answers_first() {
        let name = |item: &str, question: &str| pool(item, question).map(|(key, _, _)| *key);
        assert_eq!(name("network-socket", "instrument"), Some("network-socket/instrument"));
        assert_eq!(name("shared-mailbox", "address"), Some("shared-mailbox/address"));
        assert_eq!(name("laptop", "cost-centre"), Some("cost-centre"));
        assert_eq!(name("laptop", "colour of the sky"), None);
    }
}
