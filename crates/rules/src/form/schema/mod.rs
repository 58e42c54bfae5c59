//! The JSON Schema (2020-12) of what may be submitted for a form, for backends that validate with stock tools.
//!
//! It accepts everything that the rules accept, and it is exact where JSON Schema can say what the form means. Where it
//! accepts more, a `$comment` at that place says so and [`FormSchema::exact`] is false: what only a backend knows (whether a
//! person exists, who belongs to a group), the order of dates, what today is, numbers that are worked out. Answers are
//! looked at as they are sent, see [`Evaluation::submitted`](super::Evaluation::submitted): without blanks around texts,
//! without empty values, without what is not visible.

mod condition;
mod held;
mod kind;
mod text;

use super::{Compiled, Form, FormOption, Kind, Question, scope::Scope};
use condition::{Spot, of_answer};
use held::{Held, not};
use kind::shape;
use serde_json::{Map, Value, json};

/// The schema of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSchema {
    /// The document.
    pub schema: Value,
    /// It accepts exactly what the rules accept.
    pub exact: bool,
}

const LOOSER: &str = "Accepts everything that the form accepts, and more: see the other comments.";
const VISIBLE: &str = "When it is asked depends on something that cannot be seen in the answers.";
const REQUIRED: &str = "When it is needed depends on something that cannot be seen in the answers.";
const OFFERED: &str = "When this option is on offer depends on something that cannot be seen in the answers.";
const CONSTRAINT: &str = "Whether this rule is kept depends on something that cannot be seen in the answers.";

/// The JSON Schema of the answers to `form`.
pub fn schema(form: &Form) -> FormSchema {
    let form = Compiled::new(form.clone());
    let mut object = Object::default();
    for (n, question) in form.questions().enumerate() {
        let spot = Spot { form: &form, scope: Scope::at(&form.index, n), columns: None, own: Some(question) };
        object.question(question, spot, n);
    }
    let exact = object.exact;
    let mut schema = object.finish();
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["$id"] = format!("urn:guichet:form:{}@{}", form.id, form.version).into();
    if !exact {
        schema["$comment"] = LOOSER.into();
    }
    FormSchema { schema, exact }
}

/// An object with a property for each question: all answers, or those in a row.
struct Object {
    properties: Map<String, Value>,
    required: Vec<Value>,
    rules: Vec<Value>,
    exact: bool,
}

impl Default for Object {
    fn default() -> Self {
        Self { properties: Map::new(), required: Vec::new(), rules: Vec::new(), exact: true }
    }
}

impl Object {
    fn finish(self) -> Value {
        let mut schema = json!({
            "type": "object",
            "properties": self.properties,
            "additionalProperties": false,
        });
        if !self.required.is_empty() {
            schema["required"] = self.required.into();
        }
        if !self.rules.is_empty() {
            schema["allOf"] = self.rules.into();
        }
        schema
    }

    /// Adds a question, which stands at `n` in the form or in a row of the question that does.
    fn question(&mut self, question: &Question, spot: Spot<'_>, n: usize) {
        let held = |condition: &Option<super::Condition>| condition.as_ref().map(|c| spot.condition(c));
        let visible = held(&question.visible_when).unwrap_or_else(|| Held::exactly(Value::Bool(true)));
        if matches!(question.kind, Kind::Unknown)
            || (spot.columns.is_some() && matches!(question.kind, Kind::Rows { .. }))
        {
            // Nobody can send a form while such a question is asked.
            self.note(visible.is_exact(), not(visible.surely), VISIBLE);
            return;
        }
        let Some(shape) = shape(question) else { return };
        let mut schema = shape.schema;
        if !question.label.is_empty() {
            schema["title"] = question.label.as_str().into();
        }
        if let Some(hint) = &question.hint {
            schema["description"] = hint.as_str().into();
        }
        if let Some(why) = shape.looser {
            schema["$comment"] = why.into();
            self.exact = false;
        }
        if let Kind::Rows { questions, .. } = &question.kind {
            schema["items"] = self.row(questions, spot, n);
        }
        self.properties.insert(question.id.to_string(), schema);

        let id = question.id.as_str();
        let forbidden = json!({ "properties": { id: false } });
        self.unless(visible.clone(), forbidden, VISIBLE);
        if matches!(question.kind, Kind::Computed { .. }) {
            return;
        }
        let needed = match held(&question.required_when) {
            _ if question.required => Held::exactly(Value::Bool(true)),
            Some(needed) => needed,
            None => Held::exactly(Value::Bool(false)),
        };
        self.require(question, Held::all(vec![visible, needed]));
        self.options(question, spot);
        let own = Spot { scope: spot.scope.with_own(&question.id), ..spot };
        for constraint in &question.constraints {
            let must = own.condition(&constraint.must);
            let answered = of_answer(question, Value::Bool(true));
            let rule = json!({ "if": answered, "then": must.maybe });
            self.note(must.is_exact(), rule, CONSTRAINT);
        }
    }

