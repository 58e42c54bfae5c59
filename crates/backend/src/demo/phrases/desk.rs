//! What the desk writes.

use super::{Phrases, phrases};

/// The first answer to a problem.
pub(in crate::demo) const LOOKING: Phrases = phrases(
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
pub(in crate::demo) const PREPARING: Phrases = phrases(
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
pub(in crate::demo) const ASKING: Phrases = phrases(
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

/// Why a ticket waits for another company.
pub(in crate::demo) const THIRD_PARTY: Phrases = phrases(
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
pub(in crate::demo) const PLANNED_CHANGE: Phrases = phrases(
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
pub(in crate::demo) const ROOT_CAUSE: Phrases = phrases(
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
pub(in crate::demo) const NOTES: Phrases = phrases(
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

/// How it was solved the second time.
pub(in crate::demo) const SOLVED_AGAIN: Phrases = phrases(
    &[
        "This time we replaced the part instead of resetting it. It has been stable for a day.",
        "The setting had been overwritten at the next sign-in. It is in the central policy now and stays.",
    ],
    &[
        "Diesmal haben wir das Teil getauscht, statt es zurückzusetzen. Seit einem Tag ist es stabil.",
        "Die Einstellung wurde bei der nächsten Anmeldung überschrieben. Jetzt steht sie in der zentralen Richtlinie und bleibt.",
    ],
);
