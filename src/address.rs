//! What a page keeps in its own address, so that going back leaves it and a link shows others the same.

use crate::{
    router::{NavigateOptions, ParamsMap, use_location, use_navigate, use_query_map},
    ui::search_field,
};
use leptos::{ev, prelude::*};
use std::time::Duration;

/// What `read` makes of the address while the page at the path `here` is open.
pub fn read_address<T>(here: String, read: impl Fn(&ParamsMap) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (address, path) = (use_query_map(), use_location().pathname);
    Memo::new(move |before: Option<&T>| match before {
        // The person leaves: the page stays as it is until the next one is there.
        Some(before) if path.with(|path| *path != here) => before.clone(),
        _ => address.with(&read),
    })
}

/// A pause in typing: below it every key would be a call, above it waiting is felt.
const PAUSE: Duration = Duration::from_millis(200);

/// Words that are typed above a list. The address follows them, without a step of its own in the browser's history.
#[derive(Clone, Copy)]
pub struct Words {
    /// What stands in the field. It is ahead of the address.
    pub typed: RwSignal<String>,
    send: Callback<String>,
}

impl Words {
    /// `words` are those of the address, and `url` is the one with others.
    pub fn new(words: Memo<String>, url: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let typed = RwSignal::new(words.get_untracked());
        let sent = StoredValue::new(words.get_untracked());
        let (path, navigate) = (use_location().pathname, use_navigate());
        let here = path.get_untracked();
        let send = Callback::new(move |text: String| {
            // The person may just be leaving for another page.
            if path.with_untracked(|path| *path != here) {
                return;
            }
            let text = text.trim();
            sent.set_value(text.to_owned());
            navigate(&url(text), NavigateOptions { replace: true, scroll: false });
        });
        // The address changed by itself (back, a link); what was sent there is not taken back over what was typed since.
        Effect::new(move || {
            let words = words.get();
            if sent.with_value(|sent| *sent != words) {
                sent.set_value(words.clone());
                typed.set(words);
            }
        });
        Self { typed, send }
    }

    /// The field, beside other filters.
    pub fn field(self, label: String) -> AnyView {
        let mut later = debounce(PAUSE, move |text: String| self.send.run(text));
        let type_in = move |text: String| {
            self.typed.set(text.clone());
            later(text);
        };
        search_field(label, self.typed, Box::new(type_in))
    }

    /// The field by itself. Enter sends what stands in it at once.
    pub fn form(self, label: String) -> AnyView {
        let at_once = move |ev: ev::SubmitEvent| {
            ev.prevent_default();
            self.send.run(self.typed.get_untracked());
        };
        view! {
            <form class="filters" role="search" on:submit=at_once>
                {self.field(label)}
            </form>
        }
        .into_any()
    }
}
