//! Answers that a form accepts.

use super::{rng::Rng, texts, world::World};
use crate::content::{Asset, AssetKind, Company, Item, Person};
use chrono::{DateTime, Days, NaiveDate, Utc};
use guichet_rules::form::{
    self, Answers, AssetScope, DateBound, Evaluation, FormOption, Kind, PersonScope, Prefill, Question,
    SourceList,
};
use serde_json::{Value, json};

/// How often a form is begun anew when it does not come out: some paths ask for files, and there are none here.
const ATTEMPTS: usize = 6;
/// How often what is wrong is answered anew.
const ROUNDS: usize = 6;

/// Whoever fills in a form, and for whom.
pub(super) struct Filling<'w, 'c> {
    pub(super) world: &'w World<'c>,
    /// In the language of whoever fills it in.
    pub(super) company: &'c Company,
    pub(super) item: &'c Item,
    pub(super) beneficiary: &'c Person,
    /// What is answered in any case.
    pub(super) fixed: Answers,
    pub(super) at: DateTime<Utc>,
}

impl Filling<'_, '_> {
    /// Answers without a problem, and what the form makes of them.
    pub(super) fn fill(&self, rng: &mut Rng) -> Option<(Answers, Evaluation)> {
        let zone = self.company.calendar_for_person(&self.beneficiary.id).tz().ok()?;
        let today = self.at.with_timezone(&zone).date_naive();
        (0..ATTEMPTS).find_map(|_| self.attempt(rng, today))
    }

    fn attempt(&self, rng: &mut Rng, today: NaiveDate) -> Option<(Answers, Evaluation)> {
        let form = &self.item.form;
        let matches = |pattern: &str, text: &str| self.company.matches(pattern, text);
        let context = form::Context {
            today,
            groups: &self.beneficiary.groups,
            matches: &matches,
            prefill: Prefill::nothing(),
        };
        let mut answers = self.fixed.clone();
        for question in form.questions() {
            // What need not be answered is, now and then.
            if !answers.contains_key(&question.id)
                && (question.required || rng.chance(40))
                && let Some(value) = self.value(rng, question, today)
            {
                answers.insert(question.id.clone(), value);
            }
        }
        for _ in 0..ROUNDS {
            let evaluation = form.evaluate(&answers, &context);
            let wrong: Vec<&Question> = evaluation
                .problems()
                .filter_map(|problem| form.question(problem.question.as_str()))
                .collect();
            if wrong.is_empty() {
                let none = evaluation.problems().next().is_none();
                return none.then(|| (evaluation.submitted(&answers), evaluation));
            }
            for question in wrong {
                match self.value(rng, question, today) {
                    Some(value) => answers.insert(question.id.clone(), value),
                    None => answers.remove(&question.id),
                };
            }
        }
        None
    }

