//! The catalog.

use guichet_contract::types::StartingPrice;
use guichet_rules::{
    approval::StepRule,
    entitlement::{Audience, OrderFor},
    form::{Compiled, Form, FormOption, Kind, Question},
    ids::{CalendarId, CategoryId, GroupId, ItemId, ServiceId},
    money::{Amounts, Currency},
    person::Person,
    schedule::Target,
};
use serde::Deserialize;

/// A shelf of the catalog.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Category {
    /// Which.
    pub id: CategoryId,
    /// Its name.
    pub name: String,
    /// What is on it, in one line.
    pub summary: String,
    /// The name of its picture.
    pub icon: String,
    /// Its place in categories.yaml.
    #[serde(skip)]
    pub position: usize,
}

/// Something that can be ordered.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Which.
    pub id: ItemId,
    /// Its shelf.
    pub category: CategoryId,
    /// Its name.
    pub name: String,
    /// What it is, in one line.
    pub summary: String,
    /// CommonMark, without raw HTML.
    pub description: String,
    /// What its page is called and its button says.
    pub verb: String,
    /// The name of its picture.
    pub icon: String,
    /// Other words that people look for it with.
    pub keywords: Vec<String>,
    /// The service that it belongs to.
    pub service: ServiceId,
    /// Who delivers it.
    pub group: GroupId,
    /// Its rank among the often asked for; 1 is the most asked for.
    pub popular: Option<u32>,
    /// What one costs before any option is chosen.
    pub price: Amounts,
    /// What one costs at least, required choices counted in.
    pub starting_price: StartingPrice,
    /// How long delivery takes once everyone agreed.
    pub delivery: Target,
    /// The opening hours that delivery counts in; the beneficiary's site otherwise.
    pub calendar: Option<CalendarId>,
    /// Who may know of it; everyone where absent.
    pub visible_to: Option<Audience>,
    /// Who may order it; everyone where absent.
    pub orderable_by: Option<Audience>,
    /// Why the others may not.
    pub orderable_reason: Option<String>,
    /// For whom one may order it.
    pub order_for: OrderFor,
    /// How many of it one request may ask for.
    pub quantity: u32,
    /// Who is asked, in order.
    pub approvals: Vec<StepRule>,
    /// What is asked, ready to be evaluated.
    pub form: Compiled,
}

impl Item {
    /// Whether `person` may know of it.
    pub fn is_visible_to(&self, person: &Person) -> bool {
        self.visible_to.as_ref().is_none_or(|audience| audience.matches(person))
    }
}

/// What one of an item costs at least, and whether options can make it more. `from` says so whatever the options say.
pub(in crate::content) fn starting_price(
    currency: Currency,
    item: Amounts,
    form: &Form,
    from: bool,
) -> StartingPrice {
    let mut price = StartingPrice { currency, amounts: item, from };
    for question in form.questions() {
        let least = least(question);
        price.amounts += least;
        price.from |= can_cost_more(question, least);
    }
    price.amounts = price.amounts.clamped();
    price
}

/// Whether some answer costs more than the least.
fn can_cost_more(question: &Question, least: Amounts) -> bool {
    match &question.kind {
        Kind::YesNo { price } | Kind::Number { price, .. } => price.is_some_and(|price| !price.is_free()),
        Kind::Rows { questions, .. } => {
            questions.iter().any(|column| can_cost_more(column, Amounts::default()))
        }
        kind => {
            let mut more = false;
            for option in kind.options() {
                option
                    .walk(&mut Vec::new(), &mut |_, option| more |= weight(amounts(option)) > weight(least));
            }
            more
        }
    }
}

/// What a question costs at least: the cheapest option of a choice that has to be made, nothing otherwise. An option that
/// is not always on offer counts too, or the price could turn out lower than the least.
fn least(question: &Question) -> Amounts {
    let unavoidable = question.required && question.visible_when.is_none();
    match &question.kind {
        Kind::SingleChoice { options, .. } if unavoidable => {
            options.iter().map(amounts).min_by_key(|a| weight(*a)).unwrap_or_default()
        }
        Kind::Tree { options, any_level, .. } if unavoidable => options
            .iter()
            .map(|option| least_of(option, *any_level))
            .min_by_key(|a| weight(*a))
            .unwrap_or_default(),
        Kind::Number { price: Some(price), min: Some(min), .. } if unavoidable => {
            // Saturates at both ends.
            price.times(*min as u32)
        }
        _ => Amounts::default(),
    }
}

