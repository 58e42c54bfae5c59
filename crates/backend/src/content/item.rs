//! A catalog item, from its file.

use super::{
    Doc, Item, Report, explain::explain, form::AT, model::starting_price, pattern::Patterns, read::read,
};
use guichet_rules::{
    approval::StepRule,
    entitlement::{Audience, OrderFor},
    form::{self, Compiled, Form},
    ids::{CalendarId, CategoryId, FormId, GroupId, ItemId, ServiceId},
    money::{Amounts, Currency},
    schedule::Target,
};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct ItemFile {
    id: ItemId,
    category: CategoryId,
    name: String,
    summary: String,
    description: String,
    verb: String,
    icon: String,
    #[serde(default)]
    keywords: Vec<String>,
    service: ServiceId,
    group: GroupId,
    #[serde(default)]
    popular: Option<u32>,
    #[serde(default)]
    price: PriceFile,
    delivery: Target,
    #[serde(default)]
    calendar: Option<CalendarId>,
    #[serde(default)]
    visible_to: Option<Audience>,
    #[serde(default)]
    orderable_by: Option<Audience>,
    #[serde(default)]
    orderable_reason: Option<String>,
    #[serde(default)]
    order_for: OrderFor,
    #[serde(default = "one")]
    quantity: u32,
    #[serde(default)]
    approvals: Vec<StepRule>,
    /// Read apart, question by question.
    #[serde(rename = "form")]
    _form: Value,
}

fn one() -> u32 {
    1
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PriceFile {
    one_off: i64,
    monthly: i64,
    yearly: i64,
    from: bool,
}

/// Reads the item of `doc` from `value`, which is the document in one language.
pub(super) fn item(
    value: &Value,
    doc: &Doc,
    currency: Currency,
    patterns: &mut Patterns,
    report: &mut Report,
) -> Option<Item> {
    let file = read::<ItemFile>(value, doc, "", report);
    // An id that is none is reported with the item; its form is worth reading all the same.
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let id = FormId::new(id).or_else(|_| FormId::new("form")).ok()?;
    let form = super::form::form(value.get("form")?, doc, id, report)?;
    keep_patterns(&form, doc, patterns, report);
    Some(whole(file?, form, currency, doc, report))
}

fn whole(file: ItemFile, form: Form, currency: Currency, doc: &Doc, report: &mut Report) -> Item {
    if file.quantity == 0 {
        report.add(doc.problem("/quantity", "nobody can order 0 of it", "write 1 or more, or leave it out"));
    }
    let price =
        Amounts { one_off: file.price.one_off, monthly: file.price.monthly, yearly: file.price.yearly };
    Item {
        id: file.id,
        category: file.category,
        name: file.name,
        summary: file.summary,
        description: file.description,
        verb: file.verb,
        icon: file.icon,
        keywords: file.keywords,
        service: file.service,
        group: file.group,
        popular: file.popular,
        price,
        starting_price: starting_price(currency, price, &form, file.price.from),
        delivery: file.delivery,
        calendar: file.calendar,
        visible_to: file.visible_to,
        orderable_by: file.orderable_by,
        orderable_reason: file.orderable_reason,
        order_for: file.order_for,
        quantity: file.quantity,
        approvals: file.approvals,
        form: Compiled::new(form),
    }
}

/// Compiles the patterns of a form, and reports those that the browser and the backend would read differently.
pub(super) fn keep_patterns(form: &Form, doc: &Doc, patterns: &mut Patterns, report: &mut Report) {
    for (at, pattern) in form::patterns(form) {
        if let Err(error) = patterns.keep(pattern) {
            let (what, remedy) = explain(&error.to_string());
            report.add(doc.problem(&format!("{AT}{at}"), what, remedy));
        }
    }
}
