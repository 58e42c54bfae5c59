//! Letters that count as the same: `Ä`, `ä`, `a`; `ß` and `ss`; `Ａ` and `a`.

use alloc::string::String;

/// Lower-case letters and what they are searched as. The common ones first: the table is read from the top.
const FOLDS: &[(&str, &str)] = &[
    ("äàáâãåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "a"),
    ("öòóôõøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "o"),
    ("üùúûũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "u"),
    ("ß", "ss"),
    ("éèêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "e"),
    ("îìíïĩīĭįıǐȉȋḭḯỉị", "i"),
    ("çćĉċčḉ", "c"),
    ("ñńņňŋǹṅṇṉṋ", "n"),
    ("śŝşšșſṡṣṥṧṩẛ", "s"),
    ("źżžẑẓẕ", "z"),
    ("łĺļľḷḹḻḽ", "l"),
    ("ýÿŷȳẏẙỳỵỷỹ", "y"),
    ("ďđðḋḍḏḑḓ", "d"),
    ("ťţŧțṫṭṯṱẗ", "t"),
    ("řŕŗȑȓṙṛṝṟ", "r"),
    ("ĝğġģǧǵḡ", "g"),
    ("ĥħȟḣḥḧḩḫẖ", "h"),
    ("ĵǰ", "j"),
    ("ķĸǩḱḳḵ", "k"),
    ("ḃḅḇ", "b"),
    ("ƒḟ", "f"),
    ("ḿṁṃ", "m"),
    ("ṕṗ", "p"),
    ("ṽṿ", "v"),
    ("ŵẁẃẅẇẉẘ", "w"),
    ("ẋẍ", "x"),
    ("æǣǽ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ĳ", "ij"),
    ("ﬀ", "ff"),
    ("ﬁ", "fi"),
    ("ﬂ", "fl"),
    ("ﬃ", "ffi"),
    ("ﬄ", "ffl"),
    ("ﬅﬆ", "st"),
    ("άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ", "α"),
    ("έἐἑἒἓἔἕὲ", "ε"),
    ("ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ", "η"),
    ("ίΐϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ", "ι"),
    ("όὀὁὂὃὄὅὸ", "ο"),
    ("ῤῥ", "ρ"),
    ("ς", "σ"),
    ("ύΰϋὐὑὒὓὔὕὖὗὺῠῡῢῦῧ", "υ"),
    ("ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ", "ω"),
    ("ӑӓ", "а"),
    ("ёѐӗ", "е"),
    ("йѝӣӥ", "и"),
    ("ї", "і"),
    ("ӧ", "о"),
    ("ўӯӱӳ", "у"),
    ("ґѓ", "г"),
    ("ќ", "к"),
    ("أإآٱ", "ا"),
    ("ى", "ي"),
    ("ة", "ه"),
];

/// Gives `c` to `out` as it is searched: nothing for a mark that sits on the letter before it, two letters for some.
pub(crate) fn fold(c: char, out: &mut dyn FnMut(char)) {
    if c.is_ascii() {
        return out(c.to_ascii_lowercase());
    }
    for c in narrow(c).to_lowercase().filter(|c| !is_mark(*c)) {
        let rows = if may_fold(c) { FOLDS } else { &[] };
        match rows.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, plain)) => plain.chars().for_each(&mut *out),
            None => out(c),
        }
    }
}

/// A text as it is searched: small letters without their marks, `ß` as `ss`.
///
/// ```
/// assert_eq!(guichet_search::folded("Müzeyyen Weiß"), "muzeyyen weiss");
/// ```
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut |c| out.push(c)));
    out
}

/// Gives `c` to `out` in lower case with all its diacritics, as a stemmer wants it.
pub(crate) fn lower(c: char, out: &mut dyn FnMut(char)) {
    if c.is_ascii() {
        return out(c.to_ascii_lowercase());
    }
    narrow(c).to_lowercase().filter(|c| !is_mark(*c)).for_each(out);
}

/// Whether `c` is where the letters of the table are: nobody should wait for it to be read for each character of a
/// Japanese page.
fn may_fold(c: char) -> bool {
    matches!(c, '\u{DF}'..='\u{233}' | '\u{386}'..='\u{6FF}' | '\u{1E00}'..='\u{1FFF}' | '\u{FB00}'..='\u{FB06}')
}

/// Full-width forms are ASCII, so many places further up.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Diacritics that stand alone, the vowels of Hebrew and Arabic, soft hyphens, and what else takes no room.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}'
            | '\u{591}'..='\u{5BD}'
            | '\u{610}'..='\u{61A}'
            | '\u{640}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200D}'
            | '\u{3099}'
            | '\u{309A}'
            | '\u{FE0F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_people_take_for_the_same_are() {
        for (text, expected) in [
            ("GERÄT", "gerat"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("ＶＰＮ１", "vpn1"),
            ("Łódź", "lodz"),
            ("İstanbul", "istanbul"),
            ("Ærø", "aero"),
            ("ΆΣΠΡΟΣ", "ασπροσ"),
            ("Ёлка", "елка"),
            ("Druck\u{AD}auftrag", "druckauftrag"),
            ("東京", "東京"),
            ("Smørrebrød på Åland", "smorrebrod pa aland"),
            ("السَّلَام", "السلام"),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn no_letter_is_in_the_table_twice_or_leads_to_another_that_is() {
        let all: Vec<char> = FOLDS.iter().flat_map(|(letters, _)| letters.chars()).collect();
        for (at, letter) in all.iter().enumerate() {
            assert!(!all[..at].contains(letter), "{letter}");
        }
        for letter in &all {
            assert!(may_fold(*letter), "{letter}");
        }
        for (_, plain) in FOLDS {
            assert!(!plain.chars().any(|c| all.contains(&c)), "{plain}");
        }
    }
}
