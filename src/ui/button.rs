//! Buttons. One primary a page. A button that cannot be used now says why instead of vanishing.

use super::{Icon, IconName, use_ids};
use leptos::{ev, html, prelude::*};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing this page is for.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// Beside other things, without a border.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    fn class(self, small: bool) -> String {
        let kind = match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        };
        format!("button button--{kind}{}", if small { " button--small" } else { "" })
    }
}

/// A button, or with `href` a link that looks like one. Busy or disabled, it keeps its size and can be focused, but does
/// nothing.
#[component]
pub fn Button(
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// For side panels and rows.
    #[prop(optional)]
    small: bool,
    /// Where it leads, when it is a link.
    #[prop(optional, into)]
    href: Option<Signal<String>>,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// What it does is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be used now; shown below it.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Called when it is pressed; not while busy or disabled.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The element.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// Its words: a verb.
    children: Children,
) -> impl IntoView {
    let icon = icon.map(|name| view! { <Icon name=name/> });
    if let Some(href) = href {
        return view! { <a class=kind.class(small) href=move || href.get()>{icon} {children()}</a> }
            .into_any();
    }
    let id = use_ids("reason");
    let disabled = move || disabled_reason.with(Option::is_some);
    let press = move |ev: ev::MouseEvent| {
        if busy.get_untracked() || disabled_reason.with_untracked(Option::is_some) {
            ev.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let reason = move || {
        disabled_reason.get().map(|t| view! { <span class="button__reason" id=id.get_value()>{t}</span> })
    };
    let spinner = move || busy.get().then(|| view! { <span class="spinner"></span> });
    view! {
        <span class="button-wrap">
            <button
                node_ref=node_ref
                class=kind.class(small)
                type=if submit { "submit" } else { "button" }
                aria-busy=move || busy.get().then_some("true")
                aria-disabled=move || (busy.get() || disabled()).then_some("true")
                aria-describedby=move || disabled().then(|| id.get_value())
                on:click=press
            >
                <span class="button__label">{icon} {children()}</span>
                {spinner}
            </button>
            {reason}
        </span>
    }
    .into_any()
}
