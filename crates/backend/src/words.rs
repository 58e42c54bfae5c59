//! The few words that the backend says itself, in English and German. Everything else that people read comes from the
//! content, or from the portal, which has words of its own for every code.
//!
//! To add a sentence, add a variant and write it in both languages; to add a language, add a [`Tongue`] and the compiler
//! points at every sentence. A company whose language is not among them is answered in English.

#![allow(clippy::useless_format, reason = "a sentence without a place is a sentence too")]

/// A sentence in each language, of which one is made.
macro_rules! say {
    ($tongue:expr, $english:literal, $german:literal) => {
        match $tongue {
            Tongue::English => format!($english),
            Tongue::German => format!($german),
        }
    };
}

mod amounts;
mod answers;
mod approvals;
mod refusals;
mod sentences;
mod tickets;

use chrono::NaiveDate;
use guichet_rules::{
    approval::{ConfigProblem, DecisionRefusal, DelegationProblem, Policy},
    article::WritingRefusal,
    entitlement,
    form::{self, LocalMoment},
    money::Currency,
    secret,
    ticket::{HoldReason, Refusal},
};

/// A language that the backend has words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Also for languages that it has no words in.
    #[default]
    English,
    /// German.
    German,
}

impl Tongue {
    /// The tongue for a BCP 47 language.
    pub fn of(language: &str) -> Self {
        match language.split('-').next() {
            Some("de") => Self::German,
            _ => Self::English,
        }
    }
}

