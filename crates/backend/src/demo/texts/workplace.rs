//! Desks, rooms, telephones and computers.

use super::{NONE, Pool};

pub(super) const POOLS: &[Pool] = &[
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
    ("eid", &["890490320000010000000000########"], NONE),
    (
        "customer",
        &["Hallberg Optics, Lund", "University hospital, Leeds"],
        &["Hallberg Optics, Lund", "Universitätsklinik, Leeds"],
    ),
    (
        "event",
        &["Supplier day", "Optics user group", "Open house"],
        &["Lieferantentag", "Anwendertreffen Optik", "Tag der offenen Tür"],
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
        "countries",
        &["Norway and Sweden, once a month", "Korea, four times a year", "Portugal, two weeks"],
        &["Norwegen und Schweden, einmal im Monat", "Korea, viermal im Jahr", "Portugal, zwei Wochen"],
    ),
    ("meeting-room-equipment/room", &["Linse", "Prisma", "Room #.##0"], &["Linse", "Prisma", "Raum #.##1"]),
    (
        "home-address",
        &["Linden Road 12, 12489 Berlin", "Harrow Street 480, New York"],
        &["Lindenweg 12, 12489 Berlin", "Am Spektrum 7, 12489 Berlin"],
    ),
    ("socket_number", &["#-1#-#", "#-##-#"], NONE),
    (
        "network-socket/instrument",
        &["Spectrometer Aurora 300", "Balance with printer"],
        &["Spektrometer Aurora 300", "Waage mit Drucker"],
    ),
    ("transfer-code", &["X#T##-K#"], NONE),
    ("printer_number", &["NI-PR-0##1"], NONE),
];
