//! Every sentence.

use super::{
    Tongue, Words, amounts,
    answers::answer,
    approvals::{delegation, refusals, unaskable},
    readable,
    refusals::{decision, order, secret, ticket, writing},
    span,
    tickets::{agreement, hold},
};

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
            Self::Retired => say!(
                t,
                "This article was retired. Look whether another one replaces it.",
                "Dieser Artikel wurde zurückgezogen. Sehen Sie nach, ob ein anderer ihn ersetzt."
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
            Self::WrongOffset => say!(
                t,
                "Another part of the file is expected. Ask how much of it is there, and go on from that.",
                "Es wird ein anderer Teil der Datei erwartet. Fragen Sie ab, wie viel da ist, und machen Sie dort weiter."
            ),
            Self::TooManyUploads(most) => say!(
                t,
                "There are {most} files on their way already. Wait until they are there, or cancel some of them.",
                "Es sind schon {most} Dateien unterwegs. Warten Sie, bis sie da sind, oder brechen Sie einige ab."
            ),
            Self::TusVersion => say!(
                t,
                "Send Tus-Resumable with the version 1.0.0.",
                "Senden Sie Tus-Resumable mit der Version 1.0.0."
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
            Self::AdminOnly => say!(
                t,
                "Only administrators can see this.",
                "Das können nur Personen sehen, die das System verwalten."
            ),
            Self::DelegationOver => say!(
                t,
                "This is over and stays as it is. Arrange a new one.",
                "Das ist vorbei und bleibt, wie es ist. Richten Sie eine neue Vertretung ein."
            ),
            Self::Delegation(problem) => delegation(problem, t),
            Self::ContentReadOnly => say!(
                t,
                "The server may not write to its content folder. Copy your text, and ask whoever runs the server.",
                "Der Server darf nicht in seinen Inhaltsordner schreiben. Kopieren Sie Ihren Text und fragen Sie, wer den Server betreibt."
            ),
            Self::Ticket(refusal) => ticket(refusal, t),
            Self::Secret(refusal) => secret(refusal, t),
            Self::Order(refusal) => order(refusal, t),
            Self::Decision(refusal) => decision(refusal, t),
            Self::Writing(refusal) => writing(refusal, t),
            Self::DayOver => say!(
                t,
                "This day is over. Choose one that is to come.",
                "Dieser Tag ist vorbei. Wählen Sie einen künftigen."
            ),
            Self::NoReplacement => say!(
                t,
                "There is no such other article. Choose one that people can read, or leave this empty.",
                "Einen solchen anderen Artikel gibt es nicht. Wählen Sie einen, den man lesen kann, oder lassen Sie das Feld leer."
            ),
            Self::NoSuchPicture => say!(
                t,
                "A picture in the text is not there any more, or is not one of this text. Add it again, or take it out.",
                "Ein Bild im Text ist nicht mehr da oder gehört nicht zu diesem Text. Fügen Sie es noch einmal ein, oder nehmen Sie es heraus."
            ),
            Self::NoSuchLinks(links) => say!(
                t,
                "These links and pictures of the text lead to nothing: {links}. Correct them, or take them out.",
                "Diese Links und Bilder im Text führen ins Leere: {links}. Berichtigen Sie sie, oder nehmen Sie sie heraus."
            ),
            Self::TitleNeeded => say!(t, "Enter a title.", "Geben Sie einen Titel ein."),
            Self::SummaryNeeded => {
                say!(t, "Enter a summary, in one line.", "Geben Sie in einer Zeile eine Zusammenfassung ein.")
            }
            Self::BodyNeeded => say!(t, "Write the text.", "Schreiben Sie den Text."),
            Self::OwnerNeeded => say!(
                t,
                "Choose the team that keeps the article right.",
                "Wählen Sie das Team, das den Artikel aktuell hält."
            ),
            Self::ShelfNeeded => {
                say!(
                    t,
                    "Choose the category that it belongs to.",
                    "Wählen Sie die Kategorie, in die er gehört."
                )
            }
            Self::Quantity(max) => say!(t, "Ask for 1 to {max}.", "Fordern Sie 1 bis {max} an."),
            Self::Lines(max) => say!(
                t,
                "An order has at most {max} lines. Send the rest as another order.",
                "Eine Bestellung hat höchstens {max} Positionen. Senden Sie den Rest als weitere Bestellung."
            ),
            Self::People(max) => say!(
                t,
                "An order is for at most {max} people. Send another one for the rest.",
                "Eine Bestellung ist für höchstens {max} Personen. Senden Sie für die übrigen eine weitere."
            ),
            Self::RequestedItems(max, found) => say!(
                t,
                "An order comes to at most {max} requested items, this one to {found}. Send it in parts.",
                "Eine Bestellung umfasst höchstens {max} angeforderte Artikel, diese {found}. Senden Sie sie in Teilen."
            ),
            Self::Twice => say!(t, "This person is named twice.", "Diese Person ist zweimal genannt."),
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
            Self::Date(date) => amounts::date(date, t),
            Self::Moment(moment) => format!("{}, {}", Self::Date(moment.date).say(t), moment.time),
            Self::Range(from, to) => {
                let (from, to) = (Self::Date(from).say(t), Self::Date(to).say(t));
                say!(t, "{from} to {to}", "{from} bis {to}")
            }
            Self::Span(seconds) => span(seconds),
            Self::Money(minor, currency) => amounts::money(minor, currency, t),
            Self::Number(number) => amounts::number(number, t),
            Self::Away { name, delegate, until } => {
                let until = Self::Date(until).say(t);
                say!(
                    t,
                    "{delegate} may decide for {name}, who is away until {until}.",
                    "{delegate} kann für {name} entscheiden; {name} ist bis {until} abwesend."
                )
            }
            Self::NotThere(name) => say!(
                t,
                "{name} is not asked, because they are not here any more.",
                "{name} ist nicht mehr da und wird nicht gefragt."
            ),
            Self::Refusals(end, asked) => refusals(end, asked, t),
            Self::CostsMore(limit, currency) => {
                let limit = Self::Money(limit, currency).say(t);
                say!(t, "because it costs more than {limit}", "weil es mehr als {limit} kostet")
            }
            Self::WasAnswered => {
                say!(t, "because of what was answered", "wegen der Angaben im Formular")
            }
            Self::NobodyToAsk => say!(t, "Nobody can be asked.", "Es kann niemand gefragt werden."),
            Self::Unaskable(problem, name) => unaskable(problem, name, t),
            Self::CannotSend(why) => say!(
                t,
                "This cannot be sent: {why} Tell the service desk, so that an administrator mends it.",
                "Das kann nicht gesendet werden: {why} Sagen Sie es dem Service Desk, damit die Administration es in Ordnung bringt."
            ),
        }
    }
}
