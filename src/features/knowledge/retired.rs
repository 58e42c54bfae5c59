//! In the place of an answer that was retired: when that was, why, and what to read instead. Those who write see what it said.

use super::writing::retired_text;
use crate::{
    api::QueryStatus,
    i18n::m,
    routes,
    ui::{Button, ButtonKind, IconName},
    view::{message_page, retired_notice, retired_words},
};
use guichet_contract::{Code, types::ArticleLanguage};
use leptos::prelude::*;

/// Whether the article that is asked for was retired.
pub(super) fn is_retired(article: QueryStatus) -> Memo<bool> {
    is_refused(article, Code::Retired)
}

/// Whether there is no such article, or not for this person any more.
pub(super) fn is_withheld(article: QueryStatus) -> Memo<bool> {
    is_refused(article, Code::NotFound)
}

fn is_refused(article: QueryStatus, why: Code) -> Memo<bool> {
    Memo::new(move |_| article.error().is_some_and(|error| error.code() == Some(why)))
}

/// The page, in the language that the answer is `wanted` in.
pub(super) fn retired(article: QueryStatus, wanted: Signal<ArticleLanguage>) -> AnyView {
    let Some(notice) = retired_notice(article.error()) else {
        let ways = view! { <Button href=routes::answers("", "")>{m::knowledge::missing_action()}</Button> };
        return message_page(IconName::Book, m::writing::gone(), m::knowledge::missing(), ways.into_any());
    };
    if notice.readable {
        return retired_text(notice, wanted);
    }
    let (said, why) = retired_words(&notice);
    let lead = [Some(said), why].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let instead = notice.replaced_by.map(|other| {
        let href = routes::answer(other.id.as_str());
        view! {
            <Button kind=ButtonKind::Primary href=href>{m::writing::gone_instead(&other.title)}</Button>
        }
    });
    let ways = view! {
        {instead}
        <a class="link" href=routes::answers("", "")>{m::knowledge::missing_action()}</a>
        <a class="link" href=routes::report(&notice.title)>{m::shell::report()}</a>
    };
    message_page(IconName::Book, m::writing::gone(), lead, ways.into_any())
}
