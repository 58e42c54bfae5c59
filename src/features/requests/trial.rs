//! A form that is only tried, by those who write it: they see what people will see, and nothing comes of it.

use super::asking::Asking;
use crate::{
    lookup::{Finding, look_up},
    page::PageTitle,
};
use guichet_contract::types::LookupQuery;
use guichet_rules::form::SourceList;
use leptos::{html, prelude::*};
use std::sync::Arc;

/// What takes the place of the backend while a form is tried.
#[derive(Clone)]
pub(super) struct Trial {
    /// Looks something up as the person whom the form is tried as.
    pub find: Arc<dyn Fn(SourceList, LookupQuery) -> Finding + Send + Sync>,
    /// Whether the step was changed by hand: then the focus goes to its heading.
    pub moved: StoredValue<bool>,
    /// Called in place of sending what could be sent.
    pub done: Callback<()>,
}

impl Asking {
    /// Looks something up.
    pub fn find(self, list: SourceList, query: LookupQuery) -> Finding {
        match self.trial.try_get_value().flatten() {
            Some(trial) => (trial.find)(list, query),
            None => look_up(list, query),
        }
    }
}

/// The heading of a step: that of the page, or of a part of it where the form is tried.
pub(super) fn heading(asking: Asking, text: String, error: Signal<bool>) -> AnyView {
    let Some(trial) = asking.trial.get_value() else {
        return view! { <PageTitle text=text error=error/> }.into_any();
    };
    let node = NodeRef::<html::H2>::new();
    node.on_load(move |heading| {
        if trial.moved.try_get_value() == Some(true) {
            trial.moved.set_value(false);
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
        }
    });
    view! { <h2 node_ref=node class="page__title" tabindex="-1">{text}</h2> }.into_any()
}
