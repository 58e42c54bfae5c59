//! Whether any answers at all make conditions hold.
//!
//! A search over what the conditions ask for. It keeps, for each question, the answers that are left; where an "or" has
//! several ways, it tries them one after the other. It says "impossible" only where that is certain: whatever it does not
//! understand, such as a text that has to match two patterns, it takes for possible.

use super::{
    super::{Condition, Form, FormOption, Question},
    values::Values,
};
use std::collections::{BTreeMap, BTreeSet};

/// Steps after which the search gives up and says "possible". Forms of people need a few dozen.
const STEPS: u32 = 5_000;

/// The questions of a form, by id.
pub(super) struct Reach<'f>(BTreeMap<&'f str, &'f Question>);

/// A condition, and whether it has to hold.
type Goal<'f> = (&'f Condition, bool);

/// What was found out on the way.
#[derive(Clone, Default)]
struct World<'f> {
    left: BTreeMap<&'f str, Left<'f>>,
    groups: BTreeMap<&'f str, bool>,
}

/// What is left of a question's answers.
#[derive(Clone)]
struct Left<'f> {
    answered: bool,
    values: Values<'f>,
    /// The conditions of its options are among the goals already.
    asked: BTreeSet<&'f str>,
}

impl<'f> Reach<'f> {
    /// Of a form.
    pub fn of(form: &'f Form) -> Self {
        Self(form.questions_and_columns().map(|question| (question.id.as_str(), question)).collect())
    }

    /// False only where no allowed answers make all of `conditions` hold.
    pub fn possible(&self, conditions: impl IntoIterator<Item = &'f Condition>) -> bool {
        let goals = conditions.into_iter().map(|condition| (condition, true)).collect();
        self.search(goals, World::default(), &mut { STEPS })
    }

    fn search(&self, mut goals: Vec<Goal<'f>>, mut world: World<'f>, steps: &mut u32) -> bool {
        while let Some((condition, wanted)) = goals.pop() {
            let Some(rest) = steps.checked_sub(1) else { return true };
            *steps = rest;
            match (condition, wanted) {
                (Condition::And(each), true) | (Condition::Or(each), false) => {
                    goals.extend(each.iter().map(|condition| (condition, wanted)));
                }
                (Condition::And(each), false) | (Condition::Or(each), true) => {
                    return each.iter().any(|condition| {
                        let mut goals = goals.clone();
                        goals.push((condition, wanted));
                        self.search(goals, world.clone(), steps)
                    });
                }
                (Condition::Not(inner), _) => goals.push((&**inner, !wanted)),
                (Condition::MemberOf(group), _) => {
                    if *world.groups.entry(group.as_str()).or_insert(wanted) != wanted {
                        return false;
                    }
                }
                (operator, _) => {
                    let Some(id) = operator.question().map(|id| id.as_str()) else { continue };
                    // Alone among the operators, "not this" holds without an answer.
                    let holds = wanted != matches!(operator, Condition::Ne(..));
                    if !holds {
                        let mut without = world.clone();
                        if without.leave_out(id) && self.search(goals.clone(), without, steps) {
                            return true;
                        }
                    }
                    if !self.answer(id, operator, holds, &mut world, &mut goals) {
                        return false;
                    }
                }
            }
        }
        true
    }

    /// Takes it that `id` is answered and that `operator` holds, or does not. False where that cannot be.
    fn answer(
        &self,
        id: &'f str,
        operator: &'f Condition,
        holds: bool,
        world: &mut World<'f>,
        goals: &mut Vec<Goal<'f>>,
    ) -> bool {
        let Some(question) = self.0.get(id).copied() else { return true };
        let left = world.left.entry(id).or_insert_with(|| {
            // Only what is visible has an answer.
            goals.extend(question.visible_when.as_ref().map(|condition| (condition, true)));
            Left { answered: true, values: Values::of(question), asked: BTreeSet::new() }
        });
        if !left.answered || !left.values.narrow(&question.kind, operator, holds) {
            return false;
        }
        for chosen in left.values.certain() {
            if left.asked.insert(chosen) {
                let path = FormOption::path(question.kind.options(), chosen);
                goals.extend(path.iter().filter_map(|option| Some((option.visible_when.as_ref()?, true))));
            }
        }
        true
    }
}

impl<'f> World<'f> {
    /// Takes it that the question is unanswered. False where it is answered.
    fn leave_out(&mut self, id: &'f str) -> bool {
        let nothing = || Left { answered: false, values: Values::Whatever, asked: BTreeSet::new() };
        !self.left.entry(id).or_insert_with(nothing).answered
    }
}
