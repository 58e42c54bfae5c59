//! Type ahead and choose: people, applications, devices. The ARIA 1.2 combobox: the focus stays in the field, the arrows
//! move through the list, Enter chooses, Escape closes. Where the options come from is the caller's.

mod keys;
mod state;
mod view;

use super::{Choice, Field, FieldText, picked};
use leptos::prelude::*;
use state::Combo;

/// What there is to say of the options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// "3 people", "Nothing found", "Looking": announced, and shown where there is nothing to choose.
    pub text: String,
    /// It is shown below the options too.
    pub shown: bool,
    /// The name of a button that asks for the options again: they could not be had. Enter and the arrows do the same.
    pub retry: Option<String>,
}

/// A field with a list that follows what is typed.
#[component]
pub fn Combobox(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// The chosen one.
    #[prop(into)]
    value: Signal<Option<Choice>>,
    /// What fits the words that were typed last.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Called with the words at each key and when the list opens; it may take its time.
    #[prop(into)]
    on_query: Callback<String>,
    /// Called with the chosen one; `None` when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<Choice>>,
    /// What there is to say of them.
    #[prop(optional, into)]
    remark: Signal<Option<Remark>>,
    /// Whether they are those of other words, and the right ones on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// With them the chosen one is shown as text with a button of the first name, and one of the second that takes it away.
    #[prop(optional_no_strip)]
    labels: Option<(String, Option<String>)>,
) -> impl IntoView {
    let combo = Combo {
        field,
        value,
        options: Memo::new(move |_| options.get()),
        on_query,
        on_change,
        remark,
        busy,
        input: NodeRef::new(),
        list: NodeRef::new(),
        typed: RwSignal::new(None),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        swap: picked::Swap::new(),
    };
    field.reach(combo.input);
    combo.keep_meant();
    combo.show_meant();
    let choose = Callback::new(move |choice: Choice| combo.choose(choice));
    let clear = Callback::new(move |()| on_change.run(None));
    let control = move || combo.control();
    let popup = move || combo.open.get().then(|| combo.popup(choose));
    let said = move || remark.get().filter(|_| combo.open.get()).map(|remark| remark.text);
    view! {
        <Field field=field>
            <div class="field__control popup-anchor">
                {picked::picked_or(control, field, value, labels, clear, combo.input, combo.swap)}
                {popup}
                <span class="visually-hidden" role="status">{said}</span>
            </div>
        </Field>
    }
    .into_any()
}
