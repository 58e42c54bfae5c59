//! Who is affected and how badly, in plain words, and what that promises.

use super::{content::Field, form::Form};
use crate::{
    api::{Query, query},
    format,
    i18n::m,
    ui::{Choice, Failed, RadioGroup, Skeleton, SkeletonKind},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::GetIncidentOptions,
    types::{Choice as Answer, IncidentOptions, PriorityTarget},
};
use leptos::prelude::*;

/// The second part of the form.
pub(super) fn severity(form: Form) -> AnyView {
    let options = query::<GetIncidentOptions>(|| Some((NoPath {}, NoQuery {})));
    let chosen = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    view! {
        <fieldset class="form__section" disabled=move || form.draft.locked()>
            <legend class="section__title">{m::report::section_severity()}</legend>
            <RadioGroup
                field=form.field(Field::Impact, m::report::impact())
                options=choices(options, |options| &options.impacts)
                value=form.part(move |report| chosen(&report.impact))
                on_change=Callback::new(move |id: String| form.change(Field::Impact, |report| report.impact = id))
            />
            {absent(options)}
            <RadioGroup
                field=form.field(Field::Urgency, m::report::urgency())
                options=choices(options, |options| &options.urgencies)
                value=form.part(move |report| chosen(&report.urgency))
                on_change=Callback::new(move |id: String| form.change(Field::Urgency, |report| report.urgency = id))
            />
            {promise(form, options)}
        </fieldset>
    }
    .into_any()
}

fn choices(
    options: Query<IncidentOptions>,
    pick: fn(&IncidentOptions) -> &Vec<Answer>,
) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let all = |options: &IncidentOptions| pick(options).iter().map(choice).collect::<Vec<_>>();
        options.with(|options| options.map(all).unwrap_or_default())
    })
}

fn choice(answer: &Answer) -> Choice {
    Choice::new(&answer.id, &answer.label)
}

/// While there is nothing to choose from.
fn absent(options: Query<IncidentOptions>) -> AnyView {
    let there = Memo::new(move |_| options.with(|options| options.is_some()));
    let why = Memo::new(move |_| options.error().map(|error| error.words()));
    (move || match (there.get(), why.get()) {
        (true, _) => ().into_any(),
        (false, None) => view! { <Skeleton kind=SkeletonKind::Lines count=3/> }.into_any(),
        (false, Some(words)) => view! {
            <Failed
                title=m::report::options_failed()
                text=Some(words)
                retry_label=m::common::retry()
                on_retry=Callback::new(move |()| options.retry())
            />
        }
        .into_any(),
    })
    .into_any()
}

/// What follows from what was chosen.
fn target(options: &IncidentOptions, impact: &str, urgency: &str) -> Option<PriorityTarget> {
    let row = options.impacts.iter().position(|answer| answer.id == impact)?;
    let column = options.urgencies.iter().position(|answer| answer.id == urgency)?;
    options.matrix.get(row)?.get(column).cloned()
}

/// Until when somebody answers, and until when it is solved.
fn promise(form: Form, options: Query<IncidentOptions>) -> AnyView {
    let target = Memo::new(move |_| {
        let (impact, urgency) = form.report.with(|report| (report.impact.clone(), report.urgency.clone()));
        options.with(|options| target(options?, &impact, &urgency))
    });
    let words = move || {
        target.get().map(|target| {
            let priority = format!("{} {}", target.priority.id, target.priority.label);
            let response = target.response_by.map(|at| m::report::answer_by(&format::when(at)));
            let resolved = target.resolved_by.map(|at| m::report::solved_by(&format::when(at)));
            let line = |words: Option<String>| words.map(|words| view! { <p class="num">{words}</p> });
            view! {
                <div class="notice notice--info">
                    <p class="notice__title">{m::report::priority(&priority)}</p>
                    {line(response)} {line(resolved)}
                </div>
            }
        })
    };
    view! { <div role="status">{words}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::types::PriorityRef;

    #[test]
    fn the_matrix_is_read_by_rows_of_impact() {
        let answer = |id: &str| Answer { id: id.into(), label: String::new() };
        let cell = |id| PriorityTarget {
            priority: PriorityRef { id, label: String::new() },
            response_by: None,
            resolved_by: None,
        };
        let options = IncidentOptions {
            impacts: vec![answer("all"), answer("one")],
            urgencies: vec![answer("stopped"), answer("slow")],
            matrix: vec![vec![cell(1), cell(2)], vec![cell(3), cell(4)]],
        };
        let priority = |impact, urgency| target(&options, impact, urgency).map(|t| t.priority.id);
        assert_eq!(priority("all", "slow"), Some(2));
        assert_eq!(priority("one", "stopped"), Some(3));
        assert_eq!(priority("one", ""), None);
    }
}
