//! What tabs with the same form tell one another. A secret is in none of it: records have none.

use super::{ending::End, record::Record};
use serde::{Deserialize, Serialize};

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// Somebody opened the form: whoever leads says what is in it.
    Hello,
    /// What is in the form now.
    Typed,
    /// Please let me go on.
    Give,
    /// Go on.
    Given,
    /// It is over: sent, or in the cart.
    Sent,
}

/// What one tab says to the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Message {
    /// What it is about.
    pub kind: Kind,
    /// The tab that says so.
    pub from: String,
    /// For whom it is; empty: for all.
    #[serde(default)]
    pub to: String,
    /// What is in the form.
    #[serde(default)]
    pub record: Option<Record>,
    /// What came of it, where it is over.
    #[serde(default)]
    pub end: Option<End>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_understood() {
        let said = Message {
            kind: Kind::Given,
            from: "a".into(),
            to: "b".into(),
            record: Some(Record {
                content: "{\"note\":\"“x”\"}".into(), revision: 3, ..Record::default()
            }),
            end: None,
        };
        let over = |end| Message { kind: Kind::Sent, record: None, end: Some(end), ..said.clone() };
        for said in [said.clone(), over(End::Sent("REQ-1".into())), over(End::InCart)] {
            let heard = crate::api::read::<Message>(&serde_json::to_string(&said).unwrap());
            assert_eq!(heard, Some(said));
        }
        assert_eq!(crate::api::read::<Message>(r#"{"kind":"whisper","from":"a"}"#), None);
    }
}
