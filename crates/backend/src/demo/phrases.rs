//! What the desk, approvers and requesters write to one another, in two languages.

mod delivery;
mod desk;
mod people;

pub(super) use delivery::delivered;
pub(super) use desk::{
    ASKING, LOOKING, NOTES, PLANNED_CHANGE, PREPARING, ROOT_CAUSE, SOLVED_AGAIN, THIRD_PARTY,
};
pub(super) use people::{AGREED, ANSWERING, CANCELLING, REFUSED, STILL_BROKEN, THANKS};

/// Something that is said in every company, with some ways to say it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrases {
    english: &'static [&'static str],
    german: &'static [&'static str],
}

impl Phrases {
    /// In `language`, English where it is not German.
    pub(super) fn of(&self, language: &str) -> &'static [&'static str] {
        if language.starts_with("de") { self.german } else { self.english }
    }
}

const fn phrases(english: &'static [&'static str], german: &'static [&'static str]) -> Phrases {
    Phrases { english, german }
}

#[cfg(test)]
mod tests {
    use super::{
        delivery::{ACCESS, BADGE, DATA, HARDWARE, MAIL, NETWORK, SOFTWARE},
        *,
    };

    #[test]
    fn everything_can_be_said_in_both_languages_and_in_several_ways() {
        let all = [
            LOOKING,
            PREPARING,
            ASKING,
            ANSWERING,
            THIRD_PARTY,
            PLANNED_CHANGE,
            ROOT_CAUSE,
            NOTES,
            THANKS,
            STILL_BROKEN,
            SOLVED_AGAIN,
            CANCELLING,
            AGREED,
            REFUSED,
            HARDWARE,
            SOFTWARE,
            ACCESS,
            BADGE,
            NETWORK,
            DATA,
            MAIL,
        ];
        for phrases in all {
            let (english, german) = (phrases.of("en"), phrases.of("de-AT"));
            assert!(english.len() >= 2, "{english:?}");
            assert_eq!(english.len(), german.len(), "{english:?}");
            assert_ne!(english, german);
        }
    }
}
