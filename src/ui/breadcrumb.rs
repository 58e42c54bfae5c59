//! Where a page is.

use leptos::prelude::*;

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address; `None` for the page itself.
    pub href: Option<String>,
}

impl Crumb {
    /// A page above this one.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()) }
    }

    /// This page.
    pub fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None }
    }
}

/// The pages above this one.
#[component]
pub fn Breadcrumb(
    /// What the landmark is called.
    #[prop(into)]
    label: Signal<String>,
    /// From the top down.
    #[prop(into)]
    crumbs: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let items = move || {
        let all = crumbs.get().into_iter();
        all.map(|crumb| {
            let inner = match crumb.href {
                Some(href) => view! { <a href=href>{crumb.label}</a> }.into_any(),
                None => view! { <span aria-current="page">{crumb.label}</span> }.into_any(),
            };
            view! { <li>{inner}</li> }
        })
        .collect_view()
    };
    view! { <nav class="no-print" aria-label=move || label.get()><ol class="breadcrumb">{items}</ol></nav> }
        .into_any()
}
