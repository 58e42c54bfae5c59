//! Type ahead and choose: people, applications, devices. The ARIA 1.2 combobox: the focus stays in the field, the arrows
//! move through the list, Enter chooses, Escape closes. Where the options come from is the caller's.

use super::{Choice, Field, FieldText, picked};
use leptos::{ev, html, prelude::*};

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
    /// "3 people", "Nothing found", "Looking": announced, and shown when there is nothing to choose.
    #[prop(optional, into)]
    status: Signal<Option<String>>,
    /// With it the chosen one is shown as text with a button of this name.
    #[prop(optional, into)]
    change_label: Option<String>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let list = NodeRef::<html::Ul>::new();
    let (typed, open, active) =
        (RwSignal::new(None::<String>), RwSignal::new(false), RwSignal::new(None::<usize>));
    let swap = picked::Swap::new();
    let options = Memo::new(move |_| options.get());
    field.reach(input);
    let shown = move || typed.get().unwrap_or_else(|| value.get().map(|c| c.label).unwrap_or_default());
    let ask = move |words: String| {
        active.set(None);
        open.set(true);
        on_query.run(words);
    };
    let settle = move || {
        open.set(false);
        typed.set(None);
        active.set(None);
        swap.editing.set(false);
    };
    let choose = Callback::new(move |choice: Choice| {
        swap.moving.set_value(true);
        settle();
        on_change.run(Some(choice));
    });
    let click = move |_| {
        if !open.get_untracked() {
            ask(typed.get_untracked().unwrap_or_default());
        }
    };
    let type_in = move |words: String| {
        if words.is_empty() {
            on_change.run(None);
        }
        typed.set(Some(words.clone()));
        ask(words);
    };
    let key = move |ev: ev::KeyboardEvent| {
        let count = options.with_untracked(Vec::len);
        let step = |back: bool| {
            ev.prevent_default();
            if !open.get_untracked() {
                ask(typed.get_untracked().unwrap_or_default());
            } else if count > 0 {
                let last = count - 1;
                active.update(|a| {
                    *a = Some(match (*a, back) {
                        (Some(i), false) if i < last => i + 1,
                        (None | Some(0), true) => last,
                        (Some(i), true) => i - 1,
                        _ => 0,
                    });
                });
            }
        };
        match ev.key().as_str() {
            "ArrowDown" => step(false),
            "ArrowUp" => step(true),
            "Enter" if open.get_untracked() => {
                let one = active.get_untracked().or((count == 1).then_some(0));
                if let Some(choice) = one.and_then(|i| options.with_untracked(|o| o.get(i).cloned())) {
                    ev.prevent_default();
                    choose.run(choice);
                }
            }
            "Escape" if open.get_untracked() => {
                // Or the dialog around it would close.
                ev.prevent_default();
                ev.stop_propagation();
                settle();
            }
            _ => {}
        }
    };
    let option_id = move |i: usize| field.part(&i.to_string());
    Effect::new(move |_| {
        if let (Some(i), Some(list)) = (active.get(), list.get()) {
            picked::show_child(&list, i);
        }
    });
    let popup = move || {
        open.get().then(|| {
            let items = move || {
                let all = options.get().into_iter().enumerate();
                all.map(|(i, choice)| picked::option_row(choice, i, option_id(i), active, choose))
                    .collect_view()
            };
            let note = move || status.get().filter(|_| options.with(Vec::is_empty));
            view! {
                <ul
                    node_ref=list
                    class="popup"
                    role="listbox"
                    id=field.part("list")
                    aria-labelledby=field.part("label")
                    hidden=move || options.with(Vec::is_empty)
                >
                    {items}
                </ul>
                {move || note().map(|t| view! { <p class="popup popup__note">{t}</p> })}
            }
        })
    };
    let control = move || {
        view! {
            <input
                node_ref=input
                class="input"
                id=field.id()
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=field.part("list")
                aria-activedescendant=move || active.get().filter(|_| open.get()).map(option_id)
                aria-describedby=move || field.described_by()
                aria-invalid=move || field.invalid()
                prop:value=shown
                on:input:target=move |ev| type_in(ev.target().value())
                on:click=click
                on:blur=move |_| settle()
                on:keydown=key
            />
        }
        .into_any()
    };
    let said = move || status.get().filter(|_| open.get());
    view! {
        <Field field=field>
            <div class="field__control popup-anchor">
                {picked::picked_or(control, field, value, change_label, input, swap)}
                {popup}
                <span class="visually-hidden" role="status">{said}</span>
            </div>
        </Field>
    }
    .into_any()
}
