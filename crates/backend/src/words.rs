//! The few words that the backend says itself, in English and German. Everything else that people read comes from the
//! content, or from the portal, which has words of its own for every code.
//!
//! To add a sentence, add a variant and write it in both languages; to add a language, add a [`Tongue`] and the compiler
//! points at every sentence. A company whose language is not among them is answered in English.

#![allow(clippy::useless_format, reason = "a sentence without a place is a sentence too")]

use chrono::NaiveDate;
use guichet_rules::{
    approval::{DecisionRefusal, Policy},
    entitlement, form,
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
    /// A rule of tickets stands against it.
    Ticket(Refusal),
    /// A rule of the catalog stands against it.
    Order(entitlement::Refusal),
    /// A rule of approvals stands against it.
    Decision(DecisionRefusal),
    /// More than one request may ask for.
    Quantity(u32),
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
    /// Nobody could be found to ask.
    NobodyToAsk,
    /// What a ticket on hold waits for.
    Hold(HoldReason),
    /// A date.
    Date(NaiveDate),
}

/// A sentence in each language, of which one is made.
macro_rules! say {
    ($tongue:expr, $english:literal, $german:literal) => {
        match $tongue {
            Tongue::English => format!($english),
            Tongue::German => format!($german),
        }
    };
}

impl Words<'_> {
    /// The words, in a language.
    pub fn say(&self, t: Tongue) -> String {
        match *self {
            Self::Yes => say!(t, "Yes", "Ja"),
            Self::No => say!(t, "No", "Nein"),
            Self::Masked => "••••••".to_owned(),
            Self::NotSignedIn => say!(
                t,
                "Sign in, then try again.",
                "Melden Sie sich an und versuchen Sie es dann noch einmal."
            ),
            Self::ForeignOrigin => say!(
                t,
                "This page may not call this service.",
                "Diese Seite darf diesen Dienst nicht aufrufen."
            ),
            Self::NotFound => say!(
                t,
                "This does not exist, or you may not see it.",
                "Das gibt es nicht, oder Sie dürfen es nicht sehen."
            ),
            Self::MethodNotAllowed => say!(
                t,
                "This address does not take this method.",
                "Diese Adresse nimmt diese Methode nicht an."
            ),
            Self::Malformed => say!(t, "The request cannot be read.", "Die Anfrage ist nicht lesbar."),
            Self::RequestTimeout => say!(
                t,
                "The request did not arrive completely. Nothing was changed. Send it again.",
                "Die Anfrage ist nicht vollständig angekommen. Es wurde nichts geändert. Senden Sie sie noch einmal."
            ),
            Self::BadParameter(name) => say!(
                t,
                "The parameter “{name}” has a value that it cannot have.",
                "Der Parameter „{name}“ hat einen Wert, den er nicht haben kann."
            ),
            Self::KeyMissing => say!(
                t,
                "Send an Idempotency-Key with a UUID.",
                "Senden Sie einen Idempotency-Key mit einer UUID."
            ),
            Self::KeyReused => say!(
                t,
                "This Idempotency-Key was used for something else. Use a new one.",
                "Dieser Idempotency-Key wurde schon für etwas anderes verwendet. Verwenden Sie einen neuen."
            ),
            Self::StillRunning => say!(
                t,
                "The same request is still running. Wait a moment, then repeat it.",
                "Dieselbe Anfrage läuft noch. Warten Sie kurz und wiederholen Sie sie dann."
            ),
            Self::VersionMissing => say!(
                t,
                "Send an If-Match with the version that you saw.",
                "Senden Sie ein If-Match mit der Version, die Sie gesehen haben."
            ),
            Self::Stale => say!(
                t,
                "Somebody changed this in the meantime. Look at it again.",
                "Jemand hat das inzwischen geändert. Sehen Sie es sich noch einmal an."
            ),
            Self::TooLarge(limit) => {
                let (size, unit) = readable(limit);
                say!(t, "This is larger than {size} {unit}.", "Das ist größer als {size} {unit}.")
            }
            Self::MediaType(expected) => {
                say!(t, "Send this as {expected}.", "Senden Sie das als {expected}.")
            }
            Self::FileType => say!(
                t,
                "Files of this type are not accepted. Send an image, PDF, text, Office document or ZIP.",
                "Dateien dieser Art werden nicht angenommen. Senden Sie ein Bild, PDF, Text, Office-Dokument oder ZIP."
            ),
            Self::Invalid => {
                say!(t, "Some answers are not right yet.", "Einige Antworten stimmen noch nicht.")
            }
            Self::FormChanged => say!(
                t,
                "The form has changed since you began. Check your answers and send them again.",
                "Das Formular hat sich geändert, seit Sie begonnen haben. Prüfen Sie Ihre Antworten und senden Sie sie noch einmal."
            ),
            Self::Internal => say!(
                t,
                "Something went wrong here. Nothing was changed. Try again.",
                "Hier ist etwas schiefgegangen. Es wurde nichts geändert. Versuchen Sie es noch einmal."
            ),
            Self::Unavailable => say!(
                t,
                "The service is busy. Try again in a moment.",
                "Der Dienst ist ausgelastet. Versuchen Sie es gleich noch einmal."
            ),
            Self::NoSpace => say!(
                t,
                "There is no space left to save this. Nothing was saved.",
                "Es ist kein Speicherplatz mehr frei. Es wurde nichts gespeichert."
            ),
            Self::DeskOnly => say!(
                t,
                "Only people who work on tickets can do this.",
                "Das können nur Personen, die Tickets bearbeiten."
            ),
            Self::Ticket(refusal) => ticket(refusal, t),
            Self::Order(refusal) => order(refusal, t),
            Self::Decision(refusal) => decision(refusal, t),
            Self::Quantity(max) => say!(t, "Ask for 1 to {max}.", "Fordern Sie 1 bis {max} an."),
            Self::Answer(code) => answer(code, t),
            Self::Needed => say!(t, "Write something here.", "Schreiben Sie hier etwas."),
            Self::TooLong(max) => {
                say!(t, "Write at most {max} characters.", "Schreiben Sie höchstens {max} Zeichen.")
            }
            Self::NoSuchChoice => {
                say!(t, "Choose something that is on offer.", "Wählen Sie etwas, das zur Auswahl steht.")
            }
            Self::DoesNotFit => say!(t, "This value does not fit.", "Dieser Wert passt nicht."),
            Self::Policy(policy, asked) => agreement(policy, asked, t),
            Self::Manager => say!(t, "Your manager", "Ihre Führungskraft"),
            Self::CostCentreOwner => {
                say!(t, "The owner of the cost centre", "Die verantwortliche Person der Kostenstelle")
            }
            Self::ServiceOwner => {
                say!(t, "The owner of the service", "Die verantwortliche Person des Dienstes")
            }
            Self::InsteadOwnRequest(name) => say!(
                t,
                "Asked instead of {name}, because nobody approves their own request.",
                "Anstelle von {name} gefragt, weil niemand die eigene Anfrage genehmigt."
            ),
            Self::InsteadDelegated(name) => say!(
                t,
                "Asked instead of {name}, who is away.",
                "Anstelle von {name} gefragt; {name} ist abwesend."
            ),
            Self::Hold(reason) => hold(reason, t),
            Self::Date(date) => match t {
                Tongue::English => date.format("%-d %B %Y").to_string(),
                Tongue::German => date.format("%-d.%-m.%Y").to_string(),
            },
            Self::NobodyToAsk => say!(
                t,
                "Nobody could be found to ask. An administrator was told.",
                "Es wurde niemand gefunden, der gefragt werden kann. Die Administration wurde informiert."
            ),
        }
    }
}