/// The cheapest way from an option of a tree to something that can be chosen; everything on the way is charged.
fn least_of(option: &FormOption, any_level: bool) -> Amounts {
    let mut own = amounts(option);
    let below = option.children.iter().map(|child| least_of(child, any_level)).min_by_key(|a| weight(*a));
    if let Some(below) = below.filter(|_| !any_level) {
        own += below;
    }
    own
}

fn amounts(option: &FormOption) -> Amounts {
    option.price.unwrap_or_default()
}

/// What to compare prices by: what has been paid after the first year.
fn weight(amounts: Amounts) -> i64 {
    amounts.one_off.saturating_add(amounts.monthly.saturating_mul(12)).saturating_add(amounts.yearly)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn price(questions: Value) -> (i64, i64, bool) {
        let form =
            json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": questions}]});
        let item = Amounts { one_off: 100, ..Amounts::default() };
        let price = starting_price(Currency::EUR, item, &serde_json::from_value(form).unwrap(), false);
        (price.amounts.one_off, price.amounts.monthly, price.from)
    }

    fn choice(extra: &[(&str, Value)], prices: &[i64]) -> Value {
        let option = |(n, price): (usize, &i64)| json!({"id": format!("o{n}"), "label": "O", "price": {"one_off": price}});
        let options: Vec<Value> = prices.iter().enumerate().map(option).collect();
        let mut question = json!({"id": "q", "type": "single_choice", "label": "Q", "options": options});
        for (key, value) in extra {
            question[*key] = value.clone();
        }
        question
    }

    #[test]
    fn the_cheapest_way_through_the_form_is_the_starting_price() {
        let required = ("required", json!(true));
        let visible = ("visible_when", json!({"present": "p"}));
        for (questions, expected) in [
            (json!([]), (100, 0, false)),
            (json!([choice(std::slice::from_ref(&required), &[30, 20])]), (120, 0, true)),
            (json!([choice(std::slice::from_ref(&required), &[20, 20])]), (120, 0, false)),
            (json!([choice(&[], &[30, 20])]), (100, 0, true)),
            (json!([choice(&[], &[0, 0])]), (100, 0, false)),
            (json!([choice(&[required.clone(), visible], &[30])]), (100, 0, true)),
            (json!([{"id": "q", "type": "yes_no", "label": "Q", "price": {"monthly": 5}}]), (100, 0, true)),
            (json!([{"id": "q", "type": "short_text", "label": "Q", "required": true}]), (100, 0, false)),
            (
                json!([{"id": "q", "type": "number", "label": "Q", "required": true, "min": 2, "price": {"monthly": 5}}]),
                (100, 10, true),
            ),
            (
                json!([{"id": "q", "type": "number", "label": "Q", "min": 2, "price": {"monthly": 5}}]),
                (100, 0, true),
            ),
            (
                json!([{"id": "q", "type": "tree", "label": "Q", "required": true, "options": [
                    {"id": "a", "label": "A", "price": {"one_off": 1}, "children": [
                        {"id": "b", "label": "B", "price": {"one_off": 20}}, {"id": "c", "label": "C", "price": {"one_off": 30}}]},
                    {"id": "d", "label": "D", "price": {"one_off": 40}}]}]),
                (121, 0, true),
            ),
            (
                json!([{"id": "q", "type": "rows", "label": "Q", "questions": [choice(&[], &[30])]}]),
                (100, 0, true),
            ),
            (
                json!([{"id": "q", "type": "rows", "label": "Q", "questions": [choice(&[], &[0])]}]),
                (100, 0, false),
            ),
        ] {
            assert_eq!(price(questions.clone()), expected, "{questions}");
        }
    }
}
