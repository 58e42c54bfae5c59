//! The request that is being made: what was answered, what is wrong with it, and where it stands.

use super::{
    at::{At, unasked},
    cart::{self, Basket},
    file::{self, Files},
    kept::Kept,
    known::{Known, Who},
    preview::Previewed,
    seen::Places,
    stage::{Stage, Way},
    submit::{self, Failure},
    trial::Trial,
    wrong::{Look, Objection, Wrong, quantity},
};
use crate::{
    draft::Keeper,
    i18n::m,
    ui::{FocusMap, use_announcer},
    upload::{Hold, Uploads},
};
use guichet_contract::types::{FormRef, Item, PersonRef, RequestInput};
use guichet_rules::{
    form::{Compiled, Evaluation},
    ids::{PersonId, QuestionId},
    money::Currency,
};
use leptos::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The request that is being made, for every part of the page.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    /// What is ordered.
    pub item: StoredValue<Item>,
    /// What is asked.
    pub form: StoredValue<Compiled>,
    /// Whether the form fills in what it knows of people and devices.
    pub fills_in: bool,
    /// Whose request it is.
    pub me: StoredValue<PersonRef>,
    /// Those whom it is for; nobody: whoever asks. A line of the cart that names nobody is for those of the order.
    pub people: Memo<Vec<PersonId>>,
    /// Whether it is for nobody else.
    pub own: Memo<bool>,
    /// What is known of them.
    pub known: Known,
    /// Everything that was typed.
    pub kept: RwSignal<Kept>,
    /// Keeps it, here and in other tabs.
    pub draft: Keeper,
    /// Whether anything was typed here since the form was opened.
    pub touched: RwSignal<bool>,
    /// What holds for each question.
    pub evaluation: Memo<Evaluation>,
    /// Everything that is wrong, in the order of the form, whether it is shown yet or not.
    pub wrong: Memo<Vec<Wrong>>,
    /// Whose mistakes are shown: those found when a page was left, until they are right.
    pub shown: RwSignal<BTreeSet<String>>,
    /// Who listens to which question.
    pub places: StoredValue<Places>,
    /// What the backend said against answers, by key.
    pub objections: RwSignal<BTreeMap<String, Objection>>,
    /// Questions that the backend asks and this device does not see why: it does not know the groups of other people.
    pub forced: RwSignal<BTreeSet<QuestionId>>,
    /// What would come of the request.
    pub previewed: RwSignal<Previewed>,
    /// The files of the questions that are answered with some.
    pub files: StoredValue<Files>,
    /// Whether it is to be sent once they are there.
    pub hold: Hold,
    /// Whether it is to go into the cart once they are there.
    pub hold_for_cart: Hold,
    /// Whether the request is on its way.
    pub sending: RwSignal<bool>,
    /// Why it was not sent.
    pub failure: RwSignal<Option<Failure>>,
    /// Where the fields are.
    pub focus: FocusMap,
    /// Counts how often the mistakes were pointed at, so that their summary takes the focus each time.
    pub pointed: RwSignal<u32>,
    /// The field that a "Change" link leads to, until its page is there.
    pub wanted: StoredValue<Option<String>>,
    /// For what, and how the person came here.
    pub way: StoredValue<Way>,
    /// The address of a step of the form, for whoever came by a way.
    address: fn(&Way, &str) -> String,
    /// The cart that it may be put into.
    pub basket: Basket,
    /// Opens an address; in place of this one, if true.
    pub open: Callback<(String, bool)>,
    /// Fetches the newer form and carries what was typed over.
    pub newer_form: Callback<Kept>,
    /// What takes the place of the backend where the form is only tried.
    pub trial: StoredValue<Option<Trial>>,
}

/// What it takes to ask.
pub(super) struct Begin {
    /// What is ordered.
    pub item: Item,
    /// What is asked.
    pub form: Compiled,
    /// Whose request it is.
    pub me: PersonRef,
    /// What the form may know of them.
    pub who: Signal<Who>,
    /// What they have answered so far.
    pub kept: Kept,
    /// The parameters of the link that they came by.
    pub link: BTreeMap<String, String>,
    /// Keeps what they answer.
    pub draft: Keeper,
    /// For what, and how they came here.
    pub way: Way,
    /// The address of a step for whoever came by a way; without a step, of the first.
    pub address: fn(&Way, &str) -> String,
    /// Opens an address; in place of this one, if true.
    pub open: Callback<(String, bool)>,
    /// Fetches the newer form and carries what was typed over.
    pub newer_form: Callback<Kept>,
    /// What takes the place of the backend where the form is only tried.
    pub trial: Option<Trial>,
}

