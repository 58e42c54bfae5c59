//! Order guides: several items that belong together, and questions that are asked once for all of them.
//!
//! A guide has a form of its own. Its answers decide which items are offered and included ([`Line::standing`]), and are
//! handed on to the forms of the items ([`Line::filled`]), whose own questions are what is left to ask.

use crate::{
    form::{Answers, Condition, Form, FormOption, Kind, Question, migrate},
    ids::{ItemId, OptionId, QuestionId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether an item of a guide is ordered unless somebody says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Include {
    /// It is, and cannot be left out.
    #[default]
    Always,
    /// It is, and can be left out.
    Default,
    /// It is not, and can be added.
    Optional,
    /// A word that this release does not know; it goes as what is optional.
    #[serde(other)]
    Unknown,
}

/// An item of a guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "GuideLine"))]
pub struct Line {
    /// Which item; each is there once.
    pub item: ItemId,
    /// Whether it is ordered unless somebody says otherwise.
    #[serde(default)]
    pub include: Include,
    /// Offered only while this holds of the answers to the questions of the guide. Absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Why it is included, in words: "because Remote was chosen".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// How many of it; 1 where absent.
    #[serde(default = "one")]
    pub quantity: u32,
    /// Which question of the item is answered by which question of the guide.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fills: BTreeMap<QuestionId, QuestionId>,
}

fn one() -> u32 {
    1
}

/// Where an item of a guide stands, given the answers so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// It is offered.
    pub offered: bool,
    /// It is ordered.
    pub included: bool,
    /// Nobody can change that.
    pub fixed: bool,
}

impl Line {
    /// Where the item stands. `holds` decides the condition, `picked` is what somebody said of it, if anything.
    pub fn standing(&self, holds: &dyn Fn(&Condition) -> bool, picked: Option<bool>) -> Standing {
        if !self.when.as_ref().is_none_or(holds) {
            return Standing { offered: false, included: false, fixed: true };
        }
        let fixed = self.include == Include::Always;
        let usual = matches!(self.include, Include::Always | Include::Default);
        Standing { offered: true, included: fixed || picked.unwrap_or(usual), fixed }
    }

    /// The answers that the form of the item takes from those of the guide. What does not fit is left to be asked.
    pub fn filled(&self, shared: &Answers, form: &Form) -> Answers {
        let given =
            self.fills.iter().filter_map(|(own, from)| Some((own.clone(), shared.get(from)?.clone())));
        let given: Answers = given.collect();
        migrate(form, &given).answers
    }
}

/// Why the answer to a question of a guide cannot answer a question of an item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// One of the two is not answered by people, or with something that belongs to one request alone: a file.
    #[error("this is nothing that one answer can be used for twice")]
    NotShared,
    /// They take answers of other types.
    #[error("the two take answers of other types")]
    OtherType,
    /// They take their answers from other lists.
    #[error("the two take their answers from other lists")]
    OtherList,
    /// The item does not have an option that can be chosen in the guide.
    #[error("the item has no option '{0}'")]
    NoSuchOption(OptionId),
    /// What is a secret in the guide would be one no longer.
    #[error("the answer is a secret in the guide and none in the item")]
    Secret,
}

