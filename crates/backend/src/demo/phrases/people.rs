//! What requesters and approvers write.

use super::{Phrases, phrases};

/// The answer to such a question.
pub(in crate::demo) const ANSWERING: Phrases = phrases(
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

/// What people add when they agree that it is done.
pub(in crate::demo) const THANKS: Phrases = phrases(
    &["Works, thank you!", "Perfect, that was quick.", "Everything is there. Thank you!"],
    &["Geht wieder, vielen Dank!", "Super, das ging schnell.", "Alles da. Danke!"],
);

/// Why something was not done after all.
pub(in crate::demo) const STILL_BROKEN: Phrases = phrases(
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

/// Why somebody no longer wants it.
pub(in crate::demo) const CANCELLING: Phrases = phrases(
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
pub(in crate::demo) const AGREED: Phrases = phrases(
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
pub(in crate::demo) const REFUSED: Phrases = phrases(
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