    /// Adds a rule, with a comment where it is not exact. A rule that accepts everything is none.
    fn note(&mut self, exact: bool, mut rule: Value, why: &str) {
        if !exact {
            self.exact = false;
            if let Value::Object(rule) = &mut rule {
                rule.insert("$comment".to_owned(), why.into());
            }
        }
        let empty = rule == Value::Bool(true) || rule.get("then") == Some(&Value::Bool(true));
        if !empty {
            self.rules.push(rule);
        }
    }

    /// Where `held` surely does not hold, `rule` does.
    fn unless(&mut self, held: Held, rule: Value, why: &str) {
        let exact = held.is_exact();
        let schema = match held.maybe {
            Value::Bool(true) => Value::Bool(true),
            Value::Bool(false) => rule,
            maybe => json!({ "if": maybe, "else": rule }),
        };
        self.note(exact, schema, why);
    }

    fn require(&mut self, question: &Question, needed: Held) {
        let exact = needed.is_exact();
        match needed.surely {
            Value::Bool(true) => self.required.push(question.id.as_str().into()),
            Value::Bool(false) => self.exact &= exact,
            surely => {
                let rule = json!({ "if": surely, "then": { "required": [question.id.as_str()] } });
                self.note(exact, rule, REQUIRED);
            }
        }
    }

    /// Options that are not always there, with what lies below them in a tree.
    fn options(&mut self, question: &Question, spot: Spot<'_>) {
        let tree = matches!(question.kind, Kind::Tree { .. });
        let mut conditional: Vec<&FormOption> = Vec::new();
        for option in question.kind.options() {
            option.walk(&mut Vec::new(), &mut |above, option| {
                if option.visible_when.is_some() && (tree || above.is_empty()) {
                    conditional.push(option);
                }
            });
        }
        for option in conditional {
            let Some(condition) = &option.visible_when else { continue };
            let mut gone: Vec<&str> = Vec::new();
            if tree {
                option.walk(&mut Vec::new(), &mut |_, below| gone.push(below.id.as_str()));
            } else {
                gone.push(option.id.as_str());
            }
            let chosen = match question.kind {
                Kind::ManyChoice { .. } => json!({ "contains": { "enum": gone } }),
                _ => json!({ "enum": gone }),
            };
            let rule = not(of_answer(question, chosen));
            self.unless(spot.condition(condition), rule, OFFERED);
        }
    }

    /// A row of the rows question at `n`.
    fn row(&mut self, columns: &[Question], spot: Spot<'_>, n: usize) -> Value {
        let mut row = Self::default();
        for (c, column) in columns.iter().enumerate() {
            let scope = spot.scope.at_column(n, c);
            row.question(column, Spot { scope, columns: Some(columns), own: Some(column), ..spot }, n);
        }
        self.exact &= row.exact;
        let answers = columns.iter().filter(|column| column.kind.is_asked());
        let any: Vec<Value> = answers.map(|column| json!({ "required": [column.id.as_str()] })).collect();
        // Rows in which nothing is answered are not sent.
        row.rules.push(held::any(any));
        row.finish()
    }
}
