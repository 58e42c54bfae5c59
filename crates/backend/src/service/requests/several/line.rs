//! A line of an order, worked out for everyone whom it is for.

use super::limits::count;
use crate::{
    content::Item,
    service::{
        Ctx, Failure, approvals, catalog,
        input::wrong,
        refs,
        requests::{
            create::field_error,
            draft::{Draft, Obstacle, draft},
            preview::in_words,
        },
    },
    store::Conn,
    words::Words,
};
use guichet_contract::{
    FieldError,
    types::{FormChange, OrderInput, RequestInput},
};
use guichet_rules::{entitlement::may_order, ids::PersonId};
use serde_json::{Value, json};

/// A line, worked out.
pub(super) struct Line<'c> {
    /// What is ordered; absent where there is no such item.
    pub item: Option<&'c Item>,
    /// A request for each person.
    pub drafts: Vec<Draft<'c>>,
    /// A newer version of the form is out, and then nothing is worked out.
    pub changed: Option<FormChange>,
    /// What stands against it.
    pub errors: Vec<FieldError>,
}

/// Somebody whom a line is for, and where the order says so.
struct For {
    person: PersonId,
    pointer: String,
}

/// Works out the line `number` of an order.
pub(super) async fn line<'c>(
    ctx: &'c Ctx,
    conn: &mut Conn,
    input: &OrderInput,
    number: usize,
    asked: &RequestInput,
) -> Result<Line<'c>, Failure> {
    let at = format!("/items/{number}");
    let item = catalog::visible(ctx, &asked.item).ok();
    let mut line = Line { item, drafts: Vec::new(), changed: None, errors: Vec::new() };
    let whom = whom(ctx, input, asked, &at)?;
    let several = whom.len() > 1;
    for For { person, pointer } in whom {
        let request = RequestInput { requested_for: Some(person.clone()), ..asked.clone() };
        match draft(ctx, conn, &request, input.cost_centre.as_ref()).await {
            Ok(found) => {
                line.object(ctx, &found, &at, &pointer, several)?;
                line.drafts.push(found);
            }
            Err(Failure::NotFound) => {
                line.errors.push(wrong(ctx, &format!("{at}/item"), "not_found", Words::NoSuchChoice));
                return Ok(line);
            }
            Err(Failure::FormChanged(current)) => {
                line.changed = changed(number, &current);
                return Ok(line);
            }
            Err(other) => return Err(other),
        }
    }
    Ok(line)
}

/// Everyone whom a line is for.
fn whom(ctx: &Ctx, input: &OrderInput, asked: &RequestInput, at: &str) -> Result<Vec<For>, Failure> {
    if let Some(person) = &asked.requested_for {
        return Ok(vec![For { person: person.clone(), pointer: format!("{at}/requested_for") }]);
    }
    if input.requested_for.is_empty() {
        // Who orders for themselves and may not, chooses another item.
        return Ok(vec![For { person: ctx.me()?.id.clone(), pointer: format!("{at}/item") }]);
    }
    let all = input.requested_for.iter().enumerate();
    Ok(all
        .map(|(n, person)| For { person: person.clone(), pointer: format!("/requested_for/{n}") })
        .collect())
}

/// What a request with an old form is told, of this line.
fn changed(number: usize, current: &Value) -> Option<FormChange> {
    let mut change = current.clone();
    change.as_object_mut()?.insert("line".to_owned(), count(number).into());
    serde_json::from_value(change).ok()
}

impl Line<'_> {
    /// Notes what stands against the request of one person. What is the same for everyone is said once; what is not names them.
    fn object(
        &mut self,
        ctx: &Ctx,
        draft: &Draft<'_>,
        at: &str,
        person: &str,
        several: bool,
    ) -> Result<(), Failure> {
        let everyone = may_order(draft.item.orderable_by.as_ref(), ctx.me()?).is_err();
        let name = refs::person(&ctx.company, &draft.beneficiary.id).name;
        for obstacle in &draft.obstacles {
            let words = in_words(ctx, draft, obstacle);
            let (pointer, code, detail) = match obstacle {
                Obstacle::Quantity => (format!("{at}/quantity"), "too_many".to_owned(), words),
                Obstacle::NoSuchPerson => (person.to_owned(), "not_found".to_owned(), words),
                Obstacle::Refused(refusal) => {
                    let code = code_of(&json!(refusal));
                    if everyone {
                        (format!("{at}/item"), code, words)
                    } else {
                        (person.to_owned(), code, format!("{name} ({}): {words}", draft.item.name))
                    }
                }
            };
            self.add(FieldError { pointer, code, detail, params: Value::Null, label: None });
        }
        for problem in &draft.problems {
            let mut error = field_error(ctx, &draft.item.form, problem);
            error.pointer = format!("{at}{}", error.pointer);
            let said = |earlier: &FieldError| earlier.pointer == error.pointer && earlier.code == error.code;
            // Where the first has no mistake there, it is because of who the other is.
            if several && !self.drafts.is_empty() && !self.errors.iter().any(said) {
                error.detail = format!("{name}: {}", error.detail);
            }
            self.add(error);
        }
        // Last: other answers may ask other people.
        if let Some(problem) =
            draft.unaskable().filter(|_| draft.obstacles.is_empty() && draft.problems.is_empty())
        {
            let words = approvals::unaskable(ctx, problem);
            let (pointer, detail) = if several {
                (person.to_owned(), format!("{name} ({}): {words}", draft.item.name))
            } else {
                (format!("{at}/item"), words)
            };
            let code = code_of(&json!(problem));
            self.add(FieldError { pointer, code, detail, params: Value::Null, label: None });
        }
        Ok(())
    }

    fn add(&mut self, error: FieldError) {
        let of_all = error.pointer.starts_with("/items/");
        let said = |earlier: &FieldError| earlier.pointer == error.pointer && earlier.code == error.code;
        if !(of_all && self.errors.iter().any(said)) {
            self.errors.push(error);
        }
    }
}

/// The word of a reason in `{"code": "…"}`.
fn code_of(reason: &Value) -> String {
    reason.get("code").and_then(Value::as_str).unwrap_or("other").to_owned()
}
