//! Networks, and getting into systems and folders.

use super::{NONE, Pool};

pub(super) const POOLS: &[Pool] = &[
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