/// Something that the backend says.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// An answer.
    Yes,
    /// An answer.
    No,
    /// In the place of a sensitive answer.
    Masked,
    /// Nobody is signed in.
    NotSignedIn,
    /// The call came from a page of another origin.
    ForeignOrigin,
    /// There is no such thing, or not for this person.
    NotFound,
    /// It was there, and was retired.
    Retired,
    /// The path is there, the method is not.
    MethodNotAllowed,
    /// The body cannot be read.
    Malformed,
    /// The body stopped arriving.
    RequestTimeout,
    /// A parameter has a value that it cannot have.
    BadParameter(&'a str),
    /// No `Idempotency-Key`, or one that is no UUID.
    KeyMissing,
    /// The key was used for another call.
    KeyReused,
    /// A call with the same key still runs.
    StillRunning,
    /// No `If-Match`.
    VersionMissing,
    /// Somebody was faster.
    Stale,
    /// The body or file is larger than so many bytes.
    TooLarge(u64),
    /// The body is not of this media type.
    MediaType(&'a str),
    /// The file's content is not of a type that is taken.
    FileType,
    /// A piece of a file begins where another is expected.
    WrongOffset,
    /// So many files are on their way already.
    TooManyUploads(u32),
    /// The call does not speak the protocol of files in pieces.
    TusVersion,
    /// Some answers are not right.
    Invalid,
    /// A newer form is out.
    FormChanged,
    /// Something went wrong; it was logged.
    Internal,
    /// The backend is busy.
    Unavailable,
    /// The disk is full.
    NoSpace,
    /// Only for those who work on tickets.
    DeskOnly,
    /// The files of the content cannot be written.
    ContentReadOnly,
    /// A rule of tickets stands against it.
    Ticket(Refusal),
    /// A secret answer cannot be read.
    Secret(secret::Refusal),
    /// Only for those who are shown mistakes of the configuration.
    AdminOnly,
    /// A delegation that is over stays as it is.
    DelegationOver,
    /// What is wrong with a delegation.
    Delegation(DelegationProblem),
    /// A rule of the catalog stands against it.
    Order(entitlement::Refusal),
    /// A rule of approvals stands against it.
    Decision(DecisionRefusal),
    /// A rule of articles stands against it.
    Writing(WritingRefusal),
    /// A day that is over was named.
    DayOver,
    /// An article would be replaced by itself, or by one that is not there.
    NoReplacement,
    /// A text shows a picture that its readers would not see.
    NoSuchPicture,
    /// A text leads to things that are not there.
    NoSuchLinks(&'a str),
    /// The article has no title.
    TitleNeeded,
    /// The article has no summary.
    SummaryNeeded,
    /// The article says nothing.
    BodyNeeded,
    /// The article has no group that keeps it right, or one that cannot.
    OwnerNeeded,
    /// The article stands on no shelf.
    ShelfNeeded,
    /// More than one request may ask for.
    Quantity(u32),
    /// More lines than an order may have.
    Lines(u32),
    /// More people than an order may be for.
    People(u32),
    /// More requested items than an order may come to, and how many it would come to.
    RequestedItems(u32, u32),
    /// Somebody is named a second time.
    Twice,
    /// An answer to a question is wrong.
    Answer(&'a form::ProblemCode),
    /// Something has to be written.
    Needed,
    /// More characters than this were written.
    TooLong(u32),
    /// The id names nothing that could be chosen.
    NoSuchChoice,
    /// The JSON does not fit.
    DoesNotFit,
    /// So many of so many asked have to agree.
    Policy(Policy, u32),
    /// Who is asked.
    Manager,
    /// Who is asked.
    CostCentreOwner,
    /// Who is asked.
    ServiceOwner,
    /// Asked in the place of somebody whose own request it is.
    InsteadOwnRequest(&'a str),
    /// Asked in the place of somebody who is away.
    InsteadDelegated(&'a str),
    /// Somebody is away, and who decides for them until when.
    Away {
        /// Who is away.
        name: &'a str,
        /// Who decides.
        delegate: &'a str,
        /// The last day.
        until: NaiveDate,
    },
    /// Somebody who is named is not asked.
    NotThere(&'a str),
    /// So many refusals of so many asked end a request.
    Refusals(u32, u32),
    /// Asked because it costs more than this.
    CostsMore(i64, Currency),
    /// Asked because of an answer.
    WasAnswered,
    /// Nobody can be asked.
    NobodyToAsk,
    /// Why nobody can be asked, with the name of whom or what it is about.
    Unaskable(&'a ConfigProblem, &'a str),
    /// A request cannot be filed, with the reason.
    CannotSend(&'a str),
    /// What a ticket on hold waits for.
    Hold(HoldReason),
    /// A date.
    Date(NaiveDate),
    /// A date with a time of the day.
    Moment(LocalMoment),
    /// From one day to another.
    Range(NaiveDate, NaiveDate),
    /// So many seconds.
    Span(i64),
    /// So many minor units of a currency.
    Money(i64, Currency),
    /// A number.
    Number(f64),
}

/// So many seconds, as hours and minutes: the same letters in both languages.
fn span(seconds: i64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// A size that people can read: the units of file managers.
fn readable(bytes: u64) -> (u64, &'static str) {
    if bytes >= 1 << 20 { (bytes >> 20, "MB") } else { (bytes >> 10, "kB") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_in_another_language_is_answered_in_english() {
        assert_eq!(Tongue::of("de-CH"), Tongue::German);
        assert_eq!(Tongue::of("fr"), Tongue::English);
        assert_eq!(Words::TooLarge(10 << 20).say(Tongue::German), "Das ist größer als 10 MB.");
        assert_eq!(Words::Policy(Policy::Count(2), 3).say(Tongue::English), "2 of 3");
    }

    #[test]
    fn answers_are_written_as_each_language_writes_them() {
        let (day, later) = ("2026-11-21".parse().unwrap(), "2026-12-24".parse().unwrap());
        let moment = LocalMoment { date: day, time: "09:30".parse().unwrap() };
        for (words, english, german) in [
            (Words::Moment(moment), "21 November 2026, 09:30", "21. November 2026, 09:30"),
            (
                Words::Range(day, later),
                "21 November 2026 to 24 December 2026",
                "21. November 2026 bis 24. Dezember 2026",
            ),
            (Words::Span(5400), "1 h 30 min", "1 h 30 min"),
            (Words::Span(7200), "2 h", "2 h"),
            (Words::Span(60), "1 min", "1 min"),
        ] {
            assert_eq!(
                (words.say(Tongue::English).as_str(), words.say(Tongue::German).as_str()),
                (english, german)
            );
        }
    }
}
