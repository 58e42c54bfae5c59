//! Several things that were picked, each with a button that takes it away, and the field that finds more.

use super::{Field, FieldText};
use leptos::prelude::*;

/// Something that was picked: its id, and what it is called.
pub type Picked = (String, String);

/// What was picked, above `finder`. The button is called `remove`, and for those who do not see beside what it stands, after that.
pub fn several(
    field: FieldText,
    all: Memo<Vec<Picked>>,
    remove: String,
    on_remove: Callback<String>,
    finder: AnyView,
) -> AnyView {
    let remove = StoredValue::new(remove);
    let rows = move || {
        let rows: Vec<_> =
            all.get().into_iter().map(|picked| row(picked, remove.get_value(), on_remove)).collect();
        (!rows.is_empty()).then(|| view! { <ul class="stack stack--small">{rows}</ul> })
    };
    view! {
        <Field field=field group=true>
            <div class="stack stack--small">
                {rows}
                {finder}
            </div>
        </Field>
    }
    .into_any()
}

fn row((id, name): Picked, remove: String, on_remove: Callback<String>) -> AnyView {
    let of = format!(" {name}");
    view! {
        <li class="input picked">
            <span class="picked__text">{name}</span>
            <button class="link-button" type="button" on:click=move |_| on_remove.run(id.clone())>
                {remove}
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
    .into_any()
}
