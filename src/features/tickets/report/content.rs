//! What is reported, and what is missing in it.

use crate::{api::Key, i18n::m, ui::Choice};
use guichet_contract::types::{Attachment, IncidentInput};
use guichet_rules::ids::{AssetId, PersonId, ServiceId};
use serde::{Deserialize, Serialize};

/// One line in a list; more belongs into the description.
const TITLE_MOST: usize = 200;

/// Something picked from a list, with the words that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picked {
    /// Which.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What tells it from others of that name.
    #[serde(default)]
    pub hint: Option<String>,
}

impl From<Choice> for Picked {
    fn from(choice: Choice) -> Self {
        Self { id: choice.value, label: choice.label, hint: choice.hint }
    }
}

impl From<&Picked> for Choice {
    fn from(picked: &Picked) -> Self {
        Self { hint: picked.hint.clone(), ..Self::new(&picked.id, &picked.label) }
    }
}

/// A report as it is being written, kept on the device until it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What it is about, in one line.
    pub title: String,
    /// What happens, and since when.
    pub description: String,
    /// Who is affected.
    pub impact: String,
    /// How badly.
    pub urgency: String,
    /// Which service.
    pub service: Option<Picked>,
    /// Which device.
    pub device: Option<String>,
    /// It happens to somebody else.
    pub for_other: bool,
    /// To whom.
    pub person: Option<Picked>,
    /// The idempotency key, made when the person began.
    pub key: String,
}

/// A field of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it is about.
    Title,
    /// What happens.
    Description,
    /// Files.
    Files,
    /// Who is affected.
    Impact,
    /// How badly.
    Urgency,
    /// Which service.
    Service,
    /// Which device.
    Device,
    /// To whom it happens.
    Person,
}

impl Field {
    const ALL: [Self; 8] = [
        Self::Title,
        Self::Description,
        Self::Files,
        Self::Impact,
        Self::Urgency,
        Self::Service,
        Self::Device,
        Self::Person,
    ];

    /// As in the body of the call, and as the error summary finds it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Files => "attachments",
            Self::Impact => "impact",
            Self::Urgency => "urgency",
            Self::Service => "service",
            Self::Device => "asset",
            Self::Person => "requested_for",
        }
    }

    /// The field that a JSON Pointer leads into.
    pub fn at(pointer: &str) -> Option<Self> {
        let first = pointer.split('/').nth(1)?;
        Self::ALL.into_iter().find(|field| field.key() == first)
    }
}

impl Report {
    /// One that begins with a title.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), key: Key::fresh().to_string(), ..Self::default() }
    }

    /// Whether there is nothing to lose.
    pub fn is_empty(&self) -> bool {
        Self { key: String::new(), ..self.clone() } == Self::default()
    }

    /// All that is missing, in the order of the page.
    pub fn missing(&self) -> Vec<(Field, String)> {
        let mut missing = Vec::new();
        let title = self.title.trim();
        if title.is_empty() {
            missing.push((Field::Title, m::report::need_title()));
        } else if title.chars().count() > TITLE_MOST {
            missing.push((Field::Title, m::report::title_too_long()));
        }
        if self.impact.is_empty() {
            missing.push((Field::Impact, m::report::need_impact()));
        }
        if self.urgency.is_empty() {
            missing.push((Field::Urgency, m::report::need_urgency()));
        }
        if self.for_other && self.person.is_none() {
            missing.push((Field::Person, m::report::need_person()));
        }
        missing
    }

    /// The body of the call.
    pub fn input(&self, files: &[Attachment]) -> IncidentInput {
        let person = self.person.as_ref().filter(|_| self.for_other);
        IncidentInput {
            title: self.title.trim().to_owned(),
            description: self.description.trim().to_owned(),
            impact: self.impact.clone(),
            urgency: self.urgency.clone(),
            service: self.service.as_ref().and_then(|service| ServiceId::new(service.id.as_str()).ok()),
            asset: self.device.as_deref().and_then(|device| AssetId::new(device).ok()),
            requested_for: person.and_then(|person| PersonId::new(person.id.as_str()).ok()),
            attachments: files.iter().map(|file| file.id.clone()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Report {
        Report {
            title: " VPN drops ".into(),
            impact: "person".into(),
            urgency: "stopped".into(),
            device: Some("lt-04417".into()),
            ..Report::default()
        }
    }

    #[test]
    fn what_is_missing_is_named_in_the_order_of_the_page() {
        let fields =
            |report: &Report| report.missing().into_iter().map(|(field, _)| field).collect::<Vec<_>>();
        assert_eq!(fields(&Report::default()), [Field::Title, Field::Impact, Field::Urgency]);
        assert!(fields(&whole()).is_empty());
        assert_eq!(fields(&Report { for_other: true, ..whole() }), [Field::Person]);
        assert_eq!(fields(&Report { title: "x".repeat(201), ..whole() }), [Field::Title]);
    }

    #[test]
    fn whom_it_happens_to_is_sent_only_while_it_is_somebody_else() {
        let person = Some(Picked { id: "jonas-weber".into(), label: "Jonas Weber".into(), hint: None });
        let input = |for_other| Report { person: person.clone(), for_other, ..whole() }.input(&[]);
        assert_eq!(input(false).requested_for, None);
        assert_eq!(input(true).requested_for, PersonId::new("jonas-weber").ok());
        assert_eq!(input(true).title, "VPN drops");
    }

    #[test]
    fn pointers_of_the_backend_find_their_field() {
        assert_eq!(Field::at("/requested_for"), Some(Field::Person));
        assert_eq!(Field::at("/attachments/0"), Some(Field::Files));
        assert_eq!(Field::at("/nonsense"), None);
    }

    #[test]
    fn a_report_that_has_only_a_key_is_empty() {
        assert!(Report { key: "k".into(), ..Report::default() }.is_empty());
        assert!(!whole().is_empty());
    }
}
