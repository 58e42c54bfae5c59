//! What changed in one version of an answer.

use super::{
    address::Address,
    diff::{Fate, Line, lines},
};
use crate::{
    api::{Query, query},
    i18n::m,
    markdown::markdown,
    ui::{Skeleton, SkeletonKind},
    view::failed,
};
use guichet_contract::{
    endpoints::{GetArticleVersion, VersionPath},
    types::{ArticleText, ArticleVersion},
};
use leptos::prelude::*;

/// So many lines that are the same stand around what changed, for the place to be found.
const AROUND: usize = 1;

/// A version and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    version: u32,
    /// `None` where there is none, or its text is gone.
    before: Option<u32>,
}

impl Pair {
    /// The version of that number, with the nearest one before it that can still be read; `None` where it cannot be read itself.
    pub fn of(all: &[ArticleVersion], number: u32) -> Option<Self> {
        let readable = all.iter().filter(|version| version.readable).map(|version| version.version);
        readable.clone().find(|version| *version == number)?;
        let before = readable.filter(|version| *version < number).max();
        Some(Self { version: number, before })
    }
}

/// The changes of `pair`, and the text as it was then.
pub(super) fn changes(pair: Pair, address: Address) -> AnyView {
    let ask = move |number: Option<u32>| {
        let path = VersionPath { article: address.id(), version: number?.to_string() };
        Some((path, address.wanted()))
    };
    let after = query::<GetArticleVersion>(move || ask(Some(pair.version)));
    let before = query::<GetArticleVersion>(move || ask(pair.before));
    let content = move || match (after.get(), before.get()) {
        (Some(after), Some(before)) => compared(&before, &after),
        (Some(after), None) if pair.before.is_none() => first(&after),
        _ if after.error().is_some() => failed(after),
        _ if before.error().is_some() => failed(before),
        _ => view! { <Skeleton kind=SkeletonKind::Lines count=4/> }.into_any(),
    };
    let number = pair.version.to_string();
    let title = match pair.before {
        Some(before) => m::knowledge::changes(&number, &before.to_string()),
        None => m::knowledge::version(&number),
    };
    view! {
        <section class="section changes">
            <h2 class="section__title">{title}</h2>
            <div lang=move || language(after)>{content}</div>
        </section>
    }
    .into_any()
}

fn language(text: Query<ArticleText>) -> Option<String> {
    text.with(|text| text.map(|text| text.language.clone()))
}

fn whole(text: &ArticleText) -> String {
    format!("{}\n{}\n{}", text.title, text.summary, text.body)
}

fn compared(before: &ArticleText, after: &ArticleText) -> AnyView {
    match differences(&whole(before), &whole(after)) {
        Some(shown) => view! { {shown} {as_it_was(after)} }.into_any(),
        None => view! { <p>{m::knowledge::no_changes()}</p> }.into_any(),
    }
}

/// What changed from one text to another, to go inside `.changes`; `None` where nothing did.
pub(super) fn differences(before: &str, after: &str) -> Option<AnyView> {
    let lines = lines(before, after);
    if lines.iter().all(Line::is_same) {
        return None;
    }
    let near = |n: usize| {
        let from = n.saturating_sub(AROUND);
        lines.iter().skip(from).take(n + AROUND + 1 - from).any(|line| !line.is_same())
    };
    let mut shown: Vec<AnyView> = Vec::new();
    let mut left_out = 0_u32;
    for (n, one) in lines.iter().enumerate() {
        if near(n) {
            shown.extend(gap(&mut left_out));
            shown.push(line(one));
        } else {
            left_out += 1;
        }
    }
    shown.extend(gap(&mut left_out));
    Some(view! { <div>{shown}</div> }.into_any())
}

/// In the place of lines that are the same.
fn gap(left_out: &mut u32) -> Option<AnyView> {
    let count = std::mem::take(left_out);
    (count > 0).then(|| view! { <p class="muted">{m::knowledge::lines_same(count)}</p> }.into_any())
}

fn line(line: &Line) -> AnyView {
    let piece = |(fate, text): &(Fate, String)| {
        let text = text.clone();
        match fate {
            Fate::Same => text.into_any(),
            Fate::Removed => view! { <del>{text}</del> }.into_any(),
            Fate::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    };
    let pieces: Vec<AnyView> = line.pieces.iter().map(piece).collect();
    view! { <p>{pieces}</p> }.into_any()
}

/// There is nothing to compare the first version with.
fn first(text: &ArticleText) -> AnyView {
    let body = markdown(&text.body);
    view! { <p class="muted">{m::knowledge::nothing_before()}</p> <div class="prose">{body}</div> }.into_any()
}

fn as_it_was(text: &ArticleText) -> AnyView {
    let body = markdown(&text.body);
    view! {
        <details>
            <summary>{m::knowledge::as_it_was()}</summary>
            <div class="prose">{body}</div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_with_the_last_one_that_can_be_read() {
        let version = |version: u32, readable: bool| ArticleVersion {
            version,
            published_at: chrono::DateTime::UNIX_EPOCH,
            by: None,
            note: None,
            readable,
        };
        let all = [version(4, true), version(3, true), version(2, false), version(1, true)];
        for (number, expected) in [
            (4, Some(Pair { version: 4, before: Some(3) })),
            (3, Some(Pair { version: 3, before: Some(1) })),
            (2, None),
            (1, Some(Pair { version: 1, before: None })),
            (7, None),
        ] {
            assert_eq!(Pair::of(&all, number), expected, "{number}");
        }
    }
}