/// A size that people can read: the units of file managers.
fn readable(bytes: u64) -> (u64, &'static str) {
    if bytes >= 1 << 20 { (bytes >> 20, "MB") } else { (bytes >> 10, "kB") }
}

fn agreement(policy: Policy, n: u32, t: Tongue) -> String {
    match policy {
        Policy::Anyone | Policy::All if n == 1 => say!(t, "1 person", "1 Person"),
        Policy::Anyone => say!(t, "anyone of {n}", "eine Person von {n}"),
        Policy::All => say!(t, "all of {n}", "alle {n}"),
        Policy::Majority => say!(t, "more than half of {n}", "mehr als die Hälfte von {n}"),
        Policy::Percent(percent) => say!(t, "{percent}% of {n}", "{percent} % von {n}"),
        Policy::Count(count) => say!(t, "{count} of {n}", "{count} von {n}"),
        Policy::Unknown => say!(t, "as arranged", "nach Vereinbarung"),
    }
}

fn ticket(refusal: Refusal, t: Tongue) -> String {
    match refusal {
        Refusal::NotPermitted => {
            say!(t, "You may not do this with this ticket.", "Das dürfen Sie mit diesem Ticket nicht tun.")
        }
        Refusal::NotOffered | Refusal::Unrecognised | Refusal::Unknown => {
            say!(t, "This is not possible in this state.", "Das ist in diesem Zustand nicht möglich.")
        }
        Refusal::AwaitingApproval => {
            say!(t, "Somebody has to approve it first.", "Zuerst muss es jemand genehmigen.")
        }
        Refusal::NotStarted => {
            say!(t, "Nobody has begun to work on it.", "Es hat noch niemand mit der Arbeit begonnen.")
        }
        Refusal::NotAssigned => say!(
            t,
            "Nobody is assigned. Take it first.",
            "Es ist niemand zugewiesen. Übernehmen Sie es zuerst."
        ),
        Refusal::AlreadyYours => {
            say!(t, "It is already assigned to you.", "Es ist Ihnen bereits zugewiesen.")
        }
        Refusal::Finished => say!(
            t,
            "The work is finished. There is nothing to cancel.",
            "Die Arbeit ist erledigt. Es gibt nichts zu stornieren."
        ),
        Refusal::Closed => {
            say!(t, "It is closed. Open a follow-up.", "Es ist abgeschlossen. Eröffnen Sie ein Folgeticket.")
        }
        Refusal::ReopenWindowEnded { .. } => say!(
            t,
            "It is too late to reopen it. Open a follow-up.",
            "Zum Wiedereröffnen ist es zu spät. Eröffnen Sie ein Folgeticket."
        ),
        Refusal::ReopenWindowOpen { .. } => say!(
            t,
            "The requester can still reopen it.",
            "Die anfragende Person kann es noch wiedereröffnen."
        ),
        Refusal::ReopenInstead { .. } => {
            say!(t, "You can still reopen it.", "Sie können es noch wiedereröffnen.")
        }
        Refusal::MajorIncident => say!(
            t,
            "It concerns many people. The service desk decides.",
            "Es betrifft viele Personen. Der Service Desk entscheidet."
        ),
        Refusal::DeliveryBegun => say!(
            t,
            "Part of it is already delivered. Ask in a comment.",
            "Ein Teil ist schon geliefert. Fragen Sie in einem Kommentar nach."
        ),
        Refusal::CommentNeeded => say!(t, "Write a comment.", "Schreiben Sie einen Kommentar."),
        Refusal::HoldReasonNeeded => say!(t, "Say what it waits for.", "Geben Sie an, worauf es wartet."),
        Refusal::ResolutionCodeNeeded => {
            say!(t, "Say how it was resolved.", "Geben Sie an, wie es gelöst wurde.")
        }
        Refusal::ResolutionTextNeeded => say!(t, "Write what was done.", "Schreiben Sie, was getan wurde."),
    }
}

