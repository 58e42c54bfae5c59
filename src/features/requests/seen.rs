//! Who is told when something changes at a place of the form. A form has many questions, and a key changes one of them: each
//! listens to its own place alone, and one effect compares all of them with what they were.
//!
//! A place holds no answer to read, only whom to tell: whoever is told reads the whole, which is never behind.

use super::{
    asking::Asking,
    at::At,
    kept::{Chosen, Kept},
    wrong::Wrong,
};
use guichet_contract::types::Attachment;
use guichet_rules::{
    form::{Evaluation, QuestionState},
    ids::QuestionId,
};
use leptos::{prelude::*, reactive::graph::Observer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What everything is read from.
struct Whole<'a> {
    kept: &'a Kept,
    evaluation: &'a Evaluation,
    forced: &'a BTreeSet<QuestionId>,
    /// The mistakes that are shown.
    mistakes: BTreeMap<At, &'a str>,
}

impl<'a> Whole<'a> {
    fn new(
        kept: &'a Kept,
        evaluation: &'a Evaluation,
        forced: &'a BTreeSet<QuestionId>,
        wrong: &'a [Wrong],
    ) -> Self {
        let mistakes = wrong.iter().filter_map(|w| Some((At::read(&w.key)?, w.words.as_deref()?)));
        Self { kept, evaluation, forced, mistakes: mistakes.collect() }
    }
}

/// How a place was when it was last looked at.
#[derive(Debug, Default)]
struct Seen {
    value: Option<Value>,
    state: Option<QuestionState>,
    forced: bool,
    settled: bool,
    mistake: Option<String>,
}

impl Seen {
    fn of(at: &At, whole: &Whole<'_>) -> Self {
        let mut seen = Self::default();
        seen.look(at, whole);
        seen
    }

    /// Takes over what is otherwise now; whether anything was.
    fn look(&mut self, at: &At, whole: &Whole<'_>) -> bool {
        let mut changed = renew(&mut self.value, at.value(&whole.kept.answers));
        changed |= renew(&mut self.state, at.state(whole.evaluation));
        let (forced, settled) =
            (whole.forced.contains(&at.question), whole.kept.settled.contains(&at.question));
        if (self.forced, self.settled) != (forced, settled) {
            (self.forced, self.settled) = (forced, settled);
            changed = true;
        }
        let mistake = whole.mistakes.get(at).copied();
        if self.mistake.as_deref() != mistake {
            self.mistake = mistake.map(str::to_owned);
            changed = true;
        }
        changed
    }

    /// Whether it is of a row that is no longer there.
    fn is_gone(&self, at: &At) -> bool {
        at.cell.is_some() && self.value.is_none() && self.state.is_none()
    }
}

/// Most of what is compared is as it was: only what is not is copied.
fn renew<T: Clone + PartialEq>(own: &mut Option<T>, now: Option<&T>) -> bool {
    let changed = own.as_ref() != now;
    if changed {
        *own = now.cloned();
    }
    changed
}

struct Place {
    seen: Seen,
    told: ArcTrigger,
}

/// The places that somebody listens to.
pub(super) struct Places {
    all: BTreeMap<At, Place>,
    chosen: BTreeMap<String, Chosen>,
    files: BTreeMap<QuestionId, Vec<Attachment>>,
    /// Told of what people, things and files are called.
    names: ArcTrigger,
}

impl Places {
    /// None yet, of a request that begins like this.
    pub fn new(kept: &Kept) -> Self {
        Self {
            all: BTreeMap::new(),
            chosen: kept.chosen.clone(),
            files: kept.files.clone(),
            names: ArcTrigger::new(),
        }
    }

    fn find(&self, at: &At) -> Option<ArcTrigger> {
        self.all.get(at).map(|place| place.told.clone())
    }

    fn add(&mut self, at: &At, seen: Seen) -> ArcTrigger {
        let told = ArcTrigger::new();
        self.all.insert(at.clone(), Place { seen, told: told.clone() });
        told
    }

    /// Whom to tell of what is otherwise now. Who still listens to a row that is gone comes back when they are told.
    fn look(&mut self, whole: &Whole<'_>) -> Vec<ArcTrigger> {
        let mut told = Vec::new();
        self.all.retain(|at, place| {
            let changed = place.seen.look(at, whole);
            if changed {
                told.push(place.told.clone());
            }
            !(changed && place.seen.is_gone(at))
        });
        if self.chosen != whole.kept.chosen || self.files != whole.kept.files {
            self.chosen.clone_from(&whole.kept.chosen);
            self.files.clone_from(&whole.kept.files);
            told.push(self.names.clone());
        }
        told
    }
}

impl Asking {
    /// Listens to a place: its answer, what the rules say of it, whether it is asked, and its mistake as far as it is shown.
    pub fn track(self, at: &At) {
        // Whoever only looks is not to be told.
        if Observer::get().is_none() {
            return;
        }
        let told = self.places.try_with_value(|places| places.find(at)).flatten().or_else(|| {
            let seen = untrack(|| self.whole(|whole| Seen::of(at, whole)));
            self.places.try_update_value(|places| places.add(at, seen))
        });
        if let Some(told) = told {
            told.track();
        }
    }