/// What kinds of answers can stand for one another.
#[derive(PartialEq, Eq)]
enum Family {
    Text,
    Choice,
    Own(&'static str),
    None,
}

fn family(kind: &Kind) -> Family {
    match kind {
        Kind::ShortText { .. } | Kind::LongText { .. } | Kind::RichText { .. } => Family::Text,
        Kind::SingleChoice { .. }
        | Kind::ManyChoice { .. }
        | Kind::Person { .. }
        | Kind::Group {}
        | Kind::Service {}
        | Kind::Asset { .. }
        | Kind::Location {} => Family::Choice,
        Kind::File { .. } | Kind::Rows { .. } => Family::None,
        kind if kind.is_asked() => Family::Own(kind.name()),
        _ => Family::None,
    }
}

/// Whether whatever answers `shared`, a question of a guide, can answer `own`, a question of an item.
pub fn fits(shared: &Question, own: &Question) -> Result<(), Unfit> {
    let (from, to) = (family(&shared.kind), family(&own.kind));
    if from == Family::None || to == Family::None {
        return Err(Unfit::NotShared);
    }
    if from != to {
        return Err(Unfit::OtherType);
    }
    if shared.kind.list() != own.kind.list() {
        return Err(Unfit::OtherList);
    }
    if shared.is_secret() && !own.is_secret() {
        return Err(Unfit::Secret);
    }
    let mut missing = None;
    for option in shared.kind.options() {
        option.walk(&mut Vec::new(), &mut |_, option| {
            if missing.is_none() && FormOption::path(own.kind.options(), option.id.as_str()).is_empty() {
                missing = Some(option.id.clone());
            }
        });
    }
    missing.map_or(Ok(()), |option| Err(Unfit::NoSuchOption(option)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, from_value, json};

    fn line(json: Value) -> Line {
        from_value(json).unwrap()
    }

    fn question(json: Value) -> Question {
        let mut json = json;
        json["id"] = json!("q");
        json["label"] = json!("Q");
        from_value(json).unwrap()
    }

    #[test]
    fn what_is_included_follows_from_the_answers_and_from_what_was_picked() {
        for (include, holds, picked, expected) in [
            ("always", true, None, (true, true, true)),
            ("always", true, Some(false), (true, true, true)),
            ("always", false, Some(true), (false, false, true)),
            ("default", true, None, (true, true, false)),
            ("default", true, Some(false), (true, false, false)),
            ("default", false, None, (false, false, true)),
            ("optional", true, None, (true, false, false)),
            ("optional", true, Some(true), (true, true, false)),
            ("a word of a later release", true, None, (true, false, false)),
        ] {
            let line = line(json!({"item": "laptop", "include": include, "when": {"present": "site"}}));
            let Standing { offered, included, fixed } = line.standing(&|_| holds, picked);
            assert_eq!((offered, included, fixed), expected, "{include} {holds} {picked:?}");
        }
        let bare = line(json!({"item": "laptop"}));
        assert_eq!((bare.include, bare.quantity), (Include::Always, 1));
        assert!(bare.standing(&|_| false, None).included, "without a condition nothing has to hold");
    }

    #[test]
    fn answers_are_handed_on_as_the_item_takes_them() {
        let form: Form = from_value(json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "site", "type": "location", "label": "S"},
            {"id": "doors", "type": "many_choice", "label": "D", "options": [{"id": "lab", "label": "L"}]},
            {"id": "name", "type": "short_text", "label": "N"},
        ]}]}))
        .unwrap();
        let line = line(json!({
            "item": "door-access",
            "fills": {"site": "where", "doors": "door", "name": "nothing", "gone": "where"},
        }));
        let shared: Answers = from_value(json!({"where": "berlin", "door": "lab"})).unwrap();
        assert_eq!(json!(line.filled(&shared, &form)), json!({"site": "berlin", "doors": ["lab"]}));
    }

    #[test]
    fn only_what_fits_fills_a_question() {
        let options = |ids: &[&str]| ids.iter().map(|id| json!({"id": id, "label": id})).collect::<Value>();
        let single = |ids: &[&str]| json!({"type": "single_choice", "options": options(ids)});
        let many = |ids: &[&str]| json!({"type": "many_choice", "options": options(ids)});
        let text = json!({"type": "short_text"});
        for (shared, own, expected) in [
            (text.clone(), json!({"type": "long_text"}), Ok(())),
            (text.clone(), json!({"type": "number"}), Err(Unfit::OtherType)),
            (json!({"type": "date"}), json!({"type": "date"}), Ok(())),
            (single(&["a"]), many(&["a", "b"]), Ok(())),
            (single(&["a", "b"]), single(&["a"]), Err(Unfit::NoSuchOption(OptionId::new("b").unwrap()))),
            (json!({"type": "location"}), json!({"type": "location"}), Ok(())),
            (json!({"type": "location"}), json!({"type": "person"}), Err(Unfit::OtherList)),
            (
                json!({"type": "location"}),
                json!({"type": "single_choice", "options_source": {"list": "locations"}}),
                Ok(()),
            ),
            (json!({"type": "file"}), json!({"type": "file"}), Err(Unfit::NotShared)),
            (json!({"type": "heading"}), text.clone(), Err(Unfit::NotShared)),
            (json!({"type": "short_text", "sensitive": true}), text.clone(), Err(Unfit::Secret)),
            (json!({"type": "masked"}), json!({"type": "masked"}), Ok(())),
        ] {
            assert_eq!(fits(&question(shared.clone()), &question(own.clone())), expected, "{shared} {own}");
        }
    }
}