fn hold(reason: HoldReason, t: Tongue) -> String {
    match reason {
        HoldReason::Requester => say!(t, "an answer of the requester", "eine Antwort der anfragenden Person"),
        HoldReason::Approval => say!(t, "an approval", "eine Genehmigung"),
        HoldReason::ThirdParty => say!(t, "another company", "eine andere Firma"),
        HoldReason::Change => say!(t, "a planned change", "eine geplante Änderung"),
        HoldReason::Problem => say!(t, "the cause to be found", "die Suche nach der Ursache"),
        HoldReason::Unknown => say!(t, "something else", "etwas anderes"),
    }
}

fn order(refusal: entitlement::Refusal, t: Tongue) -> String {
    match refusal {
        entitlement::Refusal::NotInAudience | entitlement::Refusal::Unknown => {
            say!(t, "This is not available to everyone.", "Das steht nicht allen zur Verfügung.")
        }
        entitlement::Refusal::OnlyForSelf => {
            say!(t, "You can order this for yourself only.", "Das können Sie nur für sich selbst bestellen.")
        }
        entitlement::Refusal::NotAReport => say!(
            t,
            "You can order this for yourself and your team only.",
            "Das können Sie nur für sich und Ihr Team bestellen."
        ),
        entitlement::Refusal::Inactive => {
            say!(t, "This person is not active.", "Diese Person ist nicht aktiv.")
        }
    }
}