impl Asking {
    /// A request that is being made.
    pub fn new(begin: Begin) -> Self {
        let Begin { item, form, me, who, kept, link, way, draft, address, open, newer_form, trial } = begin;
        let uploads = if trial.is_some() { Uploads::nowhere } else { Uploads::new };
        let files = StoredValue::new(file::open(&form, &kept, uploads));
        let places = StoredValue::new(Places::new(&kept));
        let kept = RwSignal::new(kept);
        let basket = Basket::open(me.id.as_str());
        let (line, my_id) = (!way.line.is_empty(), me.id.clone());
        let people = people(kept, basket, line);
        // Nobody may be chosen yet.
        let own = Memo::new(move |_| {
            kept.with(|k| !k.for_other) && people.with(|people| people.iter().all(|id| *id == my_id))
        });
        let known = Known::new(kept, link, who, own);
        let (max_quantity, currency) = (item.max_quantity, item.summary.price.currency);
        let fills_in = form.questions_and_columns().any(|q| q.default_from.is_some());
        let (item, form) = (StoredValue::new(item), StoredValue::new(form));
        let forced = RwSignal::new(BTreeSet::new());
        let objections = RwSignal::new(BTreeMap::new());
        let shown = RwSignal::new(BTreeSet::new());
        let evaluation = Memo::new(move |_| {
            known.with(|context| form.with_value(|form| kept.with(|k| form.evaluate(&k.answers, context))))
        });
        let held = Memo::new(move |_| files.with_value(file::held));
        let wrong = Memo::new(move |_| {
            let look = Look {
                max_quantity,
                currency,
                forced: forced.get(),
                objections: objections.get(),
                held: held.get(),
                shown: shown.get(),
            };
            form.with_value(|form| kept.with(|k| evaluation.with(|e| look.all(form, k, e))))
        });
        let going = going(files, evaluation);
        let asking = Self {
            item,
            form,
            fills_in,
            me: StoredValue::new(me),
            people,
            own,
            known,
            kept,
            draft,
            touched: RwSignal::new(false),
            evaluation,
            wrong,
            shown,
            places,
            objections,
            forced,
            previewed: RwSignal::new(Previewed::default()),
            files,
            hold: Hold::new(going),
            hold_for_cart: Hold::new(going).saying(m::cart::hold, m::cart::hold_stop),
            sending: RwSignal::new(false),
            failure: RwSignal::new(None),
            focus: FocusMap::new(),
            pointed: RwSignal::new(0),
            wanted: StoredValue::new(None),
            way: StoredValue::new(way),
            address,
            basket,
            open,
            newer_form,
            trial: StoredValue::new(trial),
        };
        asking.start();
        asking
    }

    /// Fills in what is known, and follows what is typed and the files that are on their way.
    fn start(self) {
        self.tell_places();
        self.fill_in();
        file::follow(self);
        self.hold.follow(move || submit::send(self));
        let announcer = use_announcer();
        self.hold_for_cart.follow(move || cart::add(self, announcer));
    }

    /// The currency of every amount in the form.
    pub fn currency(self) -> Currency {
        self.item.with_value(|i| i.summary.price.currency)
    }

    /// The address of a step of the form.
    pub fn url(self, stage: Stage) -> String {
        self.way.with_value(|way| (self.address)(way, &stage.step()))
    }

    /// Whether a line of the cart is being changed.
    pub fn is_line(self) -> bool {
        self.way.with_value(|way| !way.line.is_empty())
    }

    /// Whether an order guide has answered the question, and rightly: then it is not asked once more.
    pub fn is_settled(self, at: &At) -> bool {
        if at.cell.is_some() {
            return false;
        }
        self.track(at);
        self.kept.with_untracked(|kept| kept.settled.contains(&at.question))
            && self.evaluation.with_untracked(|e| at.state(e).is_some_and(|state| state.problem.is_none()))
    }

