//! The head of an article, from what its page and whoever imports it say.

use super::{
    html::{one_line, page},
    kind::Kind,
    notes::Notes,
};
use crate::content::{Imported, Outline};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::fmt::Write;

/// More are a list of everything and not of what people look for it with.
const MOST_KEYWORDS: usize = 50;
/// In characters: as much as a list shows.
const LONGEST_SUMMARY: usize = 200;
const LONGEST_TITLE: usize = 200;

/// What the head of an article says, apart from what every article of an import says alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    pub title: String,
    pub summary: String,
    pub keywords: Vec<String>,
    pub category: Option<String>,
    pub services: Vec<String>,
    pub items: Vec<String>,
    pub owner: Option<String>,
    /// When the page says it was last looked at.
    pub reviewed: Option<NaiveDate>,
    pub review_months: Option<u64>,
}

impl Head {
    /// Takes the front matter of a page: what has a place in the head of an article, if it names what is there. Notes the rest.
    pub fn take(&mut self, front: &Value, outline: &Outline, notes: &mut Notes) {
        let none = Map::new();
        for (key, value) in front.as_object().unwrap_or(&none) {
            let text = || text_of(value);
            match key.as_str() {
                "title" => replace(&mut self.title, text()),
                "summary" | "description" | "excerpt" => replace(&mut self.summary, text()),
                "keywords" | "tags" => self.keywords.extend(list_of(value)),
                "category" => self.category = named(key, list_of(value), &outline.categories, notes).pop(),
                "services" => self.services = named(key, list_of(value), &outline.services, notes),
                "items" => self.items = named(key, list_of(value), &outline.items, notes),
                "owner" => self.owner = named(key, list_of(value), &outline.groups, notes).pop(),
                "reviewed" | "date" | "updated" | "lastmod" | "last_modified_at" => {
                    let day = text().and_then(|text| page::day(&text));
                    if day.is_none() {
                        notes.whole(Kind::FrontMatter, format!("`{key}` is no day"));
                    }
                    self.reviewed = self.reviewed.max(day);
                }
                "review_months" => {
                    self.review_months = value.as_u64().filter(|months| (1..=120).contains(months));
                    if self.review_months.is_none() {
                        notes.whole(Kind::FrontMatter, format!("`{key}` is no number from 1 to 120"));
                    }
                }
                _ => notes.whole(Kind::FrontMatter, format!("`{key}` is not known here")),
            }
        }
    }

    /// Puts everything into the shape that a list can show.
    pub fn tidy(&mut self) {
        self.title = shortened(&printable(&self.title), LONGEST_TITLE);
        self.summary = shortened(&printable(&self.summary), LONGEST_SUMMARY);
        self.keywords =
            self.keywords.iter().map(|word| printable(word)).filter(|word| !word.is_empty()).collect();
        let mut seen = std::collections::BTreeSet::new();
        self.keywords.retain(|word| seen.insert(word.to_lowercase()));
        self.keywords.truncate(MOST_KEYWORDS);
    }
}

