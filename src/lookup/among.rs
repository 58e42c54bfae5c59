//! Looking for something among choices that are all there: nothing is asked of the backend.

use super::suggestions::each;
use crate::{
    i18n::m,
    ui::{Choice, Combobox, FieldText, Remark},
};
use leptos::prelude::*;

/// The field for one of `all` after the other: `add` is called with each, and none stays in it.
pub fn adder_among(field: FieldText, all: Signal<Vec<Choice>>, add: Callback<Choice>) -> AnyView {
    let words = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let words = words.get().to_lowercase();
        let fits = |choice: &Choice| {
            let label = choice.label.to_lowercase();
            words.split_whitespace().all(|word| label.contains(word))
        };
        all.get().into_iter().filter(fits).collect::<Vec<_>>()
    });
    let remark = Signal::derive(move || {
        let nothing = || Remark { text: m::lookup::nothing_fits(), shown: true, retry: None };
        options.with(Vec::is_empty).then(nothing)
    });
    let ask = Callback::new(move |typed: String| words.set(typed));
    view! {
        <Combobox
            field=field
            value=Signal::stored(None::<Choice>)
            options=options
            remark=remark
            on_query=ask
            on_change=each(add)
        />
    }
    .into_any()
}
