//! What people write into the forms of the catalog.
//!
//! `#` stands for a digit other than 0, `{name}` for the name of the person it is for and `{cost}` for their cost centre.
//! What does not depend on the language is written once.

/// A question, `item/question` or the question alone, with answers in English and in German.
pub(super) type Pool = (&'static str, &'static [&'static str], &'static [&'static str]);

/// The pool of a question: its own first, then that of all questions of its name.
pub(super) fn pool(item: &str, question: &str) -> Option<&'static Pool> {
    let own = |(key, _, _): &&Pool| key.split_once('/') == Some((item, question));
    POOLS.iter().find(own).or_else(|| POOLS.iter().find(|(key, _, _)| *key == question))
}

/// For questions that nobody thought of.
pub(super) const SHORT: Pool = (
    "",
    &[
        "As agreed with my manager",
        "For the project that starts next month",
        "As discussed with the service desk",
    ],
    &[
        "Wie mit meiner Führungskraft besprochen",
        "Für das Projekt, das nächsten Monat beginnt",
        "Wie mit dem Service Desk besprochen",
    ],
);
/// The same for longer texts.
pub(super) const LONG: Pool = (
    "",
    &[
        "We need this for a project that starts next month. If there are questions, I am at my desk every morning.",
        "A colleague of mine already has it and it saves her an hour a day. I do the same work for the other half of our customers.",
    ],
    &[
        "Wir brauchen das für ein Projekt, das nächsten Monat beginnt. Bei Fragen bin ich jeden Vormittag an meinem Platz.",
        "Eine Kollegin hat es schon und spart damit eine Stunde am Tag. Ich mache dieselbe Arbeit für die andere Hälfte unserer Kunden.",
    ],
);

const COST: &[&str] = &["{cost}"];
const DESK: &[&str] = &["#.##8", "#.1##", "#.2##", "#.3#4"];
const PHONE: &[&str] = &["+49 30 5550 1###", "+1 212 555 01##", "+81 3 5550 2###", "+49 171 5550 ###"];
const ROOM: &[&str] = &["#.##1", "Lab #.1#", "B #.#2", "#.##4"];
const NONE: &[&str] = &[];

const POOLS: &[Pool] = &[
    ("cost-centre", COST, NONE),
    ("cost_centre", COST, NONE),
    ("desk", DESK, NONE),
    ("call-back", PHONE, NONE),
    ("existing-number", PHONE, NONE),
    ("number", PHONE, NONE),
    ("room", ROOM, NONE),
    ("from_room", ROOM, NONE),
    ("to_room", ROOM, NONE),
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
        "lab-system",
        &["Measurement store", "Climate chamber planner", "Sample register"],
        &["Messdatenablage", "Planung der Klimakammern", "Probenverzeichnis"],
    ),
    (
        "application-access/reason",
        &[
            "I take over the order desk for Benelux from next month on.",
            "I stand in for a colleague on parental leave and enter the purchase orders.",
            "I prepare the monthly report and have to look up the figures behind it.",
        ],
        &[
            "Ich übernehme ab nächstem Monat die Auftragsabwicklung für Benelux.",
            "Ich vertrete eine Kollegin in Elternzeit und erfasse die Bestellungen.",
            "Ich bereite den Monatsbericht vor und muss die Zahlen dahinter nachsehen.",
        ],
    ),
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
        "existing",
        &["Orders by region", "Repair times", "Stock of spare parts"],
        &["Aufträge nach Region", "Reparaturzeiten", "Bestand an Ersatzteilen"],
    ),
    (
        "decision",
        &[
            "How many spare parts of each kind we keep in New York. Today we guess, and either wait or have too many.",
            "Which trade fairs we go to next year: it should show what came of the contacts we made there.",
        ],
        &[
            "Wie viele Ersatzteile jeder Art wir in New York vorhalten. Heute schätzen wir und haben entweder zu wenige oder zu viele.",
            "Zu welchen Messen wir nächstes Jahr fahren: Zu sehen sein soll, was aus den Kontakten dort geworden ist.",
        ],
    ),
    (
        "outside_who",
        &["Our distributor in Norway", "The auditors, once a year"],
        &["Unser Händler in Norwegen", "Die Wirtschaftsprüfer, einmal im Jahr"],
    ),
    (
        "hourly_reason",
        &["Dispatch plans its trucks with it", "The order desk answers customers with it"],
        &["Der Versand plant damit seine Lkw", "Die Auftragsabwicklung gibt damit Kunden Auskunft"],
    ),
    (
        "content",
        &[
            "All repairs of the last three years with type, country, fault and days in the workshop, one line each.",
            "Orders of this year by product group and month, for all regions.",
        ],
        &[
            "Alle Reparaturen der letzten drei Jahre mit Typ, Land, Fehler und Tagen in der Werkstatt, je eine Zeile.",
            "Aufträge dieses Jahres nach Produktgruppe und Monat, für alle Regionen.",
        ],
    ),
    (
        "outside_name",
        &["Norsk Optikk AS, Mr Haugen", "University of Leeds, Dr Osei"],
        &["Norsk Optikk AS, Herr Haugen", "University of Leeds, Dr. Osei"],
    ),
    (
        "data-warehouse-access/question",
        &[
            "Do instruments that are serviced every year really fail less often?",
            "Which parts do we order in a hurry, and what does that cost us a year?",
        ],
        &[
            "Fallen Geräte, die jedes Jahr gewartet werden, wirklich seltener aus?",
            "Welche Teile bestellen wir eilig, und was kostet uns das im Jahr?",
        ],
    ),
    (
        "video_work",
        &["Short films for the trade fair", "3D views of packaging for customers"],
        &["Kurze Filme für die Messe", "3D-Ansichten von Verpackungen für Kunden"],
    ),
    (
        "names",
        &[
            "Two visitors from Halden Engineering and one from Brightline",
            "The six people of the packaging team",
        ],
        &["Zwei Gäste von Halden Engineering und einer von Brightline", "Die sechs vom Verpackungsteam"],
    ),
    (
        "desk-move/instrument",
        &["A balance with its marble table, about 60 kg", "A microscope, 25 kg, must stay upright"],
        &["Eine Waage mit Marmortisch, etwa 60 kg", "Ein Mikroskop, 25 kg, muss aufrecht bleiben"],
    ),
    ("shown-name", &["Order desk", "Reception", "Service"], &["Aufträge", "Empfang", "Service"]),
    (
        "emergency-place",
        &["Main entrance, then third floor on the left", "Goods entrance, hall 2"],
        &["Haupteingang, dann dritter Stock links", "Wareneingang, Halle 2"],
    ),
    (
        "desk-phone/room",
        &["Room #.##4, desk at the window", "Hall 2, packing bench #"],
        &["Raum #.##4, Platz am Fenster", "Halle 2, Packtisch #"],
    ),
    ("socket", &["B-1###", "A-2###"], NONE),
    (
        "desktop-workstation/instrument",
        &["Spectrometer Aurora 300, second bench", "Climate chamber 4"],
        &["Spektrometer Aurora 300, zweiter Messplatz", "Klimakammer 4"],
    ),
    (
        "work",
        &[
            "Simulating the light path of a lens takes eleven hours on the laptop and blocks it.",
            "Assemblies of more than 2,000 parts cannot be turned on the laptop.",
        ],
        &[
            "Die Simulation des Strahlengangs einer Linse dauert auf dem Laptop elf Stunden und blockiert ihn.",
            "Baugruppen mit mehr als 2.000 Teilen lassen sich auf dem Laptop nicht drehen.",
        ],
    ),
    (
        "desktop-workstation/room",
        &["Lab #.1#, bench #", "Room #.##2, desk at the wall"],
        &["Labor #.1#, Tisch #", "Raum #.##2, Platz an der Wand"],
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
    ("eid", &["890490320000010000000000########"], NONE),
    (
        "customer",
        &["Hallberg Optics, Lund", "University hospital, Leeds"],
        &["Hallberg Optics, Lund", "Universitätsklinik, Leeds"],
    ),
    ("firewall-rule/source", &["10.20.8.1#", "10.20.1#.0/24"], NONE),
    ("destination", &["updates.aurora.example", "10.30.4.0/24", "api.kartonwerk.example"], NONE),
    ("ports", &["443", "8443", "5025", "443, 8883"], NONE),
    (
        "firewall-rule/purpose",
        &[
            "The instrument cannot send its measurements to the store; we carry them over on a stick every evening.",
            "The test bench has to reach the maker's update service, otherwise its calibration expires.",
        ],
        &[
            "Das Gerät kann seine Messwerte nicht in die Ablage schicken; wir tragen sie jeden Abend auf einem Stick hinüber.",
            "Der Prüfstand muss den Updatedienst des Herstellers erreichen, sonst läuft seine Kalibrierung ab.",
        ],
    ),
    (
        "protection",
        &["It runs inside a tunnel of the instrument", "Only checksums travel, no measurements"],
        &["Es läuft in einem Tunnel des Geräts", "Es werden nur Prüfsummen übertragen, keine Messwerte"],
    ),
    ("guest-name", &["Ingeborg Haugen", "Daniel Osei", "Marta Pereira"], NONE),
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
        "event",
        &["Supplier day", "Optics user group", "Open house"],
        &["Lieferantentag", "Anwendertreffen Optik", "Tag der offenen Tür"],
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
    ("inventory-number", &["NI-LT-04###", "NI-LT-05###"], NONE),
    (
        "details",
        &[
            "It fell from the desk with the lid open. The picture has a black stripe on the right.",
            "Since yesterday it switches off as soon as the charger is pulled.",
            "Three keys in the bottom row no longer work, without any accident.",
        ],
        &[
            "Er ist aufgeklappt vom Tisch gefallen. Das Bild hat rechts einen schwarzen Streifen.",
            "Seit gestern geht er aus, sobald man das Netzteil abzieht.",
            "Drei Tasten in der unteren Reihe gehen nicht mehr, ohne dass etwas passiert wäre.",
        ],
    ),
    (
        "laptop/use",
        &[
            "Packaging artwork and photographs for the catalogue",
            "Layout of the service manuals",
            "3D views of housings",
        ],
        &[
            "Verpackungsgestaltung und Fotos für den Katalog",
            "Layout der Servicehandbücher",
            "3D-Ansichten von Gehäusen",
        ],
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
    (
        "countries",
        &["Norway and Sweden, once a month", "Korea, four times a year", "Portugal, two weeks"],
        &["Norwegen und Schweden, einmal im Monat", "Korea, viermal im Jahr", "Portugal, zwei Wochen"],
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
    ("meeting-room-equipment/room", &["Linse", "Prisma", "Room #.##0"], &["Linse", "Prisma", "Raum #.##1"]),
    (
        "home-address",
        &["Linden Road 12, 12489 Berlin", "Harrow Street 480, New York"],
        &["Lindenweg 12, 12489 Berlin", "Am Spektrum 7, 12489 Berlin"],
    ),
    ("first_name", &["Alex", "Kim", "Robin"], NONE),
    ("last_name", &["Berger-Holm", "Nakamura", "Lindqvist-Roy"], NONE),
    ("local_part", &["alex.berger-holm", "kim.nakamura", "robin.lindqvist-roy"], NONE),
    ("socket_number", &["#-1#-#", "#-##-#"], NONE),
    (
        "network-socket/instrument",
        &["Spectrometer Aurora 300", "Balance with printer"],
        &["Spektrometer Aurora 300", "Waage mit Drucker"],
    ),
    ("legal_name", &["{name}"], NONE),
    ("transfer-code", &["X#T##-K#"], NONE),
    ("printer_number", &["NI-PR-0##1"], NONE),
    (
        "why-full",
        &["The restore has to write into system tables, which the lower rights do not allow."],
        &["Die Wiederherstellung muss in Systemtabellen schreiben, was die kleineren Rechte nicht erlauben."],
    ),
    ("privileged-access/ticket", &["CHG-1####", "INC-1####"], NONE),
    (
        "privileged-access/task",
        &[
            "Move the database to the new disk, check the indexes and switch back.",
            "Replace the certificate of the gateway and restart it outside office hours.",
        ],
        &[
            "Die Datenbank auf die neue Platte ziehen, die Indizes prüfen und zurückschalten.",
            "Das Zertifikat des Gateways tauschen und es außerhalb der Bürozeiten neu starten.",
        ],
    ),
    (
        "where",
        &["Hallberg Optics in Lund", "Norway, at the customer's"],
        &["Hallberg Optics in Lund", "Norwegen, beim Kunden"],
    ),
    (
        "remote-lab-access/purpose",
        &["I watch a series that runs over the weekend and stop it if the temperature drifts."],
        &["Ich beobachte eine Messreihe über das Wochenende und halte sie an, wenn die Temperatur wegläuft."],
    ),
    (
        "path",
        &["Packaging 2026, drawings", "Endurance tests, autumn"],
        &["Verpackung 2026, Zeichnungen", "Dauertests, Herbst"],
    ),
    (
        "shared-folder-access/reason",
        &[
            "I work on the new packaging and need the drawings of the old one.",
            "I prepare the audit and have to see the test reports.",
            "I answer customers' questions about manuals.",
        ],
        &[
            "Ich arbeite an der neuen Verpackung und brauche die Zeichnungen der alten.",
            "Ich bereite das Audit vor und muss die Prüfberichte sehen.",
            "Ich beantworte Fragen von Kunden zu Handbüchern.",
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
    (
        "static-address/name",
        &["Aurora 300 UV-Vis", "Label printer ZX-2", "Climate chamber controller"],
        &["Aurora 300 UV-Vis", "Etikettendrucker ZX-2", "Steuerung Klimakammer"],
    ),
    ("hardware_address", &["00:1B:4#:A#:C#:0#", "3C-52-8#-1#-F#-2#"], NONE),
    (
        "peers",
        &["Only the measurement store and the time server."],
        &["Nur die Messdatenablage und den Zeitserver."],
    ),
    ("hostname", &["aurora-bench-#", "label-zx#", "climate-#"], NONE),
    (
        "team-space/name",
        &["Packaging 2027", "Fair team", "Aurora housing", "Lab safety"],
        &["Verpackung 2027", "Messeteam", "Gehäuse Aurora", "Laborsicherheit"],
    ),
    ("guest-companies", &["Studio Falkensee", "Halden Engineering, Kartonwerk Süd"], NONE),
    ("country", &["Norway", "Portugal", "Canada"], &["Norwegen", "Portugal", "Kanada"]),
    (
        "instruments",
        &[
            "Spectrometer in Berlin: watch a series and stop it if needed.",
            "Climate chamber 4: read the log and set the next programme.",
        ],
        &[
            "Spektrometer in Berlin: eine Messreihe beobachten und bei Bedarf anhalten.",
            "Klimakammer 4: das Protokoll lesen und das nächste Programm einstellen.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_finds_its_own_answers_first() {
        let name = |item: &str, question: &str| pool(item, question).map(|(key, _, _)| *key);
        assert_eq!(name("network-socket", "instrument"), Some("network-socket/instrument"));
        assert_eq!(name("shared-mailbox", "address"), Some("shared-mailbox/address"));
        assert_eq!(name("laptop", "cost-centre"), Some("cost-centre"));
        assert_eq!(name("laptop", "colour of the sky"), None);
    }
}
