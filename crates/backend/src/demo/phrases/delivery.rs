//! How requests are delivered.

use super::{Phrases, phrases};

/// How requests of one kind are delivered, by the service that they belong to.
pub(in crate::demo) fn delivered(service: &str) -> Phrases {
    match service {
        "laptops" | "mobile-devices" | "telephony" | "video-meetings" | "printing" => HARDWARE,
        "software-delivery" | "code-hosting" | "build-pipelines" => SOFTWARE,
        "badge-access" => BADGE,
        "internet-access" | "vpn" | "lab-systems" => NETWORK,
        "data-warehouse" | "analytics" => DATA,
        "email" | "calendar-rooms" | "chat" => MAIL,
        _ => ACCESS,
    }
}

pub(super) const HARDWARE: Phrases = phrases(
    &[
        "Set up at your desk and tested. The old one can stay for two weeks.",
        "Ready and handed over. The short guide is in the box.",
        "Delivered. Please call if anything is missing from the box.",
    ],
    &[
        "An Ihrem Platz aufgebaut und geprüft. Das alte Gerät kann zwei Wochen bleiben.",
        "Fertig und übergeben. Die Kurzanleitung liegt in der Schachtel.",
        "Geliefert. Bitte rufen Sie an, wenn etwas fehlt.",
    ],
);
pub(super) const SOFTWARE: Phrases = phrases(
    &[
        "Installed over night; you find it in the start menu.",
        "The licence is assigned. Sign out of the program and in once.",
        "Set up and tested. The first start takes a minute.",
    ],
    &[
        "Über Nacht installiert; Sie finden es im Startmenü.",
        "Die Lizenz ist zugewiesen. Melden Sie sich im Programm einmal ab und wieder an.",
        "Eingerichtet und geprüft. Der erste Start dauert eine Minute.",
    ],
);
pub(super) const ACCESS: Phrases = phrases(
    &[
        "The access is there. Sign out and in once.",
        "Done. It may take an hour until every system knows.",
        "Set up as requested. Please tell us if a part is missing.",
    ],
    &[
        "Der Zugriff ist eingerichtet. Melden Sie sich einmal ab und wieder an.",
        "Erledigt. Bis jedes System es weiß, kann es eine Stunde dauern.",
        "Eingerichtet wie angefordert. Bitte sagen Sie Bescheid, wenn etwas fehlt.",
    ],
);
pub(super) const BADGE: Phrases = phrases(
    &[
        "Your badge is ready at reception. Please bring the old one.",
        "The doors know your badge from now on. Hold it to any reader once.",
    ],
    &[
        "Ihr Ausweis liegt am Empfang bereit. Bitte bringen Sie den alten mit.",
        "Die Türen kennen Ihren Ausweis ab jetzt. Halten Sie ihn einmal an irgendeinen Leser.",
    ],
);
pub(super) const NETWORK: Phrases = phrases(
    &[
        "Set up and tested from your side of the network.",
        "The connection is open. It is in the list for the yearly review.",
        "Done; the details are in your mail.",
    ],
    &[
        "Eingerichtet und von Ihrer Seite des Netzes aus geprüft.",
        "Die Verbindung ist offen. Sie steht auf der Liste für die jährliche Prüfung.",
        "Erledigt; die Einzelheiten stehen in Ihrer Mail.",
    ],
);
pub(super) const DATA: Phrases = phrases(
    &[
        "You find it in the reporting space of your department.",
        "The access is there, and a first query is saved as an example.",
        "Ready; the numbers were compared with those of the finance team.",
    ],
    &[
        "Sie finden es im Berichtsbereich Ihrer Abteilung.",
        "Der Zugriff ist eingerichtet, eine erste Abfrage liegt als Beispiel bereit.",
        "Fertig; die Zahlen sind mit denen des Finanzteams abgeglichen.",
    ],
);
pub(super) const MAIL: Phrases = phrases(
    &[
        "Created. It appears in your list within an hour.",
        "Set up; everyone you named can use it now.",
        "Done. Try it with a mail to yourself.",
    ],
    &[
        "Angelegt. Es erscheint innerhalb einer Stunde in Ihrer Liste.",
        "Eingerichtet; alle Genannten können es jetzt nutzen.",
        "Erledigt. Probieren Sie es mit einer Mail an sich selbst.",
    ],
);
