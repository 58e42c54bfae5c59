//! What is worked out of a question once, when its form is made ready.

use super::{
    Condition, FormOption, Kind, Narrowing, Question,
    default::place,
    facts::{Facts, Place},
    formula::Sum,
    scope::Scope,
    test::Test,
};
use crate::{
    ids::{OptionId, QuestionId},
    money::Amounts,
};
use std::collections::BTreeMap;

/// What was worked out of a question.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub visible: Option<Test>,
    pub required: Option<Test>,
    pub read_only: Option<Test>,
    pub constraints: Vec<Test>,
    /// Every option, those of a tree level by level behind the one that they lie below.
    pub offers: Vec<Offer>,
    /// Where each option is in `offers`.
    pub offer_at: BTreeMap<OptionId, usize>,
    /// The questions that narrow what is on offer.
    pub narrowed: Vec<(QuestionId, Place)>,
    pub default: Place,
    pub formula: Option<Sum>,
    /// Those of the questions of a row.
    pub columns: Vec<Plan>,
}

/// An option.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub id: OptionId,
    pub label: String,
    pub price: Option<Amounts>,
    pub visible: Option<Test>,
    /// The option above it in a tree.
    pub above: Option<usize>,
    /// It is divided further.
    pub divided: bool,
}

impl Plan {
    /// Of a question that stands where `scope` says. `at` is its position in the form, or that of the rows it belongs to.
    pub fn new(question: &Question, scope: Scope<'_>, at: usize) -> Self {
        let test = |condition: &Option<Condition>| condition.as_ref().map(|c| Test::new(c, scope));
        let with_own = scope.with_own(&question.id);
        let (offers, offer_at) = offers(&question.kind, scope);
        let column = |(n, column): (usize, &Question)| Self::new(column, scope.at_column(at, n), at);
        let narrowing = question.kind.narrowing().into_iter().flat_map(Narrowing::questions);
        Self {
            visible: test(&question.visible_when),
            required: test(&question.required_when),
            read_only: test(&question.read_only_when),
            constraints: question.constraints.iter().map(|c| Test::new(&c.must, with_own)).collect(),
            offers,
            offer_at,
            narrowed: narrowing.map(|id| (id.clone(), scope.resolve(id))).collect(),
            default: question.default_from.as_ref().map_or(Place::Nowhere, |from| place(from, scope)),
            formula: match &question.kind {
                Kind::Computed { formula, .. } => Some(Sum::new(formula, scope)),
                _ => None,
            },
            columns: question.kind.columns().iter().enumerate().map(column).collect(),
        }
    }

    /// Which options are on offer: those whose condition holds, with everything above them.
    pub fn offered(&self, facts: &Facts<'_>) -> Vec<bool> {
        let mut offered: Vec<bool> = Vec::with_capacity(self.offers.len());
        for offer in &self.offers {
            let above = offer.above.is_none_or(|n| offered.get(n) == Some(&true));
            offered.push(above && offer.visible.as_ref().is_none_or(|test| test.holds(facts)));
        }
        offered
    }

    /// The option with this id and where it is.
    pub fn offer(&self, id: &str) -> Option<(usize, &Offer)> {
        let n = *self.offer_at.get(id)?;
        Some((n, self.offers.get(n)?))
    }
}

fn offers(kind: &Kind, scope: Scope<'_>) -> (Vec<Offer>, BTreeMap<OptionId, usize>) {
    let (mut offers, mut at) = (Vec::new(), BTreeMap::new());
    let tree = matches!(kind, Kind::Tree { .. });
    add_offers(kind.options(), None, tree, scope, &mut offers, &mut at);
    (offers, at)
}

fn add_offers(
    options: &[FormOption],
    above: Option<usize>,
    tree: bool,
    scope: Scope<'_>,
    offers: &mut Vec<Offer>,
    at: &mut BTreeMap<OptionId, usize>,
) {
    for option in options {
        let n = offers.len();
        at.entry(option.id.clone()).or_insert(n);
        offers.push(Offer {
            id: option.id.clone(),
            label: option.label.clone(),
            price: option.price,
            visible: option.visible_when.as_ref().map(|c| Test::new(c, scope)),
            above,
            divided: tree && !option.children.is_empty(),
        });
        if tree {
            add_offers(&option.children, Some(n), tree, scope, offers, at);
        }
    }
}
