//! Mailboxes, lists and team spaces.

use super::{NONE, Pool};

pub(super) const POOLS: &[Pool] = &[
    ("distribution-list/address", &["packaging-news", "lab.safety", "fair-2027", "optics-team"], NONE),
    ("shared-mailbox/address", &["returns", "fair-team", "lab.orders", "packaging"], NONE),
    (
        "distribution-list/members",
        &[
            "Everyone in packaging, and the two colleagues from dispatch",
            "Those who signed up on the list in the kitchen, 14 people",
        ],
        &[
            "Alle aus der Verpackung und die zwei Kolleginnen aus dem Versand",
            "Wer sich auf der Liste in der Küche eingetragen hat, 14 Leute",
        ],
    ),
    ("shared-address", &["returns@nordlicht.example", "fair-team@nordlicht.example"], NONE),
    (
        "mailbox-size/reason",
        &[
            "Customers refer to quotations that are five years old, and I have to find them while they are on the phone.",
        ],
        &[
            "Kunden beziehen sich auf fünf Jahre alte Angebote, und ich muss sie finden, während sie am Telefon sind.",
        ],
    ),
    (
        "shared-mailbox/name",
        &["Returns and repairs", "Fair team 2027", "Laboratory orders"],
        &["Retouren und Reparaturen", "Messeteam 2027", "Laborbestellungen"],
    ),
    (
        "shared-mailbox/members",
        &["The four colleagues of our team", "Everyone in dispatch"],
        &["Die vier aus unserem Team", "Alle im Versand"],
    ),
    (
        "team-space/name",
        &["Packaging 2027", "Fair team", "Aurora housing", "Lab safety"],
        &["Verpackung 2027", "Messeteam", "Gehäuse Aurora", "Laborsicherheit"],
    ),
    ("guest-companies", &["Studio Falkensee", "Halden Engineering, Kartonwerk Süd"], NONE),
];