/// One line without what nobody sees.
fn printable(text: &str) -> String {
    one_line(text).chars().filter(|c| !c.is_control() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

fn replace(old: &mut String, new: Option<String>) {
    if let Some(new) = new.filter(|new| !new.trim().is_empty()) {
        *old = new;
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A list, or words between commas.
fn list_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(text_of).map(|text| one_line(&text)).collect(),
        value => text_of(value).map(|text| page::keywords(&text)).unwrap_or_default(),
    }
}

/// Those of `ids` that are there.
fn named(
    key: &str,
    ids: Vec<String>,
    there: &std::collections::BTreeSet<String>,
    notes: &mut Notes,
) -> Vec<String> {
    let (known, unknown): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| there.contains(id));
    for id in unknown {
        notes.whole(Kind::FrontMatter, format!("`{key}`: there is no '{id}' in the content folder"));
    }
    known
}

/// At most `most` characters, cut after a sentence or a word.
pub fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let start = text.get(..end).unwrap_or(text);
    let sentence = [". ", "! ", "? "].into_iter().filter_map(|sign| start.rfind(sign)).max();
    // A short first sentence says less than half of a long one.
    if let Some(end) = sentence.filter(|end| *end > most / 3) {
        return start.get(..=end).unwrap_or(start).to_owned();
    }
    let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// What every article of an import says alike.
#[derive(Debug, Clone)]
pub struct Alike {
    pub category: Option<String>,
    pub owner: String,
    /// YAML.
    pub visible_to: Option<String>,
    /// Whether the company has other languages.
    pub untranslated: bool,
}

/// The text of an article's file. `reviewed` is for pages that do not say when they were.
pub fn article(head: &Head, alike: &Alike, reviewed: NaiveDate, imported: &Imported, body: &str) -> String {
    let mut text = String::from("---\n");
    // Writing to a String cannot fail. A text of JSON is one of YAML.
    let mut line = |key: &str, value: &dyn std::fmt::Display| {
        let _ = writeln!(text, "{key}: {value}");
    };
    let quoted = |text: &str| Value::from(text).to_string();
    line("title", &quoted(&head.title));
    line("summary", &quoted(&head.summary));
    if let Some(category) = head.category.as_ref().or(alike.category.as_ref()) {
        line("category", &quoted(category));
    }
    for (key, list) in [("services", &head.services), ("items", &head.items), ("keywords", &head.keywords)] {
        if !list.is_empty() {
            line(key, &Value::from(list.clone()));
        }
    }
    if let Some(audience) = &alike.visible_to {
        line("visible_to", audience);
    }
    line("owner", &quoted(head.owner.as_ref().unwrap_or(&alike.owner)));
    line("reviewed", &quoted(&head.reviewed.unwrap_or(reviewed).to_string()));
    if let Some(months) = head.review_months {
        line("review_months", &months);
    }
    if alike.untranslated {
        line("untranslated", &true);
    }
    let from = Value::from(imported.from.as_str());
    let sum = Value::from(imported.sum.as_str());
    line("imported", &format!("{{\"from\": {from}, \"sum\": {sum}}}"));
    text.push_str("---\n\n");
    text.push_str(body);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::head_of;
    use serde_json::json;

    fn outline() -> Outline {
        let mut outline = Outline::default();
        outline.categories.insert("network".to_owned());
        outline.services.insert("vpn".to_owned());
        outline
    }

    #[test]
    fn front_matter_is_kept_where_it_has_a_place() {
        let mut head = Head { title: "Old".to_owned(), keywords: vec!["VPN".to_owned()], ..Head::default() };
        let mut notes = Notes::of("a.md");
        let front = json!({
            "title": "New\n title", "description": "  ", "tags": "vpn, tunnel", "category": "network",
            "services": ["vpn", "vpm"], "date": "2026-03-04T10:00:00Z", "layout": "page", "review_months": 0,
        });
        head.take(&front, &outline(), &mut notes);
        head.tidy();
        let expected = Head {
            title: "New title".to_owned(),
            keywords: vec!["VPN".to_owned(), "tunnel".to_owned()],
            category: Some("network".to_owned()),
            services: vec!["vpn".to_owned()],
            reviewed: NaiveDate::from_ymd_opt(2026, 3, 4),
            ..Head::default()
        };
        assert_eq!(head, expected);
        let mut told: Vec<_> = notes.findings().into_iter().map(|finding| finding.what).collect();
        told.sort();
        assert_eq!(
            told,
            [
                "`layout` is not known here",
                "`review_months` is no number from 1 to 120",
                "`services`: there is no 'vpm' in the content folder",
            ]
        );
    }

    #[test]
    fn a_summary_ends_after_a_sentence_or_a_word() {
        assert_eq!(shortened("All of it.", 20), "All of it.");
        assert_eq!(shortened("One sentence. And another one", 20), "One sentence.");
        assert_eq!(shortened("A. And a long sentence, which goes on", 24), "A. And a long sentence…");
        assert_eq!(shortened(&"ä".repeat(9), 5), "äääää…");
    }

    #[test]
    fn whatever_a_title_holds_the_head_can_be_read() {
        let title = "a: \"b\" # 'c' \\ {d} - \u{1f600}";
        let head = Head { title: title.to_owned(), summary: "- x".to_owned(), ..Head::default() };
        let alike = Alike {
            category: Some("network".to_owned()),
            owner: "desk".to_owned(),
            visible_to: Some("{group: managers}".to_owned()),
            untranslated: true,
        };
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let imported = Imported { from: "help/a b.html".to_owned(), sum: "0123".to_owned() };
        let text = article(&head, &alike, day, &imported, "Body");
        let (read, body, _) = head_of("a.md", &text).unwrap();
        let expected = json!({
            "title": title, "summary": "- x", "category": "network", "visible_to": {"group": "managers"},
            "owner": "desk", "reviewed": "2026-03-04", "untranslated": true,
            "imported": {"from": "help/a b.html", "sum": "0123"},
        });
        assert_eq!(read.unwrap(), expected);
        assert_eq!(body, "Body\n");
    }
}