    fn value(&self, rng: &mut Rng, question: &Question, today: NaiveDate) -> Option<Value> {
        let id = question.id.as_str();
        match &question.kind {
            Kind::ShortText { .. } => Some(self.text(rng, id, &texts::SHORT).into()),
            Kind::LongText { .. } | Kind::RichText { .. } => Some(self.text(rng, id, &texts::LONG).into()),
            Kind::Number { min, max, .. } => Some(number(rng, id, *min, *max)),
            Kind::Rating { max, .. } => {
                Some(rng.between(1, i64::from(max.unwrap_or(form::RATING_MAX))).into())
            }
            Kind::Currency { min, max } => {
                let low = min.unwrap_or(0);
                Some(rng.between(low, max.unwrap_or(i64::MAX).min(low.saturating_add(200_000))).into())
            }
            Kind::Duration { min, max } => {
                let low = min.map_or(900, i64::from);
                Some(rng.between(low, max.map_or(low + 7200, i64::from)).into())
            }
            Kind::YesNo { .. } => Some(rng.chance(35).into()),
            Kind::SingleChoice { options_source: Some(source), .. } => self.listed(rng, source.list),
            Kind::ManyChoice { options_source: Some(source), .. } => {
                self.listed(rng, source.list).map(|one| json!([one]))
            }
            Kind::SingleChoice { options, .. } => {
                // The first options are what most people want.
                let weights: Vec<(usize, &str)> = (0_usize..)
                    .zip(options)
                    .map(|(n, o)| (6_usize.saturating_sub(n).max(1), o.id.as_str()))
                    .collect();
                rng.weighted(&weights).map(|id| json!(id))
            }
            Kind::Tree { options, .. } => leaf(rng, options).map(|id| json!(id)),
            Kind::ManyChoice { options, min_choices, max_choices, .. } => {
                let most = max_choices.unwrap_or(u32::MAX).min(2);
                let wanted = min_choices.unwrap_or(1).max(u32::from(rng.chance(30)) + 1);
                let wanted = usize::try_from(wanted.min(most.max(min_choices.unwrap_or(1)))).ok()?;
                let first = rng.below(options.len());
                let around = options.iter().cycle().skip(first).take(options.len());
                let ids: Vec<&str> = around.take(wanted).map(|option| option.id.as_str()).collect();
                Some(json!(ids))
            }
            Kind::Date { earliest, latest } => {
                date(rng, id, *earliest, *latest, today).map(|day| day.to_string().into())
            }
            Kind::DateTime { earliest, latest } => {
                let day = date(rng, id, *earliest, *latest, today)?;
                Some(format!("{day}T{:02}:00", rng.between(8, 16)).into())
            }
            Kind::DateRange { earliest, latest, min_days, max_days } => {
                let from = date(rng, id, *earliest, *latest, today)?;
                let (least, most) = (min_days.unwrap_or(1).max(1), max_days.unwrap_or(7).min(7));
                let more = rng.between(i64::from(least), i64::from(most.max(least))) - 1;
                let last = latest.unwrap_or(DateBound::Days(187)).resolve(today);
                let to = from.checked_add_days(Days::new(more.unsigned_abs()))?.min(last);
                Some(json!({ "from": from.to_string(), "to": to.to_string() }))
            }
            Kind::Time { earliest, .. } => {
                Some(earliest.map_or_else(|| "10:00".to_owned(), |time| time.to_string()).into())
            }
            Kind::Email {} => Some(self.beneficiary.email.as_str().into()),
            Kind::Phone {} => Some("+49 30 5550100".into()),
            Kind::Url {} => Some("https://nordlicht.example/".into()),
            Kind::IpAddress { .. } => Some(self.text(rng, id, &texts::ADDRESS).into()),
            Kind::Person { within, .. } => self.person(rng, *within),
            Kind::Service {} => {
                let services: Vec<_> = self.company.services.keys().collect();
                rng.pick(&services).map(|id| json!(id.as_str()))
            }
            Kind::Asset { within, .. } => self.asset(rng, question, *within),
            Kind::Location {} => Some(json!(self.beneficiary.location.as_str())),
            Kind::Rows { questions, .. } => {
                let cells = questions
                    .iter()
                    .filter_map(|column| Some((column.id.to_string(), self.value(rng, column, today)?)));
                Some(json!([serde_json::Map::from_iter(cells)]))
            }
            Kind::Group {}
            | Kind::File { .. }
            | Kind::Masked { .. }
            | Kind::Computed { .. }
            | Kind::Heading {}
            | Kind::Paragraph { .. }
            | Kind::Image { .. }
            | Kind::Notice { .. }
            | Kind::Unknown => None,
        }
    }

    fn text(&self, rng: &mut Rng, question: &str, otherwise: &texts::Pool) -> String {
        let (_, english, german) = *texts::pool(self.item.id.as_str(), question).unwrap_or(otherwise);
        let in_german = self.company.language.starts_with("de") && !german.is_empty();
        let text = rng.say(if in_german { german } else { english });
        let cost_centre = self.beneficiary.cost_centre.as_ref().map_or("1000", |id| id.as_str());
        let text = text.replace("{name}", &self.beneficiary.name).replace("{cost}", cost_centre);
        text.chars().map(|c| if c == '#' { digit(rng) } else { c }).collect()
    }

