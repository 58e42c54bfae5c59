//! Regular expressions for texts of a known form, in the dialect of JSON Schema (ECMA-262 with the flag `u`). Each says what
//! the functions that read answers do, and a test holds the two against one another.

/// White space as Rust trims it (the property `White_Space` of Unicode), as the inside of a class. `\s` would not do: it is
/// not the same in ECMA-262 and elsewhere.
const BLANK: &str = "\\t-\\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// A day of the Gregorian calendar, the 29th of February in leap years only.
pub(super) const DATE: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|\
    (?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|\
    (?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// A time of the day.
pub(super) const TIME: &str = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

/// 4 to 15 digits with what people put between them.
pub(super) const PHONE: &str = "\\+?(?:[ ()./\\-]*[0-9]){4,15}[ ()./\\-]*";

/// An IPv4 address.
pub(super) const IPV4: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}";

/// How many bits of an IPv4 address name the network.
pub(super) const IPV4_LENGTH: &str = "/(?:[0-9]|[12][0-9]|3[0-2])";

/// What every IPv6 address is made of; not everything that is made of it is one.
pub(super) const IPV6_LIKE: &str = "[0-9A-Fa-f:.]+";

/// How many bits of an IPv6 address name the network.
pub(super) const IPV6_LENGTH: &str = "/(?:[1-9]?[0-9]|1[01][0-9]|12[0-8])";

/// `pattern`, matching a text as a whole.
pub(super) fn whole_match(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}

/// A text that neither begins nor ends with a blank, and is not empty.
pub(super) fn trimmed() -> String {
    format!("^[^{BLANK}](?:[\\s\\S]*[^{BLANK}])?$")
}

/// An address for mail.
pub(super) fn email() -> String {
    format!("[^@{BLANK}]+@[^@.{BLANK}]+(?:\\.[^@.{BLANK}]+)+")
}

/// A web address.
pub(super) fn url() -> String {
    format!("[Hh][Tt][Tt][Pp][Ss]?://[^/?#{BLANK}][^{BLANK}]*")
}

#[cfg(test)]
mod tests {
    use super::super::super::{
        IpVersion,
        answer::date,
        format::{is_email, is_ip, is_phone, is_url},
        moment::TimeOfDay,
    };
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    fn regex(pattern: &str) -> Regex {
        Regex::new(&whole_match(pattern)).unwrap()
    }

    proptest! {
        #[test]
        fn what_is_read_and_what_is_matched_is_the_same(
            text in "[0-9a-fA-F@.:/ ()+?#-]{0,20}|[0-9]{3,5}(\\.[0-9]{1,3}){2,3}(/[0-9]{1,3})?",
            day in "[0-9]{4}-[0-3][0-9]-[0-3][0-9]",
            time in "[0-2][0-9]:[0-6][0-9]",
            web in "(https?|HTTP|ftp)://?[a-z/?#. \u{a0}]{0,6}",
            mail in "[a-z ]{0,2}@?[a-z.@]{0,6}",
        ) {
            for text in [&text, &web, &mail, &day, &time] {
                prop_assert_eq!(regex(&email()).is_match(text), is_email(text), "{}", text);
                prop_assert_eq!(regex(&url()).is_match(text), is_url(text), "{}", text);
                prop_assert_eq!(regex(PHONE).is_match(text), is_phone(text), "{}", text);
                prop_assert_eq!(regex(DATE).is_match(text), date(text).is_some(), "{}", text);
                prop_assert_eq!(regex(TIME).is_match(text), text.parse::<TimeOfDay>().is_ok(), "{}", text);
                let v4 = format!("{IPV4}(?:{IPV4_LENGTH})?");
                prop_assert_eq!(regex(&v4).is_match(text), is_ip(text, Some(IpVersion::V4), true), "{}", text);
                let v6 = format!("{IPV6_LIKE}(?:{IPV6_LENGTH})?");
                prop_assert!(!is_ip(text, Some(IpVersion::V6), true) || regex(&v6).is_match(text), "{}", text);
            }
        }

        #[test]
        fn blanks_are_those_that_are_trimmed(text in any::<String>(), inner in "[a \u{85}\u{a0}\u{2003}\u{feff}\u{3000}\t\n]{0,4}") {
            let trimmed = Regex::new(&trimmed()).unwrap();
            for text in [&text, &inner] {
                prop_assert_eq!(trimmed.is_match(text), !text.is_empty() && text.trim() == text, "{:?}", text);
            }
        }
    }

    #[test]
    fn the_29th_of_february_is_there_in_leap_years() {
        let days = regex(DATE);
        for year in 0..=9999 {
            let day = format!("{year:04}-02-29");
            assert_eq!(days.is_match(&day), date(&day).is_some(), "{day}");
        }
    }
}
