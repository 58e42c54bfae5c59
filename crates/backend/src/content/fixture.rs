//! A company small enough to be read in a test, in a folder of its own.

use super::{Content, load};
use std::{fs, path::Path};
use tempfile::TempDir;

/// A content folder that goes away with it.
pub struct Fixture(TempDir);

const FILES: &[(&str, &str)] = &[
    ("company.yaml", "id: acme\nname: Acme\nlanguages: [en, de]\ncurrency: EUR\ncalendar: office\n"),
    (
        "priorities.yaml",
        "\
impacts:
  - {id: all, label: {en: Everyone, de: Alle}}
  - {id: me, label: {en: Only me, de: Nur ich}}
urgencies:
  - {id: stopped, label: {en: Stopped, de: Nichts geht}}
priorities:
  - {id: 1, label: {en: High, de: Hoch}, first_response: 15m, resolution: 4h, calendar: always}
  - {id: 2, label: {en: Low, de: Niedrig}, first_response: 4h, resolution: 3wd}
matrix:
  - [1]
  - [2]
",
    ),
    ("locations.yaml", "- {id: berlin, name: Berlin, calendar: office, field_group: desk}\n"),
    (
        "calendars/office.yaml",
        "\
id: office
name: {en: Office hours, de: Bürozeiten}
zone: Europe/Berlin
working_day: 8h
week:
  mon: [[\"09:00\", \"17:00\"]]
  tue: [[\"09:00\", \"17:00\"]]
holidays:
  - {date: \"2026-01-01\", name: {en: New Year, de: Neujahr}, yearly: true}
",
    ),
    (
        "calendars/always.yaml",
        "id: always\nname: Always\nzone: UTC\nworking_day: 24h\nweek: {mon: [[\"00:00\", \"24:00\"]]}\n",
    ),
    (
        "groups.yaml",
        "\
- {id: desk, name: {en: Desk, de: Schalter}, kind: assignment, rights: [desk]}
- {id: bosses, name: {en: Bosses, de: Leitung}, kind: approvers, rights: [desk, admin]}
- {id: readers, name: {en: Readers, de: Leser}, kind: audience}
",
    ),
    (
        "people.yaml",
        "\
- id: ada
  name: Ada
  email: ada@acme.example
  title: {en: Head, de: Leiterin}
  department: {en: IT, de: IT}
  location: berlin
  groups: [bosses]
  employment: employee
  cost_centre: \"100\"
  language: en
- id: bob
  name: Bob
  email: bob@acme.example
  title: {en: Agent, de: Mitarbeiter}
  department: {en: IT, de: IT}
  location: berlin
  manager: ada
  groups: [desk]
  employment: contractor
  language: de
  persona: {en: Answers tickets, de: Beantwortet Tickets}
- id: cleo
  name: Cleo
  email: cleo@acme.example
  title: {en: Trainee, de: Praktikantin}
  department: {en: IT, de: IT}
  location: berlin
  manager: bob
  employment: intern
  language: de
",
    ),
    ("cost-centres.yaml", "- {id: \"100\", name: {en: IT, de: IT}, owner: ada}\n"),
    (
        "services.yaml",
        "\
- id: vpn
  name: VPN
  summary: {en: From outside, de: Von außen}
  owner: ada
  group: desk
  status: working
",
    ),
    (
        "announcements.yaml",
        "\
- id: restart
  title: {en: Restart, de: Neustart}
  text: {en: Nothing to do, de: Nichts zu tun}
  kind: planned
  services: [vpn]
  starts: {in_days: 1, at: \"20:00\"}
  zone: Europe/Berlin
",
    ),
    (
        "assets.yaml",
        "- {id: lt-1, name: Book, kind: laptop, owner: bob, location: berlin, since: \"2024-03-11\"}\n",
    ),
    (
        "categories.yaml",
        "\
- {id: access, name: {en: Access, de: Zugang}, summary: {en: Doors, de: Türen}, icon: key}
- {id: books, name: {en: Books, de: Bücher}, summary: {en: Paper, de: Papier}, icon: book}
",
    ),
    (
        "items/token.yaml",
        r"id: token
category: access
name: {en: Token, de: Schlüssel}
summary: {en: A second step, de: Ein zweiter Schritt}
description:
  en: Sent by mail.
  de: Kommt per Post.
verb: {en: Request a token, de: Schlüssel anfordern}
icon: key
keywords: {en: [second factor], de: [zweiter Faktor]}
service: vpn
group: desk
popular: 1
price: {one_off: 1000}
delivery: 3wd
orderable_by: {any: [{group: employees}, {employment: contractor}]}
order_for: reports
quantity: 2
approvals:
  - id: boss
    approvers: {group: bosses}
    policy: {count: 1}
    when: {answers: {eq: [kind, gold]}}
    because: {en: because it is gold, de: weil er aus Gold ist}
form:
  version: 1
  pages:
    - id: what
      title: {en: What, de: Was}
      questions:
        - id: kind
          type: single_choice
          label: {en: Which?, de: Welcher?}
          required: true
          default: plain
          options:
            - {id: plain, label: {en: Plain, de: Einfach}, price: {one_off: 500}}
            - {id: gold, label: {en: Gold, de: Gold}, price: {one_off: 9000}}
        - id: code
          type: short_text
          label: {en: Your code, de: Ihr Code}
          visible_when: {ne: [kind, gold]}
          pattern: '\d{4}'
          pattern_message: {en: Enter four digits, de: Geben Sie vier Ziffern ein}
        - id: hurry
          type: notice
          text: {en: It takes a week, de: Es dauert eine Woche}
",
    ),
    (
        "articles/lost-token.en.md",
        "---\ntitle: Lost token\nsummary: What to do\ncategory: access\nservices: [vpn]\nitems: [token]\nkeywords: [token]\nowner: desk\nreviewed: 2026-09-14\n---\n\nAsk for [another](item:token), or see [no token](article:no-token).\n",
    ),
    (
        "articles/lost-token.de.md",
        "---\ntitle: Schlüssel verloren\nsummary: Was zu tun ist\ncategory: access\nservices: [vpn]\nitems: [token]\nkeywords: [Schlüssel]\nowner: desk\nreviewed: 2026-09-14\n---\n\nText\n",
    ),
    (
        "articles/no-token.en.md",
        "---\ntitle: No token\nsummary: Why none is needed\ncategory: access\nservices: [vpn]\nowner: desk\nreviewed: 2026-09-14\n---\n\nText\n",
    ),
    (
        "articles/no-token.de.md",
        "---\ntitle: Kein Schlüssel\nsummary: Warum keiner nötig ist\ncategory: access\nservices: [vpn]\nowner: desk\nreviewed: 2026-09-14\n---\n\nText\n",
    ),
];

/// What a file of [`Fixture::small`] holds.
pub fn text_of(file: &str) -> String {
    let found = FILES.iter().find(|(name, _)| *name == file);
    found.map(|(_, text)| (*text).to_owned()).unwrap_or_else(|| panic!("{file}"))
}

impl Fixture {
    /// A folder without a mistake.
    pub fn small() -> Self {
        let fixture = Self(tempfile::tempdir().unwrap());
        for (file, text) in FILES {
            fixture.write(file, text);
        }
        fixture
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        self.0.path()
    }

    /// Puts `text` into `file`.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.dir().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces the first `from` in `file`, which must be there.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.dir().join(file)).unwrap();
        assert!(text.contains(from), "{file} does not hold {from:?}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// Takes `file` away.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.dir().join(file)).unwrap();
    }

    /// What it says.
    pub fn load(&self) -> Content {
        load(self.dir()).unwrap_or_else(|report| panic!("{report}"))
    }

    /// What is wrong with it.
    pub fn problems(&self) -> Vec<String> {
        let problems = load(self.dir()).err().unwrap_or_default().problems;
        problems.iter().map(ToString::to_string).collect()
    }
}
