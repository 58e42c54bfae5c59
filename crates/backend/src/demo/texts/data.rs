//! Reports, exports and the figures behind them.

use super::Pool;

pub(super) const POOLS: &[Pool] = &[
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
];
