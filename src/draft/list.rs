//! All drafts of a person: forms, and replies that were begun.

use super::{
    record::{Record, Said},
    shelf,
    short::{self, Draft},
};
use leptos::task::spawn_local;
use serde::{Deserialize, de::IgnoredAny};

/// A draft among others.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it is for, as in `request:laptop`, `guide:new-employee`, `report`, `reply:INC-10001`.
    pub name: String,
    /// The same in the words of the page where it was typed.
    pub title: String,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: i64,
    kept: Kept,
}

/// What it takes to put it back.
#[derive(Debug, Clone)]
enum Kept {
    Form(Record),
    /// Whose it is, and the text as it was kept.
    Short(String, String),
}

/// What is read of a form's content.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Content {
    said: Vec<Said>,
}

/// The drafts of `person`, last saved first.
pub async fn list(person: &str) -> Vec<Listed> {
    let forms = shelf::all(person).await;
    if forms.is_empty() {
        // Those of others, or none: the hint for home is set right.
        shelf::settle_hint().await;
    }
    let mut all: Vec<Listed> = forms.into_iter().map(Listed::form).collect();
    all.extend(short::all(person).iter().filter_map(|name| Listed::short(name, person)));
    all.sort_by_key(|draft| -draft.saved_at);
    all
}

impl Listed {
    fn form(record: Record) -> Self {
        let (name, title, saved_at) = (record.name.clone(), record.title.clone(), record.saved_at);
        Self { name, title, saved_at, kept: Kept::Form(record) }
    }

    fn short(name: &str, person: &str) -> Option<Self> {
        let text = short::raw(name, person)?;
        let draft = crate::api::read::<Draft<IgnoredAny>>(&text)?;
        let (title, saved_at) = (draft.title, draft.saved_at);
        Some(Self { name: name.to_owned(), title, saved_at, kept: Kept::Short(person.to_owned(), text) })
    }

    /// What was typed, in words, for when its form is gone.
    pub fn said(&self) -> Vec<Said> {
        match &self.kept {
            Kept::Form(record) => crate::api::read::<Content>(&record.content).unwrap_or_default().said,
            Kept::Short(..) => Vec::new(),
        }
    }

    /// Throws it away.
    pub fn throw_away(&self) {
        match &self.kept {
            Kept::Form(record) => {
                let (person, name) = (record.person.clone(), record.name.clone());
                spawn_local(async move { shelf::forget(&person, &name).await });
            }
            Kept::Short(person, _) => short::forget(&self.name, person),
        }
    }

    /// Puts it back as it was.
    pub fn put_back(&self) {
        match &self.kept {
            Kept::Form(record) => {
                let saving = shelf::save(record.clone());
                // What cannot be put back into the database stays in this page's memory.
                spawn_local(async move {
                    let _ = saving.await;
                });
            }
            Kept::Short(person, text) => short::put_back(&self.name, person, text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_can_be_read_without_its_form() {
        let content =
            r#"{"version":1,"answers":{"note":"x"},"said":[{"question":"note","label":"Note","words":"x"}]}"#;
        let listed = Listed::form(Record { content: content.to_owned(), ..Record::default() });
        assert_eq!(
            listed.said(),
            [Said { question: "note".into(), label: "Note".into(), words: "x".into() }]
        );
        assert!(Listed::form(Record::default()).said().is_empty());
    }
}
