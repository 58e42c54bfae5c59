//! How a combobox looks: the field, and the list below it.

use super::{Remark, state::Combo};
use crate::ui::{Choice, picked};
use leptos::prelude::*;

impl Combo {
    /// The field.
    pub fn control(self) -> AnyView {
        let click = move |_| {
            if !self.open.get_untracked() {
                self.again();
            }
        };
        let meant = move || self.active.get().filter(|_| self.open.get()).map(|i| self.option_id(i));
        let field = self.field;
        view! {
            <input
                node_ref=self.input
                class="input"
                id=field.id()
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=move || if self.open.get() { "true" } else { "false" }
                aria-controls=field.part("list")
                aria-activedescendant=meant
                aria-describedby=move || field.described_by()
                aria-invalid=move || field.invalid()
                prop:value=move || self.shown()
                on:input:target=move |ev| self.type_in(ev.target().value())
                on:click=click
                on:blur=move |_| self.settle()
                on:keydown=move |ev| self.key(&ev)
            />
        }
        .into_any()
    }

    /// The list while it is open, and what there is to say of it.
    pub fn popup(self, choose: Callback<Choice>) -> AnyView {
        let items = move || {
            let all = self.options.get().into_iter().enumerate();
            all.map(|(i, choice)| picked::option_row(choice, i, self.option_id(i), self.active, choose))
                .collect_view()
        };
        // The field keeps the focus: losing it would close the list before a click arrives.
        view! {
            <div
                class="popup"
                hidden=move || self.options.with(Vec::is_empty) && self.said().is_none()
                on:mousedown=|ev| ev.prevent_default()
            >
                <ul
                    node_ref=self.list
                    role="listbox"
                    id=self.field.part("list")
                    aria-labelledby=self.field.part("label")
                    aria-busy=move || if self.busy.get() { "true" } else { "false" }
                    hidden=move || self.options.with(Vec::is_empty)
                >
                    {items}
                </ul>
                {move || self.below()}
            </div>
        }
        .into_any()
    }

    /// What is said of the options where it is seen.
    fn said(self) -> Option<Remark> {
        self.remark.get().filter(|said| said.shown || self.options.with(Vec::is_empty))
    }

    fn below(self) -> Option<AnyView> {
        let Remark { text, retry, .. } = self.said()?;
        let button = |label: String| {
            view! {
                <button class="link-button" type="button" tabindex="-1" on:click=move |_| self.again()>
                    {label}
                </button>
            }
        };
        Some(view! { <p class="popup__note">{text} " " {retry.map(button)}</p> }.into_any())
    }

    fn option_id(self, i: usize) -> String {
        self.field.part(&i.to_string())
    }

    /// Scrolls the list until the row is seen that is meant.
    pub fn show_meant(self) {
        let Self { active, list, .. } = self;
        Effect::new(move |_| {
            if let (Some(i), Some(list)) = (active.get(), list.get()) {
                picked::show_child(&list, i);
            }
        });
    }
}
