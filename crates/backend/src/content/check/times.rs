//! Zones that exist, and calendars that open.

use super::super::{Doc, Report, explain::explain, folder::Folder, pointer::visit};
use guichet_rules::schedule::Zone;
use serde_json::Value;

pub(super) fn check(folder: &Folder, report: &mut Report) {
    if let Some(doc) = folder.docs.get("announcements.yaml") {
        zones(doc, "/*/zone", report);
    }
    for doc in folder.of("calendars/") {
        zones(doc, "/zone", report);
        let mut opens = false;
        visit(&doc.value, "/week/*/*", &mut |_, _| opens = true);
        // A week that is missing or no mapping is reported where it is read.
        if !opens && doc.value.get("week").is_some_and(Value::is_object) {
            let what = "the calendar never opens, so that nothing would ever be due";
            report.add(doc.problem("/week", what, "add hours to at least one day"));
        }
    }
}

fn zones(doc: &Doc, pattern: &str, report: &mut Report) {
    visit(&doc.value, pattern, &mut |at, name| {
        // The form of the name is looked at where it is read.
        let unknown = name.as_str().and_then(|name| Zone::new(name).ok()).and_then(|zone| zone.tz().err());
        if let Some(error) = unknown {
            let (what, _) = explain(&error.to_string());
            report.add(doc.problem(at, what, "use a name of the IANA database, such as Europe/Berlin"));
        }
    });
}
