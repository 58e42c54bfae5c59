//! A company as large as companies get: people and devices that a program made up, beside those of a company that is there.

use std::{
    fmt::Write,
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::Path,
};

const GIVEN: [&str; 16] = [
    "Anna", "Björn", "Chloë", "Dmitri", "Elif", "Femi", "Grażyna", "Hanna", "İpek", "Jörg", "Kaori",
    "Łukasz", "María", "Nils", "Oluwa", "Zoë",
];
const BEGINNINGS: [&str; 16] = [
    "Al", "Ber", "Cor", "Dar", "El", "Fal", "Gro", "Hal", "In", "Kar", "Lin", "Mor", "Nor", "Pel", "Rau",
    "Wei",
];
const MIDDLES: [&str; 16] =
    ["a", "be", "da", "en", "fi", "go", "hu", "ka", "la", "mi", "no", "pa", "ri", "so", "tu", "va"];
const ENDS: [&str; 8] = ["berg", "dóttir", "mann", "ński", "off", "son", "stein", "weiß"];
const TITLES: [&str; 8] =
    ["Engineer", "Designer", "Analyst", "Technician", "Buyer", "Planner", "Chemist", "Nurse"];
const SITES: [&str; 3] = ["berlin", "new-york", "tokyo"];

/// Somebody whose name nobody else has, and who they are.
pub const RARE: (usize, &str) = (77_777, "Zsófia Quärkmüller");

/// So many people in a row, one has left.
const LEFT: usize = 1000;

/// The id of a person.
pub fn person_id(n: usize) -> String {
    format!("p-{n:06}")
}

/// The id of a device.
pub fn asset_id(n: usize) -> String {
    format!("d-{n:06}")
}

/// What a person is called. Some share a name.
pub fn name(n: usize) -> String {
    if n == RARE.0 {
        return RARE.1.to_owned();
    }
    let pick = |list: &'static [&str], by: usize| list.get(n / by % list.len()).copied().unwrap_or_default();
    let (given, end) = (pick(&GIVEN, 1), pick(&ENDS, 4096));
    format!("{given} {}{}{end}", pick(&BEGINNINGS, 16), pick(&MIDDLES, 256))
}

/// Where a person works, and a device stands.
pub fn site(n: usize) -> &'static str {
    SITES.get(n / 7 % SITES.len()).copied().unwrap_or_default()
}

/// Whether a person still works there.
pub fn is_active(n: usize) -> bool {
    n % LEFT != LEFT - 1
}

/// Adds so many to the files in `folder`, a copy of the demo company.
pub fn add(folder: &Path, people: usize, assets: usize) -> io::Result<()> {
    let mut text = String::new();
    for n in 0..people {
        let (id, name, site, active) = (person_id(n), name(n), site(n), is_active(n));
        let title = TITLES.get(n % TITLES.len()).copied().unwrap_or_default();
        // Teams of fifty, so that there are four levels.
        let manager = if n == 0 { "mara-lindt".to_owned() } else { person_id((n - 1) / 50) };
        // Text is never short of room.
        let _ = writeln!(
            text,
            "- {{id: {id}, name: {name}, email: {id}@large.example, title: {title}, department: Works, location: {site}, \
             manager: {manager}, employment: employee, language: en, active: {active}}}"
        );
    }
    append(&folder.join("people.yaml"), &text)?;
    text.clear();
    for n in 0..assets {
        let (id, site, owner) = (asset_id(n), site(n), person_id(n % people.max(1)));
        let _ = writeln!(
            text,
            "- {{id: {id}, name: WorkBook {}, kind: laptop, serial: NI-WB-{n:06}, owner: {owner}, location: {site}}}",
            n % 9
        );
    }
    append(&folder.join("assets.yaml"), &text)
}

fn append(file: &Path, text: &str) -> io::Result<()> {
    let whole = fs::read_to_string(file)?.ends_with('\n');
    let mut file = OpenOptions::new().append(true).open(file)?;
    if !whole {
        file.write_all(b"\n")?;
    }
    file.write_all(text.as_bytes())
}
