//! Who comes, goes or moves, their badges and their guests.

use super::{NONE, Pool};

pub(super) const POOLS: &[Pool] = &[
    (
        "fault",
        &[
            "The photo has faded and readers need three attempts",
            "It is cracked across the middle",
            "The clip has broken off",
        ],
        &[
            "Das Foto ist verblasst, und Leser brauchen drei Versuche",
            "Er ist in der Mitte gebrochen",
            "Der Clip ist abgebrochen",
        ],
    ),
    ("printed_name", &["{name}"], NONE),
    (
        "full_name",
        &["Jana Wolters", "Pedro Almeida", "Sofia Lindholm", "Kenta Mori", "Rahel Zwick", "Owen Hartley"],
        NONE,
    ),
    (
        "contractor-onboarding/company",
        &["Halden Engineering", "Studio Falkensee", "Brightline Consulting"],
        NONE,
    ),
    (
        "email",
        &["j.wolters@halden.example", "hello@studio-falkensee.example", "o.hartley@brightline.example"],
        NONE,
    ),
    (
        "contractor-onboarding/task",
        &[
            "Redesigns the housing of the Aurora 300",
            "Translates the service manuals into Japanese",
            "Tests the new customer portal",
        ],
        &[
            "Gestaltet das Gehäuse des Aurora 300 neu",
            "Übersetzt die Servicehandbücher ins Japanische",
            "Testet das neue Kundenportal",
        ],
    ),
    (
        "department",
        &["Instrument research", "Sales Europe", "Design"],
        &["Geräteforschung", "Vertrieb Europa", "Design"],
    ),
    (
        "door-access/reason",
        &[
            "I take part in the endurance tests from now on",
            "I look after the photo studio while Wiebke is away",
            "Parts for repairs are kept there",
        ],
        &[
            "Ich arbeite ab jetzt bei den Dauertests mit",
            "Ich betreue das Fotostudio, solange Wiebke weg ist",
            "Dort liegen die Teile für Reparaturen",
        ],
    ),
    ("guest-name", &["Ingeborg Haugen", "Daniel Osei", "Marta Pereira"], NONE),
    ("guest-wifi/name", &["Ingeborg Haugen", "Daniel Osei", "Marta Pereira"], NONE),
    ("guest-wifi/company", &["Norsk Optikk AS", "University of Leeds", "Kartonwerk Süd"], NONE),
    ("guest-account/company", &["Norsk Optikk AS", "University of Leeds", "Kartonwerk Süd"], NONE),
    (
        "guest-email",
        &["ingeborg@norsk-optikk.example", "d.osei@leeds.example", "pereira@kartonwerk.example"],
        NONE,
    ),
    (
        "which",
        &["The results of the joint endurance test", "The folder of the packaging project"],
        &["Die Ergebnisse des gemeinsamen Dauertests", "Der Ordner des Verpackungsprojekts"],
    ),
    (
        "internal-move/title",
        &["Senior designer", "Team lead dispatch", "Service engineer"],
        &["Leitende Designerin", "Teamleitung Versand", "Serviceingenieur"],
    ),
    (
        "reports",
        &["Nobody at first", "The three people of dispatch"],
        &["Zunächst niemand", "Die drei aus dem Versand"],
    ),
    (
        "read_reason",
        &[
            "Open orders of three customers were handled in this mailbox only and must not be lost.",
            "Deliveries of the next weeks were agreed by mail, and nobody else was copied.",
        ],
        &[
            "Offene Aufträge von drei Kunden liefen nur über dieses Postfach und dürfen nicht verloren gehen.",
            "Lieferungen der nächsten Wochen wurden per Mail vereinbart, und niemand sonst stand in Kopie.",
        ],
    ),
    (
        "private_address",
        &["Linden Road 12, 12489 Berlin", "Fictional Street 48, New York"],
        &["Lindenweg 12, 12489 Berlin", "Musterstraße 48, 12489 Berlin"],
    ),
    ("first_name", &["Alex", "Kim", "Robin"], NONE),
    ("last_name", &["Berger-Holm", "Nakamura", "Lindqvist-Roy"], NONE),
    ("local_part", &["alex.berger-holm", "kim.nakamura", "robin.lindqvist-roy"], NONE),
];
