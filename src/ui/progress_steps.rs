//! How far a thing is: its milestones in a row, or below one another on a phone.

use leptos::prelude::*;

/// Where a milestone stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepState {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    #[default]
    Next,
    /// It ended here, not as wished.
    Failed,
}

impl StepState {
    /// For `data-state`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
            Self::Failed => "failed",
        }
    }
}

/// One milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub label: String,
    /// When it did, or will.
    pub when: String,
    /// Where it stands.
    pub state: StepState,
    /// The same in a word, for those who do not see the mark: "done".
    pub state_label: String,
}

/// The milestones.
#[component]
pub fn ProgressSteps(
    /// What the list is called.
    #[prop(into)]
    label: Signal<String>,
    /// In order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
) -> impl IntoView {
    let items = move || {
        let all = steps.get().into_iter();
        all.map(|step| {
            let current = (step.state == StepState::Now).then_some("step");
            view! {
                <li class="milestones__step" data-state=step.state.as_str() aria-current=current>
                    <span>
                        {step.label} <span class="visually-hidden">{format!(" ({})", step.state_label)}</span>
                    </span>
                    <span>{step.when}</span>
                </li>
            }
        })
        .collect_view()
    };
    view! { <ol class="milestones" aria-label=move || label.get()>{items}</ol> }.into_any()
}
