//! What the desk, approvers and requesters write to one another, in two languages.

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

/// The first answer to a problem.
pub(super) const LOOKING: Phrases = phrases(
    &[
        "Thank you for the report. I am looking into it and come back to you today.",
        "Thanks, I can see it from here. Please leave everything as it is for the moment.",
        "I have taken this. I try it on a machine of ours first and then call you.",
        "Sorry for the trouble. I have an idea what it could be and try it now.",
    ],
    &[
        "Danke für die Meldung. Ich sehe mir das an und melde mich heute noch.",
        "Danke, ich kann es von hier aus sehen. Bitte lassen Sie im Moment alles, wie es ist.",
        "Ich habe das übernommen. Ich probiere es erst auf einem Gerät von uns und rufe Sie dann an.",
        "Entschuldigen Sie die Umstände. Ich habe eine Vermutung und probiere sie jetzt aus.",
    ],
);

/// The first answer to a request.
pub(super) const PREPARING: Phrases = phrases(
    &[
        "Your request is with us, we begin today.",
        "I have taken this and let you know when it is ready.",
        "All approved, we are on it.",
    ],
    &[
        "Ihre Anforderung ist bei uns, wir fangen heute an.",
        "Ich habe das übernommen und melde mich, sobald es fertig ist.",
        "Alles genehmigt, wir kümmern uns darum.",
    ],
);

/// A question about a request.
pub(super) const ASKING: Phrases = phrases(
    &[
        "Would Thursday morning suit you, or is another day better?",
        "Shall we bring it to your desk, or do you prefer to pick it up?",
        "Your answer on the form can be read in two ways: is it for you alone or for the whole team?",
        "Is it enough if it is there next week? One part is on its way.",
    ],
    &[
        "Passt Ihnen Donnerstagvormittag, oder ist ein anderer Tag besser?",
        "Sollen wir es an Ihren Platz bringen, oder holen Sie es lieber ab?",
        "Ihre Angabe im Formular lässt sich auf zwei Arten lesen: Ist es für Sie allein oder für das ganze Team?",
        "Genügt es, wenn es nächste Woche da ist? Ein Teil ist noch unterwegs.",
    ],
);

/// The answer to such a question.
pub(super) const ANSWERING: Phrases = phrases(
    &[
        "That is fine for me, thank you.",
        "Whatever is easier for you. I am at my desk every morning.",
        "For me alone. Next week is early enough.",
    ],
    &[
        "Das passt mir gut, danke.",
        "Wie es für Sie einfacher ist. Ich bin jeden Vormittag an meinem Platz.",
        "Für mich allein. Nächste Woche reicht völlig.",
    ],
);

/// Why a ticket waits for another company.
pub(super) const THIRD_PARTY: Phrases = phrases(
    &[
        "The part is ordered. The supplier names the end of next week; I keep you posted.",
        "We have passed this to the maker under number 88-4417 and wait for their answer.",
        "Our provider looks at the line. They promised news within five working days.",
        "Delivery is delayed at the supplier. We asked for a date and for a replacement in the meantime.",
    ],
    &[
        "Das Teil ist bestellt. Der Lieferant nennt Ende nächster Woche; ich halte Sie auf dem Laufenden.",
        "Wir haben das unter der Nummer 88-4417 an den Hersteller gegeben und warten auf Antwort.",
        "Unser Provider prüft die Leitung. Nachricht ist innerhalb von fünf Arbeitstagen zugesagt.",
        "Die Lieferung verzögert sich beim Lieferanten. Wir haben nach einem Termin und nach Ersatz bis dahin gefragt.",
    ],
);

/// Why a ticket waits for a planned change.
pub(super) const PLANNED_CHANGE: Phrases = phrases(
    &[
        "This is solved by the update that is planned for the first weekend of next month.",
        "The new version brings what is needed here. It is tested and comes with the next maintenance window.",
    ],
    &[
        "Das löst das Update, das für das erste Wochenende des nächsten Monats geplant ist.",
        "Die neue Version bringt, was hier nötig ist. Sie ist getestet und kommt mit dem nächsten Wartungsfenster.",
    ],
);

/// Why a ticket waits until a cause is found.
pub(super) const ROOT_CAUSE: Phrases = phrases(
    &[
        "Several people see this, so we are looking for the common cause. You need not do anything.",
        "We can reproduce it and look for the cause. Until then, please restart once a day; that avoids it.",
    ],
    &[
        "Mehrere sehen das, deshalb suchen wir die gemeinsame Ursache. Sie müssen nichts tun.",
        "Wir können es nachstellen und suchen die Ursache. Bis dahin bitte einmal am Tag neu starten, das umgeht es.",
    ],
);