fn decision(refusal: DecisionRefusal, t: Tongue) -> String {
    match refusal {
        DecisionRefusal::NotAsked | DecisionRefusal::Unknown => {
            say!(t, "You are not asked here.", "Sie werden hier nicht gefragt.")
        }
        DecisionRefusal::NotYet => say!(t, "Others have to agree first.", "Zuerst müssen andere zustimmen."),
        DecisionRefusal::AlreadyAnswered => {
            say!(t, "You have already decided.", "Sie haben schon entschieden.")
        }
        DecisionRefusal::Over => say!(t, "This was decided by others.", "Das haben andere entschieden."),
    }
}

fn answer(code: &form::ProblemCode, t: Tongue) -> String {
    use form::ProblemCode as Code;
    match code {
        Code::Required => say!(t, "Answer this question.", "Beantworten Sie diese Frage."),
        Code::Mistyped => say!(t, "This answer has the wrong type.", "Diese Antwort hat den falschen Typ."),
        Code::TooShort { min } => {
            say!(t, "Write at least {min} characters.", "Schreiben Sie mindestens {min} Zeichen.")
        }
        Code::TooLong { max, .. } => {
            say!(t, "Write at most {max} characters.", "Schreiben Sie höchstens {max} Zeichen.")
        }
        Code::Pattern => say!(t, "This does not have the right form.", "Das hat nicht die richtige Form."),
        Code::TooSmall { min } => say!(t, "Enter {min} or more.", "Geben Sie {min} oder mehr ein."),
        Code::TooGreat { max } => say!(t, "Enter {max} or less.", "Geben Sie {max} oder weniger ein."),
        Code::NotWhole => say!(t, "Enter a whole number.", "Geben Sie eine ganze Zahl ein."),
        Code::NoSuchOption => say!(t, "Choose one of the options.", "Wählen Sie eine der Möglichkeiten."),
        Code::TooFew { min } => say!(t, "Choose at least {min}.", "Wählen Sie mindestens {min}."),
        Code::TooMany { max } => say!(t, "Choose at most {max}.", "Wählen Sie höchstens {max}."),
        Code::TooEarly { earliest } => {
            say!(t, "Choose {earliest} or later.", "Wählen Sie {earliest} oder später.")
        }
        Code::TooLate { latest } => {
            say!(t, "Choose {latest} or earlier.", "Wählen Sie {latest} oder früher.")
        }
        Code::NotFound => {
            say!(t, "Choose something that is on offer.", "Wählen Sie etwas, das zur Auswahl steht.")
        }
        Code::FileTooLarge { max_bytes } => {
            let (size, unit) = readable(*max_bytes);
            say!(t, "The file is larger than {size} {unit}.", "Die Datei ist größer als {size} {unit}.")
        }
        Code::FileType => say!(
            t,
            "Files of this type are not accepted here.",
            "Dateien dieser Art werden hier nicht angenommen."
        ),
        Code::UnknownQuestion => say!(t, "The form does not ask this.", "Das Formular fragt das nicht."),
        Code::Unsupported => {
            say!(t, "This question cannot be asked here.", "Diese Frage kann hier nicht gestellt werden.")
        }
        Code::Other => say!(t, "This answer is not right.", "Diese Antwort stimmt nicht."),
    }
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
}
