//! One of many that everybody knows: countries, sites. For fewer than seven take radio buttons.

use super::{Choice, Field, FieldText, Icon, IconName, Width};
use leptos::{html, prelude::*};

/// The browser's own list.
#[component]
pub fn Select(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The `value` of the chosen one.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// Called with the chosen `value`; `None` for the empty line.
    #[prop(into)]
    on_change: Callback<Option<String>>,
    /// The words of the empty line at the top; without them there is none.
    #[prop(optional, into)]
    empty: Option<String>,
    /// How wide it is.
    #[prop(optional)]
    width: Width,
) -> impl IntoView {
    let options = Memo::new(move |_| options.get());
    let node = NodeRef::<html::Select>::new();
    field.reach(node);
    // Each option says itself whether it is chosen: a value set on the list is lost when the options come later.
    let option = move |own: Option<String>, label: String, off: bool| {
        let given = own.clone().unwrap_or_default();
        let selected = move || value.with(|v| *v == own);
        view! { <option value=given disabled=off prop:selected=selected>{label}</option> }
    };
    let rest = move || {
        let all = options.get().into_iter();
        all.map(|c| option(Some(c.value), c.label, c.disabled_reason.is_some())).collect_view()
    };
    view! {
        <Field field=field>
            <div class="field__control select-wrap">
                <select
                    node_ref=node
                    class=format!("{} select", width.class())
                    id=field.id()
                    aria-describedby=move || field.described_by()
                    aria-invalid=move || field.invalid()
                    on:change:target=move |ev| on_change.run(Some(ev.target().value()).filter(|v| !v.is_empty()))
                >
                    {empty.map(|label| option(None, label, false))}
                    {rest}
                </select>
                <Icon name=IconName::ChevronDown/>
            </div>
        </Field>
    }
    .into_any()
}