    /// Goes to a step of the form.
    pub fn go(self, stage: Stage) {
        self.open.run((self.url(stage), false));
    }

    /// Changes what was typed; nothing while the form is filled in in another tab.
    pub fn change(self, change: impl FnOnce(&mut Kept)) {
        if untrack(|| self.draft.locked()) {
            return;
        }
        self.kept.update(change);
        if self.fills_in {
            self.fill_in();
        }
        self.touched.set(true);
    }

    /// Gives every question that nobody has settled what the form begins with.
    pub fn fill_in(self) {
        let filled = untrack(|| {
            self.known.with(|context| {
                self.form.with_value(|form| self.kept.with(|k| form.prefilled(&k.answers, &k.own, context)))
            })
        });
        if self.kept.with_untracked(|k| k.answers != filled) {
            self.kept.update(|k| k.answers = filled);
        }
    }

    /// Answers a question; `None` takes the answer back.
    pub fn answer(self, at: &At, value: Option<Value>) {
        self.change(|kept| kept.answer(at, value));
    }

    /// Whether a question is asked.
    pub fn asks(self, at: &At) -> bool {
        self.track(at);
        // Of the rows of a question that only the backend knows to be asked, this device knows no more than that.
        self.evaluation.with_untracked(|e| at.state(e).is_some_and(|s| s.visible))
            || self.forced.with_untracked(|f| f.contains(&at.question))
    }

    /// Whether anything is asked on a page. The first also asks for whom it is.
    pub fn asks_on(self, page: usize) -> bool {
        let questions: Vec<At> = self.form.with_value(|form| {
            form.pages
                .get(page)
                .map(|p| p.questions.iter().map(|q| At::question(&q.id)).collect())
                .unwrap_or_default()
        });
        questions.iter().any(|at| self.asks(at) && !self.is_settled(at))
    }

    /// The mistake that is shown at a field.
    pub fn mistake(self, key: &str) -> Option<String> {
        let find = || self.wrong.with(|all| all.iter().find(|w| w.key == key).and_then(|w| w.words.clone()));
        match At::read(key) {
            Some(at) => {
                self.track(&at);
                untrack(find)
            }
            None => find(),
        }
    }

    /// The keys of all that is not asked now.
    pub fn unasked(self) -> BTreeSet<String> {
        self.evaluation.with_untracked(|e| self.forced.with_untracked(|forced| unasked(e, forced)))
    }

    /// What would be sent now.
    pub fn body(self) -> RequestInput {
        let forced = self.forced.get();
        self.kept.with(|kept| {
            let mut answers = self.evaluation.with(|e| e.submitted(&kept.answers));
            let more = kept.answers.iter().filter(|(id, _)| forced.contains(*id));
            answers.extend(more.map(|(id, value)| (id.clone(), value.clone())));
            let (item, most) = self.item.with_value(|i| (i.summary.id.clone(), i.max_quantity));
            RequestInput {
                item,
                form: self.form.with_value(|f| FormRef { id: f.id.clone(), version: f.version }),
                requested_for: self.people.with(|people| people.first().cloned()),
                quantity: quantity(&kept.quantity, most).filter(|_| most > 1),
                answers,
            }
        })
    }
}

/// Those whom the request is for; `line`: it is one of the cart, and for those of the order where it names nobody.
fn people(kept: RwSignal<Kept>, basket: Basket, line: bool) -> Memo<Vec<PersonId>> {
    Memo::new(move |_| match kept.with(|k| (k.for_other, k.other.as_ref().map(|p| p.id.clone()))) {
        (true, other) => other.into_iter().collect(),
        (false, _) if line => basket.cart.with(|cart| cart.whom_ids()),
        (false, _) => Vec::new(),
    })
}

/// How many files are on their way. Those of questions that are not asked are not sent either.
fn going(files: StoredValue<Files>, evaluation: Memo<Evaluation>) -> Memo<u32> {
    let visible = move |id: &QuestionId| {
        evaluation.with(|e| At::question(id).state(e).is_some_and(|state| state.visible))
    };
    Memo::new(move |_| {
        files.with_value(|files| {
            files.iter().filter(|(id, _)| visible(id)).map(|(_, uploads)| uploads.going.get()).sum::<u32>()
        })
    })
}