    /// Something of a list of the company's that has to do with whom it is for.
    fn listed(&self, rng: &mut Rng, list: SourceList) -> Option<Value> {
        match list {
            SourceList::People => self.person(rng, None),
            SourceList::Locations => Some(json!(self.beneficiary.location.as_str())),
            SourceList::CostCentres => self.beneficiary.cost_centre.as_ref().map(|id| json!(id.as_str())),
            SourceList::Services | SourceList::Groups | SourceList::Assets | SourceList::Other => None,
        }
    }

    fn person(&self, rng: &mut Rng, within: Option<PersonScope>) -> Option<Value> {
        let id = match within {
            Some(PersonScope::Reports) => {
                let reports = self.company.reports_of(&self.beneficiary.id);
                rng.pick(&reports)?.id.as_str()
            }
            _ => self.world.colleague(rng, self.beneficiary)?.id.as_str(),
        };
        Some(json!(id))
    }

    fn asset(&self, rng: &mut Rng, question: &Question, within: Option<AssetScope>) -> Option<Value> {
        let kind = match question.id.as_str() {
            "instrument" => AssetKind::Instrument,
            "workstation" => AssetKind::Desktop,
            _ => AssetKind::Laptop,
        };
        // Whoever is asked for a site names their own.
        let anywhere = question.kind.narrowing().is_none_or(|narrowing| narrowing.location.is_none());
        let fits = |asset: &&Asset| {
            let here = asset.location.as_ref() == Some(&self.beneficiary.location);
            asset.kind == kind && (anywhere || here)
        };
        let mine: Vec<&str> =
            self.world.assets_of(&self.beneficiary.id).filter(fits).map(|asset| asset.id.as_str()).collect();
        if !mine.is_empty() || within == Some(AssetScope::Mine) {
            return rng.pick(&mine).map(|id| json!(id));
        }
        let all = self.company.assets.values().filter(fits);
        let all: Vec<&str> = all.map(|asset| asset.id.as_str()).collect();
        rng.pick(&all).map(|id| json!(id))
    }
}

/// An option of a tree that is divided no further.
fn leaf<'f>(rng: &mut Rng, options: &'f [FormOption]) -> Option<&'f str> {
    let option = rng.pick(options)?;
    if option.children.is_empty() { Some(option.id.as_str()) } else { leaf(rng, &option.children) }
}

fn digit(rng: &mut Rng) -> char {
    u32::try_from(rng.between(1, 9)).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('1')
}

fn number(rng: &mut Rng, question: &str, min: Option<f64>, max: Option<f64>) -> Value {
    // Whoever wants to spend more has to add a quotation, and there are no files here.
    if question == "yearly_cost" {
        return rng.pick(&[240, 480, 720, 960]).copied().unwrap_or(240).into();
    }
    let low = min.unwrap_or(1.0);
    let high = max.unwrap_or(f64::MAX).min(low + 12.0);
    // Forms count people and months: nothing here is beyond an i64.
    rng.between(low.ceil() as i64, high.floor() as i64).into()
}

fn date(
    rng: &mut Rng,
    question: &str,
    earliest: Option<DateBound>,
    latest: Option<DateBound>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let first = earliest.unwrap_or(DateBound::Days(0)).resolve(today);
    let last = latest.unwrap_or(DateBound::Days(180)).resolve(today);
    if first > last {
        return None;
    }
    let days = |days: i64| Days::new(days.unsigned_abs());
    let date = if last <= today {
        last.checked_sub_days(days(rng.between(0, 20)))?
    } else {
        // An end lies further off than a beginning, whatever comes first in the form.
        let is_end = ["until", "ends", "last_day", "last_run", "contract_end"].contains(&question);
        let ahead = if is_end { rng.between(40, 120) } else { rng.between(0, 21) };
        first.max(today).checked_add_days(days(ahead))?
    };
    Some(date.clamp(first, last))
}