/// Notes that only the desk reads.
pub(super) const NOTES: Phrases = phrases(
    &[
        "Remote session with the user, logs saved to the ticket share.",
        "Same pattern as last week, see the wiki page on stale profiles.",
        "Checked with second line: known, no fix yet.",
        "User is in the office on Tuesdays and Thursdays only.",
    ],
    &[
        "Fernwartung mit der Person, Protokolle liegen in der Ticketablage.",
        "Gleiches Muster wie letzte Woche, siehe Wiki-Seite zu alten Profilen.",
        "Mit der zweiten Ebene geklärt: bekannt, noch keine Lösung.",
        "Person ist nur dienstags und donnerstags im Büro.",
    ],
);

/// What people add when they agree that it is done.
pub(super) const THANKS: Phrases = phrases(
    &["Works, thank you!", "Perfect, that was quick.", "Everything is there. Thank you!"],
    &["Geht wieder, vielen Dank!", "Super, das ging schnell.", "Alles da. Danke!"],
);

/// Why something was not done after all.
pub(super) const STILL_BROKEN: Phrases = phrases(
    &[
        "Unfortunately it happened again this morning, exactly as before.",
        "It worked for a day. Since today it is back.",
        "That helped on the laptop, but not at the docking station.",
    ],
    &[
        "Leider ist es heute Morgen wieder passiert, genau wie vorher.",
        "Einen Tag lang ging es. Seit heute ist es wieder da.",
        "Am Laptop hat das geholfen, an der Dockingstation nicht.",
    ],
);

/// How it was solved the second time.
pub(super) const SOLVED_AGAIN: Phrases = phrases(
    &[
        "This time we replaced the part instead of resetting it. It has been stable for a day.",
        "The setting had been overwritten at the next sign-in. It is in the central policy now and stays.",
    ],
    &[
        "Diesmal haben wir das Teil getauscht, statt es zurückzusetzen. Seit einem Tag ist es stabil.",
        "Die Einstellung wurde bei der nächsten Anmeldung überschrieben. Jetzt steht sie in der zentralen Richtlinie und bleibt.",
    ],
);

/// Why somebody no longer wants it.
pub(super) const CANCELLING: Phrases = phrases(
    &[
        "It went away by itself, please close this.",
        "We decided differently in the team, I no longer need it.",
        "A colleague gave me hers, thank you all the same.",
        "I filed this twice by mistake.",
    ],
    &[
        "Es hat sich von selbst erledigt, bitte schließen.",
        "Wir haben im Team anders entschieden, ich brauche es nicht mehr.",
        "Eine Kollegin hat mir ihres gegeben, trotzdem danke.",
        "Das habe ich versehentlich doppelt angelegt.",
    ],
);

/// What approvers add when they agree.
pub(super) const AGREED: Phrases = phrases(
    &[
        "Fine with me.",
        "Agreed, it is in the budget.",
        "Yes, this is needed for the project.",
        "OK. Please choose the smaller one next time if it does.",
    ],
    &[
        "Von mir aus gern.",
        "Einverstanden, ist im Budget.",
        "Ja, wird für das Projekt gebraucht.",
        "OK. Beim nächsten Mal bitte das kleinere, wenn es reicht.",
    ],
);

/// Why approvers refuse.
pub(super) const REFUSED: Phrases = phrases(
    &[
        "Please use the one from the pool first, it is free since last week.",
        "Not this quarter. Let us talk about it when the new budget is there.",
        "I do not see yet why read access is not enough. Please talk to me.",
        "We already pay for a program that does this. The service desk shows it to you.",
    ],
    &[
        "Bitte zuerst das Gerät aus dem Pool nehmen, es ist seit letzter Woche frei.",
        "Nicht in diesem Quartal. Sprechen wir darüber, wenn das neue Budget da ist.",
        "Mir ist noch nicht klar, warum Lesen nicht genügt. Bitte sprechen Sie mich an.",
        "Wir bezahlen schon ein Programm, das das kann. Der Service Desk zeigt es Ihnen.",
    ],
);

/// How requests of one kind are delivered, by the service that they belong to.
pub(super) fn delivered(service: &str) -> Phrases {
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

const HARDWARE: Phrases = phrases(
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
const SOFTWARE: Phrases = phrases(
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
const ACCESS: Phrases = phrases(
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
const BADGE: Phrases = phrases(
    &[
        "Your badge is ready at reception. Please bring the old one.",
        "The doors know your badge from now on. Hold it to any reader once.",
    ],
    &[
        "Ihr Ausweis liegt am Empfang bereit. Bitte bringen Sie den alten mit.",
        "Die Türen kennen Ihren Ausweis ab jetzt. Halten Sie ihn einmal an irgendeinen Leser.",
    ],
);
const NETWORK: Phrases = phrases(
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
const DATA: Phrases = phrases(
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
const MAIL: Phrases = phrases(
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

#[cfg(test)]
mod tests {
    use super::*;

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
