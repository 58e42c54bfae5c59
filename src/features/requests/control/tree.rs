//! An option of a tree, chosen level by level.

use super::{
    super::words,
    Asked,
    choice::{offered, with_price_in_label},
};
use crate::{
    format,
    i18n::m,
    ui::{Choice, Field, FieldText, Select},
};
use guichet_rules::{form::FormOption, ids::OptionId, money::Currency};
use leptos::prelude::*;
use serde_json::Value;

/// A list for each level: the next one is there once an option is chosen that is divided further.
pub fn tree(asked: Asked<'_>, field: FieldText, options: &[FormOption], names: &[String]) -> AnyView {
    let tree = Tree::new(asked, options);
    let names = StoredValue::new(names.to_vec());
    let (focus, key) = (asked.asking.focus, asked.at.key());
    let level = move |(level, above): (usize, Option<String>)| {
        let named = names.with_value(|names| names.get(level).cloned());
        let number = || u32::try_from(level).unwrap_or(u32::MAX).saturating_add(1);
        let label = named.unwrap_or_else(|| m::requests::level(&format::number(number().into())));
        let field = FieldText::new(label);
        let field = if level == 0 { field.at(focus, key.clone()) } else { field };
        untrack(|| tree.level(field, level, above))
    };
    view! {
        <Field field=field group=true>
            <div class="stack stack--small">
                <For each=move || tree.levels() key=|level: &(usize, Option<String>)| level.clone() children=level/>
            </div>
        </Field>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Tree {
    options: StoredValue<Vec<FormOption>>,
    /// The options that are on offer, those of all levels.
    offered: Memo<Option<Vec<OptionId>>>,
    /// The chosen option behind those above it.
    path: Memo<Vec<String>>,
    take: Callback<Option<Value>>,
    currency: Currency,
}

impl Tree {
    fn new(asked: Asked<'_>, options: &[FormOption]) -> Self {
        let (options, text) = (StoredValue::new(options.to_vec()), asked.typed());
        let path = Memo::new(move |_| {
            let id = text.get();
            options.with_value(|all| {
                FormOption::path(all, &id).into_iter().map(|o| o.id.to_string()).collect::<Vec<_>>()
            })
        });
        let currency = asked.asking.currency();
        Self { options, offered: offered(asked), path, take: asked.take(), currency }
    }

    /// What there is to choose below the option `above`; at the top where there is none.
    fn below(self, above: Option<&str>) -> Vec<Choice> {
        let choice = |o: &FormOption| {
            with_price_in_label(Choice {
                note: words::price(o.price, self.currency),
                ..Choice::new(o.id.to_string(), o.label.clone())
            })
        };
        self.options.with_value(|all| {
            let options = match above {
                None => all.as_slice(),
                Some(id) => {
                    FormOption::path(all, id).pop().map(|o| o.children.as_slice()).unwrap_or_default()
                }
            };
            self.offered.with(|offered| {
                let on = |o: &&FormOption| offered.as_ref().is_none_or(|all| all.contains(&o.id));
                options.iter().filter(on).map(choice).collect()
            })
        })
    }

    /// The levels that are shown, each with the option that it divides.
    fn levels(self) -> Vec<(usize, Option<String>)> {
        let chosen = self.path.get().into_iter().filter(|id| !self.below(Some(id.as_str())).is_empty());
        std::iter::once(None).chain(chosen.map(Some)).enumerate().collect()
    }

    fn level(self, field: FieldText, level: usize, above: Option<String>) -> AnyView {
        let under = above.clone();
        let options = Signal::derive(move || self.below(under.as_deref()));
        let value = Signal::derive(move || self.path.with(|path| path.get(level).cloned()));
        // Without an option of this level the one above it is what is chosen.
        let take = Callback::new(move |chosen: Option<String>| {
            self.take.run(chosen.or_else(|| above.clone()).map(Into::into));
        });
        view! { <Select field=field options=options value=value on_change=take empty=m::requests::choose()/> }
            .into_any()
    }
}
