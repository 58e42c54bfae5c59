//! The page of the cart: its lines, whom they are for and who pays, then all of it once more, and sending it.

use super::{
    super::{again::Before, anew::anew, failure::not_sent},
    check::check,
    lines::lines,
    once_more::order_again,
    ordering::{Ordering, line_of, taking_out},
    pay, preview,
    removed::removed,
    send,
    side::side,
    whom,
    wishes::wishes,
};
use crate::{
    address::read_address,
    i18n::m,
    page::PageTitle,
    router::{NavigateOptions, use_navigate},
    routes,
    session::{Feature, use_session},
    ui::{Button, ButtonKind, Empty, ErrorSummary, FieldError, IconName, Notice, Skeleton, Tone},
    view::where_offered,
};
use guichet_contract::types::PersonRef;
use leptos::{ev, prelude::*};

/// The step that shows all of it once more.
const CHECK: &str = "check";

/// The cart.
#[component]
pub fn CartPage() -> impl IntoView {
    where_offered(Feature::Orders, cart_page)
}

fn cart_page() -> AnyView {
    let session = use_session();
    let before = Before::new();
    let me = Memo::new(move |_| session.me().map(|me| me.person).filter(|_| before.is_known()));
    let content = move |me: Option<PersonRef>| match me {
        Some(me) => whole(me, before),
        None => view! { <Skeleton count=4/> }.into_any(),
    };
    // Whoever they are, their data may be told anew; the page is built for one person once.
    let who = Memo::new(move |_| me.with(|me| me.as_ref().map(|me| me.id.clone())));
    let page = anew(move || who.get(), move |_| content(me.get_untracked()));
    view! { <div class="page">{before.trouble()} {page}</div> }.into_any()
}

fn whole(me: PersonRef, before: Before) -> AnyView {
    let navigate = use_navigate();
    let open = Callback::new(move |(url, replace): (String, bool)| {
        navigate(&url, NavigateOptions { replace, ..NavigateOptions::default() });
    });
    let ordering = Ordering::new(me, open);
    if let Some(record) = before.record() {
        order_again(ordering, record);
        // Or a reload would order it once more.
        open.run((routes::cart(), true));
    }
    preview::follow(ordering);
    let checking = read_address(routes::cart(), |link| link.get_str("step") == Some(CHECK));
    let empty = Memo::new(move |_| ordering.basket.cart.with(|cart| cart.lines.is_empty()));
    anew(
        move || (empty.get(), checking.get()),
        move |(empty, checking)| match (empty, checking) {
            (true, _) => nothing(ordering),
            (false, true) => check(ordering),
            (false, false) => full(ordering),
        },
    )
}

fn nothing(ordering: Ordering) -> AnyView {
    view! {
        <div class="page__head"><PageTitle text=m::cart::title()/></div>
        <div class="stack">
            {removed(ordering)}
            {not_kept(ordering)}
            <Empty title=m::cart::empty_title() text=m::cart::empty() icon=IconName::Cart>
                <Button href=routes::services("", "", "") kind=ButtonKind::Primary>{m::cart::to_services()}</Button>
            </Empty>
            {wishes(ordering)}
        </div>
    }
    .into_any()
}

fn full(ordering: Ordering) -> AnyView {
    let errors = Memo::new(move |_| {
        let mistakes = if ordering.shown.get() { ordering.mistakes() } else { Vec::new() };
        let all = mistakes.into_iter().map(|mistake| {
            let key = mistake.key.clone();
            FieldError { key, message: ordering.in_summary(mistake) }
        });
        all.collect::<Vec<_>>()
    });
    let wrong = Signal::derive(move || !errors.with(Vec::is_empty));
    let follow = Callback::new(move |key: String| {
        // How many there are is not always to be changed, and what is no longer on offer can be taken out and nothing else.
        let line = line_of(&key);
        let _ = [key.as_str(), line, &taking_out(line)].into_iter().any(|key| ordering.focus.focus(key));
    });
    let submit = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        ordering.failure.set(None);
        if !ordering.point_out() {
            ordering.open.run((routes::cart_step(CHECK), false));
        }
    };
    let unasked = move || {
        ordering.previewed.with(|previewed| previewed.failure.clone()).map(|words| {
            let retry = Callback::new(move |()| preview::retry(ordering));
            view! {
                <Notice title=m::cart::not_checked() tone=Tone::Warn>
                    <p>{words}</p>
                    <Button small=true on_press=retry>{m::common::retry()}</Button>
                </Notice>
            }
        })
    };
    view! {
        <div class="page__head"><PageTitle text=m::cart::title() error=wrong/></div>
        <p class="page__lead">{m::cart::lead()}</p>
        <div class="columns">
            <form class="columns__main" novalidate=true on:submit=submit>
                <div class="stack">
                    <ErrorSummary
                        title=m::common::problem_title()
                        errors=errors
                        attempt=ordering.pointed
                        on_follow=follow
                    />
                    {removed(ordering)}
                    {not_kept(ordering)}
                    {lines(ordering)}
                    <section class="section">
                        <h2 class="section__title">{m::cart::details()}</h2>
                        <div class="form">{whom::whom(ordering)} {pay::payer(ordering)} {pay::note(ordering)}</div>
                    </section>
                    {unasked}
                    {failure(ordering)}
                    <div class="form__actions">
                        <Button kind=ButtonKind::Primary submit=true>{m::cart::check()}</Button>
                        <Button href=routes::services("", "", "")>{m::cart::more()}</Button>
                    </div>
                    {wishes(ordering)}
                </div>
            </form>
            {side(ordering)}
        </div>
    }
    .into_any()
}

/// The browser keeps nothing: switched off, or full.
fn not_kept(ordering: Ordering) -> AnyView {
    (move || {
        ordering.basket.lost.get().then(|| {
            view! { <Notice title=m::cart::not_kept() tone=Tone::Warn><p>{m::cart::not_kept_text()}</p></Notice> }
        })
    })
    .into_any()
}

/// Why it was not sent, beside the button that tries again.
pub fn failure(ordering: Ordering) -> AnyView {
    let notice = move || ordering.failure.get().map(|failure| not_sent(&failure, &routes::cart_step(CHECK)));
    view! { <div role="alert">{notice}</div> }.into_any()
}

/// Sends it from the page that shows all of it once more; where something stands against it, goes back to where that is shown.
pub fn send_checked(ordering: Ordering) {
    if ordering.point_out() {
        ordering.open.run((routes::cart(), false));
    } else {
        send::send(ordering);
    }
}
