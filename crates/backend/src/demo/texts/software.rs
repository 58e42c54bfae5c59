//! Programs, licences and code.

use super::{NONE, Pool};

pub(super) const POOLS: &[Pool] = &[
    (
        "admin-rights/program",
        &["Oscilloscope utility 4.2", "Customer's update tool", "Label designer 9"],
        &["Oszilloskop-Werkzeug 4.2", "Update-Programm des Kunden", "Etikettendesigner 9"],
    ),
    (
        "why-long",
        &[
            "The customer's tool updates itself every week and needs administrator rights each time.",
            "I test drivers for our instruments every day; asking every month would stop the test bench.",
        ],
        &[
            "Das Programm des Kunden aktualisiert sich jede Woche und braucht jedes Mal Administratorrechte.",
            "Ich teste täglich Treiber für unsere Geräte; eine Anfrage jeden Monat würde den Prüfstand anhalten.",
        ],
    ),
    ("app_name", &["Boardflow", "Translate Desk", "PlotMaster Cloud", "Surveyo"], NONE),
    (
        "website",
        &[
            "https://www.boardflow.example",
            "https://translate-desk.example/business",
            "https://plotmaster.example",
        ],
        NONE,
    ),
    (
        "app-purchase/problem",
        &[
            "We plan shifts in a spreadsheet that three people change at the same time. Every week somebody's entries are lost and we start again.",
            "Customers send us surveys as pictures. Typing them in takes two of us a day a month, and we make mistakes.",
        ],
        &[
            "Wir planen Schichten in einer Tabelle, die drei Leute gleichzeitig ändern. Jede Woche gehen Einträge verloren und wir fangen von vorn an.",
            "Kunden schicken uns Umfragen als Bilder. Das Abtippen kostet zwei von uns einen Tag im Monat, und wir machen Fehler.",
        ],
    ),
    (
        "personal_detail",
        &["Names and work e-mail addresses of colleagues", "Names of contact persons at customers"],
        &["Namen und dienstliche E-Mail-Adressen von Kollegen", "Namen von Ansprechpartnern bei Kunden"],
    ),
    (
        "repositories",
        &[
            "firmware-aurora, firmware-boreas",
            "portal-customers and its end-to-end tests",
            "calibration-tools",
        ],
        &[
            "firmware-aurora, firmware-boreas",
            "portal-customers und seine End-to-End-Tests",
            "calibration-tools",
        ],
    ),
    (
        "repo_name",
        &["aurora-bootloader", "sample-tracker", "packaging-templates", "climate-log-parser", "lens-model"],
        NONE,
    ),
    (
        "code-repository/purpose",
        &[
            "Parser for the logs of the climate chambers",
            "Templates for packaging and their checks",
            "Bootloader of the new spectrometer",
        ],
        &[
            "Parser für die Protokolle der Klimakammern",
            "Vorlagen für Verpackungen und ihre Prüfungen",
            "Bootloader des neuen Spektrometers",
        ],
    ),
    (
        "origin",
        &["From the shared drive of our team, two years of work", "From the old server, repository aurora"],
        &["Vom gemeinsamen Laufwerk unseres Teams, zwei Jahre Arbeit", "Vom alten Server, Repository aurora"],
    ),
    (
        "foreign_detail",
        &[
            "A small FFT library under the BSD licence, which allows it when we name its authors.",
            "Two header files of the chip maker, free to use with their chips.",
        ],
        &[
            "Eine kleine FFT-Bibliothek unter BSD-Lizenz, die das erlaubt, wenn wir die Autoren nennen.",
            "Zwei Headerdateien des Chipherstellers, mit dessen Chips frei nutzbar.",
        ],
    ),
    (
        "video_work",
        &["Short films for the trade fair", "3D views of packaging for customers"],
        &["Kurze Filme für die Messe", "3D-Ansichten von Verpackungen für Kunden"],
    ),
    (
        "trace_reason",
        &["Aurora 300, the new detector board", "Boreas, the stepper driver"],
        &["Aurora 300, die neue Detektorplatine", "Boreas, der Schrittmotortreiber"],
    ),
    (
        "remarks",
        &[
            "A second shell with our usual settings would be kind.",
            "Please leave the old version next to the new one.",
        ],
        &[
            "Eine zweite Shell mit unseren üblichen Einstellungen wäre nett.",
            "Bitte die alte Version neben der neuen lassen.",
        ],
    ),
    ("legal_name", &["{name}"], NONE),
    (
        "program_name",
        &["Ray tracer 7", "Chemistry drawing board", "Font manager"],
        &["Ray Tracer 7", "Zeichenbrett Chemie", "Schriftverwaltung"],
    ),
    (
        "software-install/source",
        &["https://raytracer.example/download", "https://fontmanager.example/business"],
        NONE,
    ),
    (
        "software-install/purpose",
        &[
            "Our agency sends files that only this program opens.",
            "To draw molecules for a customer's manual.",
        ],
        &[
            "Unsere Agentur schickt Dateien, die nur dieses Programm öffnet.",
            "Um Moleküle für das Handbuch eines Kunden zu zeichnen.",
        ],
    ),
    (
        "software-licence/purpose",
        &[
            "Planning the move of the workshop",
            "Drawings for the service manual",
            "Evaluating the endurance tests",
        ],
        &[
            "Planung des Umzugs der Werkstatt",
            "Zeichnungen für das Servicehandbuch",
            "Auswertung der Dauertests",
        ],
    ),
];
