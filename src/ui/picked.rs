//! Parts of the combobox: a row of its list, and the chosen one as text with a button to change it.

use super::{Choice, FieldText};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlUListElement};

/// A row of the list.
pub(super) fn option_row(
    choice: Choice,
    index: usize,
    id: String,
    active: RwSignal<Option<usize>>,
    choose: Callback<Choice>,
) -> AnyView {
    let chosen = move || active.get() == Some(index);
    let hint = choice.below().map(|t| view! { <span class="option__meta">{t}</span> });
    let label = choice.label.clone();
    view! {
        <li
            class="option"
            role="option"
            id=id
            aria-selected=move || if chosen() { "true" } else { "false" }
            on:click=move |_| choose.run(choice.clone())
        >
            <span class="option__label">{label}</span>
            {hint}
        </li>
    }
    .into_any()
}

/// Scrolls the list, and only the list, until the row is seen.
pub(super) fn show_child(list: &HtmlUListElement, index: usize) {
    let row = u32::try_from(index).ok().and_then(|i| list.children().item(i));
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        show_row(list, &row);
    }
}

/// The same for a list that holds more than rows.
pub fn show_row(list: &HtmlElement, row: &HtmlElement) {
    let top = row.offset_top().saturating_sub(list.offset_top());
    let bottom = top.saturating_add(row.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top().saturating_add(list.client_height()) {
        list.set_scroll_top(bottom.saturating_sub(list.client_height()));
    }
}

/// The exchange of the control for what was chosen, and back.
#[derive(Clone, Copy)]
pub(super) struct Swap {
    /// The control is shown although something is chosen.
    pub editing: RwSignal<bool>,
    /// What takes the place of the other takes the focus too.
    pub moving: StoredValue<bool>,
}

impl Swap {
    /// What is chosen is shown.
    pub fn new() -> Self {
        Self { editing: RwSignal::new(false), moving: StoredValue::new(false) }
    }
}

/// The control, or what was chosen with a button that brings the control back and, where it has a name, one that takes away
/// what was chosen.
pub(super) fn picked_or(
    control: impl Fn() -> AnyView + Send + 'static,
    field: FieldText,
    value: Signal<Option<Choice>>,
    labels: Option<(String, Option<String>)>,
    clear: Callback<()>,
    input: NodeRef<html::Input>,
    Swap { editing, moving }: Swap,
) -> AnyView {
    let Some((change_label, clear_label)) = labels else { return control() };
    let button = NodeRef::<html::Button>::new();
    field.reach(button);
    let shown = Memo::new(move |_| value.get().filter(|_| !editing.get()));
    // What has the focus goes away with the exchange.
    Effect::new(move |_| {
        let input = input.get().map(JsCast::unchecked_into::<HtmlElement>);
        let button = button.get().map(JsCast::unchecked_into::<HtmlElement>);
        let here = [input, button].into_iter().flatten().find(|e| e.is_connected());
        if let Some(here) = here.filter(|_| moving.get_value()) {
            moving.set_value(false);
            // It is on the page, so it takes the focus.
            let _ = here.focus();
        }
    });
    let change = move |_| {
        moving.set_value(true);
        editing.set(true);
    };
    let view = move || match shown.get() {
        Some(choice) => {
            let of = format!(" {}", choice.label);
            let clear_label = clear_label.clone().map(|label| {
                let press = move |_| {
                    moving.set_value(true);
                    clear.run(());
                };
                view! {
                    <button class="link-button" type="button" on:click=press>
                        {label}
                        <span class="visually-hidden">{of}</span>
                    </button>
                }
            });
            let text =
                [Some(choice.label), choice.hint].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            view! {
                <div class="input picked">
                    <span class="picked__text" id=field.part("text")>{text}</span>
                    <button
                        node_ref=button
                        class="link-button"
                        type="button"
                        id=field.id()
                        aria-labelledby=format!("{} {} {}", field.part("label"), field.part("text"), field.id())
                        aria-describedby=move || field.described_by()
                        on:click=change
                    >
                        {change_label.clone()}
                    </button>
                    {clear_label}
                </div>
            }
            .into_any()
        }
        None => control(),
    };
    view.into_any()
}
