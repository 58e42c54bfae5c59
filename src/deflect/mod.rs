//! Answers and known errors for what is being typed into a form: who finds one needs no ticket. An answer opens over the
//! form, so that nothing typed is left behind; "this solved it" closes the form, can be taken back for a while, and counts.
//! What closing means is up to the form: [`Ending`].

mod found;
mod reader;
mod row;
mod solved;

use crate::{
    i18n::m,
    learning::queue::Waiting,
    routes::{self, Place},
};
use found::{Suggested, found};
use guichet_rules::ids::{ArticleId, ServiceId};
use leptos::{ev, prelude::*};
use solved::Solving;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A form that somebody fills in.
#[derive(Clone, Copy)]
pub struct Form {
    /// What is being typed, as far as it says what they are after.
    pub words: Signal<String>,
    /// Which form: `report`, or the id of the item or the order guide.
    pub name: StoredValue<String>,
    /// Only what is about this service.
    pub service: StoredValue<Option<ServiceId>>,
    /// What becomes of it once an answer has helped.
    pub ending: Ending,
}

/// What becomes of a form once an answer has helped.
#[derive(Clone, Copy)]
pub enum Ending {
    /// It stays, empty, and says so.
    Emptied {
        /// Empties the form and its draft.
        close: Callback<()>,
        /// Puts back what was in it.
        reopen: Callback<()>,
    },
    /// It is left for another page, which says what became of it; whoever takes that back takes this out of the queue.
    Left(Callback<Waiting>),
}

/// What is shown, and what was chosen of it.
#[derive(Clone, Copy)]
struct Deflect {
    solving: Solving,
    /// The article that is being read over the form.
    reading: RwSignal<Option<ArticleId>>,
}

impl Deflect {
    /// Opens the answer that a link in a text leads to over the form too, which stays as it is.
    fn follow(self, ev: &ev::MouseEvent) {
        let clicked = ev.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|element| element.closest("a").ok().flatten());
        let href = link.and_then(|link| link.get_attribute("href")).unwrap_or_default();
        // With a key held it goes into another window.
        let elsewhere = ev.ctrl_key() || ev.meta_key() || ev.shift_key();
        let path = href.split(['?', '#']).next().unwrap_or_default();
        if let (Place::Answer, Some((_, id))) = routes::place(path)
            && let Ok(id) = ArticleId::new(id)
            && !elsewhere
        {
            ev.prevent_default();
            self.reading.set(Some(id));
        }
    }
}

/// What may help; nothing where nothing does. It never takes the focus.
pub fn suggestions(form: Form) -> AnyView {
    let deflect = Deflect { solving: Solving::new(form), reading: RwSignal::new(None) };
    let all = found(form);
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()) && !deflect.solving.is_closed());
    let rows = move || all.with(|all| all.iter().map(|one| row(one, deflect)).collect_view());
    let aside = move || {
        any.get().then(|| {
            view! {
                <aside class="suggest" aria-label=m::report::suggest()>
                    <details class="suggest__all" open=true>
                        <summary class="suggest__title">{m::report::suggest()}</summary>
                        <ul class="list">{rows}</ul>
                    </details>
                </aside>
            }
        })
    };
    // Once it appears, and not at each key.
    let said = move || any.get().then(m::report::suggest);
    view! {
        {deflect.solving.view()}
        {aside}
        <p class="visually-hidden" role="status">{said}</p>
        {reader::reader(deflect)}
    }
    .into_any()
}

fn row(one: &Suggested, deflect: Deflect) -> AnyView {
    match one {
        Suggested::Error(error, article) => row::known_error(error, article, deflect),
        Suggested::Article(hit, id) => row::article(hit, id, deflect),
    }
}
