//! Where the reader is, and how they get elsewhere.
//!
//! A router of our own, a fifth of the size of the framework's: paths are known at compile time (`routes.rs`), a page is
//! one chunk, and nothing is nested. It listens on the element that the portal lives in and not on the window, so that it
//! leaves the links of a page around it alone, in a shadow root too. See `docs/adr`.

mod click;
mod outlet;
mod query;

pub use outlet::Outlet;
pub use query::ParamsMap;

use crate::{
    lazy::Coming,
    routes::{self, Place},
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Location {
    /// The path, the base included.
    pub pathname: Memo<String>,
    /// What stands behind the `?`, without it.
    pub search: Memo<String>,
}

/// Finds the page of a place, fetching its chunk if need be.
pub type Loader = fn(Place) -> Coming;

#[derive(Clone, Copy)]
struct Router {
    load: Loader,
    url: RwSignal<Url>,
    location: Location,
    params: Memo<ParamsMap>,
    query: Memo<ParamsMap>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Url {
    path: String,
    search: String,
}

impl Url {
    fn current() -> Self {
        let Some(location) = web_sys::window().map(|w| w.location()) else { return Self::default() };
        let search = location.search().unwrap_or_default();
        Self {
            path: location.pathname().unwrap_or_default(),
            search: search.trim_start_matches('?').to_owned(),
        }
    }

    /// A path of this portal, with or without a query.
    fn parse(to: &str) -> Self {
        let to = to.split('#').next().unwrap_or(to);
        let (path, search) = to.split_once('?').unwrap_or((to, ""));
        Self { path: path.to_owned(), search: search.to_owned() }
    }
}

/// Makes the router known to everything below, and takes over clicks on links within `root`. Pages come from `load`.
pub fn provide_router(root: &HtmlElement, load: Loader) {
    let url = RwSignal::new(Url::current());
    let location = Location {
        pathname: Memo::new(move |_| url.with(|u| u.path.clone())),
        search: Memo::new(move |_| url.with(|u| u.search.clone())),
    };
    let params = Memo::new(move |_| location.pathname.with(|path| ParamsMap::one(routes::place(path).1)));
    let query = Memo::new(move |_| location.search.with(|search| ParamsMap::parse(search)));
    provide_context(Router { load, url, location, params, query });
    let back = window_event_listener(ev::popstate, move |_| url.set(Url::current()));
    on_cleanup(move || back.remove());
    click::take_over(root, use_navigate());
}

fn router() -> Router {
    expect_context::<Router>()
}

/// Where the reader is.
pub fn use_location() -> Location {
    router().location
}

/// What fetches a page, for whoever knows where somebody goes next.
pub fn use_loader() -> Loader {
    router().load
}

/// The parameters of the path, such as `ticket`.
pub fn use_params_map() -> Memo<ParamsMap> {
    router().params
}

/// What stands behind the `?`.
pub fn use_query_map() -> Memo<ParamsMap> {
    router().query
}

/// How to go.
#[derive(Debug, Clone, Copy)]
pub struct NavigateOptions {
    /// Instead of the current entry of the history.
    pub replace: bool,
    /// To the top of the page.
    pub scroll: bool,
}

impl Default for NavigateOptions {
    fn default() -> Self {
        Self { replace: false, scroll: true }
    }
}

/// A kept function that goes to a path.
pub type Go = StoredValue<Box<dyn Fn(&str)>, LocalStorage>;

/// A function that goes to a path of this portal.
pub fn use_navigate() -> impl Fn(&str, NavigateOptions) + Copy + Send + Sync + 'static {
    let url = router().url;
    move |to: &str, options: NavigateOptions| {
        let Some(window) = web_sys::window() else { return };
        if let Ok(history) = window.history() {
            // It fails only for another origin, and these are paths.
            let _ = if options.replace {
                history.replace_state_with_url(&JsValue::NULL, "", Some(to))
            } else {
                history.push_state_with_url(&JsValue::NULL, "", Some(to))
            };
        }
        let next = Url::parse(to);
        if options.scroll && url.with_untracked(|u| u.path != next.path) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        url.set(next);
    }
}
