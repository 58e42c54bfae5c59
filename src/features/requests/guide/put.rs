//! From a guide into the cart: each item with the answers that the guide has for it.

use super::{
    super::{asking::Asking, at::unasked, cart::Line, kept::Kept},
    picks::Guiding,
};
use crate::{
    api::{ApiError, Key, fetch_once},
    i18n::m,
    routes,
};
use guichet_contract::{
    NoQuery,
    endpoints::{FormPath, GetForm},
    types::GuideItem,
};
use guichet_rules::{
    form::{Answers, Compiled, Evaluation},
    ids::QuestionId,
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;

/// Puts what is wanted into the cart, and goes on to the first item that has questions of its own.
pub fn put(guiding: Guiding) {
    if guiding.busy.get_untracked() || untrack(|| guiding.asking.draft.locked()) {
        return;
    }
    guiding.busy.set(true);
    guiding.problem.set(None);
    let wanted = untrack(|| guiding.wanted());
    spawn_local(async move {
        let mut forms = Vec::with_capacity(wanted.len());
        for item in wanted {
            match form_of(&item).await {
                Ok(form) => forms.push((item, form)),
                Err(error) => {
                    guiding.busy.try_set(false);
                    guiding.problem.try_set(Some(error.words()));
                    return;
                }
            }
        }
        // The page may be gone.
        if guiding.busy.try_set(false).is_some() {
            return;
        }
        let lines: Vec<Line> =
            forms.iter().map(|(item, form)| untrack(|| line(guiding, item, form))).collect();
        let first = lines.iter().find(|line| line.open);
        let next = first.map_or_else(routes::cart, |line| routes::request_for(&line.item, "", &line.key, ""));
        let keys: Vec<String> = lines.iter().map(|line| line.key.clone()).collect();
        for (line, (_, form)) in lines.into_iter().zip(&forms) {
            guiding.asking.basket.put(line, form);
        }
        if guiding.asking.basket.lost.get_untracked() {
            // The page of the cart would not find them.
            for key in keys {
                guiding.asking.basket.take(&key);
            }
            guiding.problem.set(Some(m::cart::not_put()));
            return;
        }
        // Or it would be kept anew.
        guiding.asking.touched.set(false);
        guiding.asking.draft.ending().in_cart();
        guiding.asking.open.run((next, false));
    });
}

async fn form_of(item: &GuideItem) -> Result<Compiled, ApiError> {
    let path = FormPath { form: format!("{}@{}", item.form.id, item.form.version) };
    Ok(Compiled::new(fetch_once::<GetForm>(&path, &NoQuery {}).await?.form))
}

/// An item as a line of the cart.
fn line(guiding: Guiding, item: &GuideItem, form: &Compiled) -> Line {
    let asking = guiding.asking;
    let shared = asking.kept.with(|kept| asking.evaluation.with(|e| e.submitted(&kept.answers)));
    let filled = item.rule.filled(&shared, form);
    let settled: BTreeSet<QuestionId> = filled.keys().cloned().collect();
    let kept = Kept {
        version: form.version,
        own: settled.clone(),
        // The names of people and sites that were chosen.
        chosen: asking.kept.with(|kept| kept.chosen.clone()),
        answers: begun(asking, form, filled, &settled),
        quantity: guiding.quantity(item).to_string(),
        settled,
        ..Kept::default()
    };
    let evaluation = asking.known.with(|context| form.evaluate(&kept.answers, context));
    let open = asks_more(form, &kept, &evaluation);
    Line {
        key: Key::fresh().to_string(),
        item: item.rule.item.to_string(),
        form: item.form.id.to_string(),
        name: item.item.name.clone(),
        kept,
        unasked: unasked(&evaluation, &BTreeSet::new()),
        guide: guiding.guide.with_value(|guide| guide.summary.name.clone()),
        open,
        changed: false,
    }
}

/// With what the form begins with besides.
fn begun(asking: Asking, form: &Compiled, filled: Answers, own: &BTreeSet<QuestionId>) -> Answers {
    asking.known.with(|context| form.prefilled(&filled, own, context))
}

/// Whether the form asks anything that the guide did not answer, or not rightly.
fn asks_more(form: &Compiled, kept: &Kept, evaluation: &Evaluation) -> bool {
    let asked = form.questions().zip(&evaluation.questions);
    let mut left = asked.filter(|(question, state)| {
        let settled = kept.settled.contains(&question.id) && state.problem.is_none();
        state.visible && question.kind.is_asked() && !settled
    });
    left.next().is_some()
}