    /// Listens to what people, things and files are called: an answer holds their ids alone.
    pub fn track_names(self) {
        if let Some(names) = self.places.try_with_value(|places| places.names.clone()) {
            names.track();
        }
    }

    /// Tells each place what changed there, from now on.
    pub fn tell_places(self) {
        Effect::new(move || {
            let told = self.whole(|whole| self.places.try_update_value(|places| places.look(whole)));
            // Only now: whoever is told may come back to listen.
            for place in told.into_iter().flatten() {
                place.notify();
            }
        });
    }

    fn whole<T>(self, look: impl FnOnce(&Whole<'_>) -> T) -> T {
        self.kept.with(|kept| {
            self.evaluation.with(|evaluation| {
                self.forced.with(|forced| {
                    self.wrong.with(|wrong| look(&Whole::new(kept, evaluation, forced, wrong)))
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use guichet_rules::form::{Compiled, Context, Form, Prefill, SourceList};
    use serde_json::json;

    fn form() -> Compiled {
        let form = json!({"id": "f", "version": 1, "pages": [{"id": "p", "title": "P", "questions": [
            {"id": "a", "type": "short_text", "label": "A"},
            {"id": "b", "type": "short_text", "label": "B", "visible_when": {"eq": ["a", "x"]}},
            {"id": "c", "type": "short_text", "label": "C"},
            {"id": "people", "type": "rows", "label": "People", "questions": [
                {"id": "name", "type": "short_text", "label": "Name"},
            ]},
        ]}]});
        Compiled::new(serde_json::from_value::<Form>(form).unwrap_or_else(|e| panic!("{e}")))
    }

    fn at(key: &str) -> At {
        At::read(key).unwrap_or_else(|| panic!("{key}"))
    }

    /// How many places are told when the answers are these.
    fn told(places: &mut Places, answers: Value, more: impl FnOnce(&mut Kept), wrong: &[Wrong]) -> usize {
        let answers = serde_json::from_value(answers).unwrap_or_else(|e| panic!("{e}"));
        let mut kept = Kept { answers, ..Kept::default() };
        more(&mut kept);
        let context = Context {
            today: NaiveDate::default(),
            groups: &[],
            matches: &|_, _| true,
            prefill: Prefill::nothing(),
        };
        let (evaluation, forced) = (form().evaluate(&kept.answers, &context), BTreeSet::new());
        places.look(&Whole::new(&kept, &evaluation, &forced, wrong)).len()
    }

    #[test]
    fn only_the_places_that_changed_are_told() {
        let mut places = Places::new(&Kept::default());
        for key in ["/answers/a", "/answers/b", "/answers/c", "/answers/people/0/name"] {
            places.add(&at(key), Seen::default());
        }
        let nothing = |_: &mut Kept| ();
        told(&mut places, json!({}), nothing, &[]);
        assert_eq!(told(&mut places, json!({}), nothing, &[]), 0);
        assert_eq!(told(&mut places, json!({"c": "1"}), nothing, &[]), 1);
        // Another question depends on it.
        assert_eq!(told(&mut places, json!({"a": "x", "c": "1"}), nothing, &[]), 2);
        assert_eq!(told(&mut places, json!({"a": "x", "c": "1"}), nothing, &[]), 0);
        let wrong = |words: Option<&str>| Wrong {
            key: "/answers/c".to_owned(),
            page: 0,
            words: words.map(str::to_owned),
        };
        let same = json!({"a": "x", "c": "1"});
        assert_eq!(told(&mut places, same.clone(), nothing, &[wrong(None)]), 0);
        assert_eq!(told(&mut places, same.clone(), nothing, &[wrong(Some("No"))]), 1);
        assert_eq!(told(&mut places, same.clone(), nothing, &[]), 1);
        let settle = |kept: &mut Kept| kept.settled.extend([at("/answers/a").question]);
        assert_eq!(told(&mut places, same.clone(), settle, &[]), 1);
        let name = |kept: &mut Kept| {
            settle(kept);
            kept.remember(SourceList::People, "ada", Chosen::default());
        };
        assert_eq!(told(&mut places, same, name, &[]), 1);
    }

    #[test]
    fn a_row_that_is_gone_is_told_once_and_forgotten() {
        let mut places = Places::new(&Kept::default());
        let cell = at("/answers/people/0/name");
        places.add(&cell, Seen::default());
        let nothing = |_: &mut Kept| ();
        assert_eq!(told(&mut places, json!({"people": [{"name": "Ada"}]}), nothing, &[]), 1);
        assert_eq!(told(&mut places, json!({}), nothing, &[]), 1);
        assert!(places.find(&cell).is_none());
    }
}
