//! Names and values: answers to check, facts of a ticket, prices.

use leptos::prelude::*;

/// One line.
pub struct SummaryRow {
    key: String,
    value: AnyView,
    action: Option<AnyView>,
    total: bool,
}

impl SummaryRow {
    /// A name and its value.
    pub fn new(key: impl Into<String>, value: impl IntoAny) -> Self {
        Self { key: key.into(), value: value.into_any(), action: None, total: false }
    }

    /// With anything else at the end.
    #[must_use]
    pub fn with_action(mut self, action: impl IntoAny) -> Self {
        self.action = Some(action.into_any());
        self
    }

    /// A sum, set in bold.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.total = true;
        self
    }
}

/// The lines. `compact` is for side panels.
#[component]
pub fn SummaryList(
    /// From the top down.
    rows: Vec<SummaryRow>,
    /// The value at the end of its line, no rules between.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let row = |row: SummaryRow| {
        let class = if row.total { "summary__row summary__row--total" } else { "summary__row" };
        view! {
            <div class=class>
                <dt class="summary__key">{row.key}</dt>
                <dd class="summary__value">{row.value}</dd>
                {row.action.map(|action| view! { <dd>{action}</dd> })}
            </div>
        }
        .into_any()
    };
    let class = if compact { "summary summary--compact" } else { "summary" };
    view! { <dl class=class>{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
}
