//! The shape of what is loading. The style sheet shows it only after 150 ms: what is quicker needs none.

use leptos::prelude::*;

const LINE: &str = "skeleton__bar";
const TITLE: &str = "skeleton__bar skeleton__bar--title";
const ICON: &str = "skeleton__bar skeleton__bar--icon";

/// What is being loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonKind {
    /// Text.
    #[default]
    Lines,
    /// A list.
    Rows,
    /// A grid of cards.
    Cards,
}

/// Grey bars; nothing for assistive technology, which hears the live region.
#[component]
pub fn Skeleton(
    /// What will stand there.
    #[prop(optional)]
    kind: SkeletonKind,
    /// How many lines, rows or cards.
    #[prop(default = 3)]
    count: usize,
) -> impl IntoView {
    let (outer, inner, bars): (_, _, &'static [&'static str]) = match kind {
        SkeletonKind::Lines => ("skeleton", "skeleton__line", &[LINE]),
        SkeletonKind::Rows => ("skeleton skeleton--rows list", "list__row", &[TITLE, LINE]),
        SkeletonKind::Cards => ("skeleton card-grid", "item-card", &[ICON, TITLE, LINE]),
    };
    let bar = |class: &'static str| view! { <span class=class></span> }.into_any();
    let part = |_| view! { <div class=inner>{bars.iter().copied().map(bar).collect_view()}</div> }.into_any();
    view! { <div class=outer aria-hidden="true">{(0..count).map(part).collect_view()}</div> }.into_any()
}
