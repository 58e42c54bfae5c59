//! The request page: finds the item, its form and the person, then lets them ask.

use super::{
    again::Before,
    anew::anew,
    asking::{Asking, Begin},
    cart::line_kept,
    check::check,
    form_page::form_page,
    kept::Kept,
    known::Who,
    notes::Notes,
    preview,
    restore::Restored,
    side::side,
    stage::{Stage, Way},
};
use crate::{
    address::read_address,
    api::{Query, fetch_once, query},
    draft::{self, Keeper},
    i18n::m,
    page::PageTitle,
    router::{NavigateOptions, ParamsMap, use_location, use_navigate, use_params_map, use_query_map},
    routes,
    session::{Session, use_session},
    ui::{Breadcrumb, Button, Crumb, Failed, Skeleton},
};
use guichet_contract::{
    NoQuery,
    endpoints::{FormPath, GetForm, GetItem, ItemPath},
    types::{FormRef, Item, PublishedForm},
};
use guichet_rules::{
    form::Compiled,
    ids::{ItemId, PersonId},
};
use leptos::{prelude::*, task::spawn_local};

/// Where the page stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum State {
    Loading,
    Failed(String),
    /// This person may not order it.
    Closed(ItemId),
    /// Everything is there. A newer version of the form makes it another, and so does another line of the cart.
    Ready(ItemId, u32, PersonId, String),
}

/// The form of a catalog item.
#[component]
pub fn RequestPage() -> impl IntoView {
    // Another item is another page: the path is read once.
    let id = use_params_map().with_untracked(|p| p.get("item")).and_then(|id| ItemId::new(id).ok());
    let source = Source::new(StoredValue::new(id));
    let link = use_query_map();
    let state = Memo::new(move |_| source.state());
    let content = move |state: State| match state {
        State::Loading => view! {
            <Skeleton count=6/>
            <span class="visually-hidden" role="status">{m::shell::loading()}</span>
        }
        .into_any(),
        State::Failed(words) => {
            let retry = Callback::new(move |()| source.retry());
            view! {
                <PageTitle text=m::common::failed_title()/>
                <Failed title=words retry_label=m::common::retry() on_retry=retry/>
            }
            .into_any()
        }
        State::Closed(_) => source.item.get().map(closed).into_any(),
        State::Ready(..) => ready(source, link).into_any(),
    };
    view! { <div class="page">{source.before.trouble()} {anew(move || state.get(), content)}</div> }
        .into_any()
}

/// Where item and form come from.
#[derive(Clone, Copy)]
struct Source {
    wanted: StoredValue<Option<ItemId>>,
    item: Query<Item>,
    /// The form that is asked: the item's when the page opened, so that it does not change under the person's hands.
    pinned: RwSignal<Option<FormRef>>,
    form: Query<PublishedForm>,
    /// What was typed into a form that has changed since.
    carried: StoredValue<Option<Kept>>,
    /// The request to order again, where that was asked for.
    before: Before,
    /// The line of the cart that is changed; empty where none is.
    line: Memo<String>,
    /// What was typed before, and in other tabs. A line is kept by the cart.
    draft: Keeper,
    /// Who asks.
    session: Session,
}

impl Source {
    fn new(wanted: StoredValue<Option<ItemId>>) -> Self {
        let item = query::<GetItem>(move || wanted.get_value().map(|item| (ItemPath { item }, NoQuery {})));
        let pinned = RwSignal::new(None::<FormRef>);
        Effect::new(move || {
            let form = item.with(|i| i.map(|i| i.form.clone()));
            if form.is_some() && pinned.with_untracked(Option::is_none) {
                pinned.set(form);
            }
        });
        let form = query::<GetForm>(move || {
            let form = pinned.get()?;
            Some((FormPath { form: format!("{}@{}", form.id, form.version) }, NoQuery {}))
        });
        let session = use_session();
        let (link, path) = (use_query_map(), use_location().pathname);
        let here = wanted.with_value(|wanted| wanted.as_ref().map(|item| routes::request(item.as_str())));
        let line = Memo::new(move |before: Option<&String>| {
            let line = link.with(|link| link.get("line")).unwrap_or_default();
            match before {
                // The person leaves: this page stays as it is until the next one is there.
                Some(before) if *before == line || path.with(|p| Some(p) != here.as_ref()) => before.clone(),
                // A line that is gone was ordered, or taken out on another page.
                _ if line_kept(&session.person(), &line).is_none() => String::new(),
                _ => line,
            }
        });
        let name = wanted.with_value(|item| item.as_ref().map(|item| draft::request_name(item.as_str())));
        let whose = name.is_some();
        let draft = Keeper::new(name.unwrap_or_default(), move || {
            if whose && line.with(String::is_empty) { session.person() } else { String::new() }
        });
        let (carried, before) = (StoredValue::new(None), Before::new());
        Self { wanted, item, pinned, form, carried, before, line, draft, session }
    }

    fn state(self) -> State {
        let Some(wanted) = self.wanted.get_value() else {
            return State::Failed(m::common::failed_not_found());
        };
        match self.item.with(|i| i.map(|i| i.summary.orderable.allowed)) {
            Some(false) => return State::Closed(wanted),
            Some(true) => {}
            None => return self.item.error().map_or(State::Loading, |e| State::Failed(e.words())),
        }
        let pinned = self.pinned.get();
        let asked = self.form.with(|f| {
            let form = &f?.form;
            let pinned = pinned?;
            (form.id == pinned.id && form.version == pinned.version).then_some(pinned.version)
        });
        match (asked, self.session.me().map(|me| me.person.id)) {
            (Some(version), Some(me)) if self.is_known() => {
                State::Ready(wanted, version, me, self.line.get())
            }
            (Some(_), Some(_)) => State::Loading,
            (None, _) => self.form.error().map_or(State::Loading, |e| State::Failed(e.words())),
            (_, None) => State::Loading,
        }
    }

    /// Whether it is known what was typed or ordered before.
    fn is_known(self) -> bool {
        self.before.is_known() && (!self.line.with(String::is_empty) || self.draft.ready())
    }

    fn retry(self) {
        self.item.retry();
        self.form.retry();
    }

    /// Takes the newest form, with what was typed so far.
    fn renew(self, kept: Kept) {
        let Some(item) = self.wanted.get_value() else { return };
        spawn_local(async move {
            let newest = fetch_once::<GetItem>(&ItemPath { item }, &NoQuery {}).await;
            // The page may be gone; and where this fails, sending again tries again.
            if let (Ok(newest), false) = (newest, self.pinned.is_disposed()) {
                self.carried.set_value(Some(kept));
                let form = newest.form.clone();
                self.item.set(newest, None);
                self.pinned.set(Some(form));
            }
        });
    }
}

/// The form, and beside it what comes of it.
fn ready(source: Source, link: Memo<ParamsMap>) -> Option<AnyView> {
    let item = source.item.get()?;
    let form = Compiled::new(source.form.get()?.form);
    let me = source.session.me()?.person;
    let carried = source.carried.get_value();
    source.carried.set_value(None);
    let id = item.summary.id.to_string();
    let line = source.line.get();
    let found = line_kept(me.id.as_str(), &line);
    let draft = if line.is_empty() { source.draft } else { Keeper::nowhere() };
    let before = source.before.kept(&item.summary.id);
    let left_out = before.as_ref().map(|(_, left_out)| left_out.clone()).filter(|_| carried.is_none());
    let way = Way {
        item: id.clone(),
        line,
        again: before.as_ref().map(|(kept, _)| kept.again.clone()).unwrap_or_default(),
    };
    let given = found.or(before.map(|(kept, _)| kept));
    let mut restored =
        link.with(|link| Restored::find(&form, draft.newest().as_ref(), link, (carried, given)));
    if restored.at.is_none() {
        restored.kept.leave_out(&form, &left_out.unwrap_or_default());
    }
    let notes = Notes::new(&restored);
    if !way.line.is_empty() && restored.kept.again.is_empty() && !restored.kept.left.is_empty() {
        // The cart has taken the newer form over, and says so.
        notes.changed.set(true);
    }
    let from_start = restored.changed || (restored.at.is_none() && way.line.is_empty());
    let crumbs = crumbs(&item);
    let pages = form.pages.len();
    let navigate = use_navigate();
    let open = Callback::new(move |(url, replace): (String, bool)| {
        navigate(&url, NavigateOptions { replace, ..NavigateOptions::default() });
    });
    let newer = Callback::new(move |kept: Kept| source.renew(kept));
    let asking = Asking::new(Begin {
        item,
        form,
        me,
        who: Who::signed_in(),
        link: restored.kept.link.clone(),
        kept: restored.kept,
        way,
        draft,
        address: |way, step| routes::request_for(&way.item, step, &way.line, &way.again),
        open,
        newer_form: newer,
        trial: None,
    });
    notes.keep_saving(asking);
    preview::follow(asking);
    forget_what_is_right(asking);
    let stage = read_address(routes::request(&id), move |link| Stage::read(link.get_str("step"), pages));
    if from_start && stage.get_untracked() != Stage::Page(0) {
        // A link into the middle of a form that was never begun, or that has changed since.
        open.run((asking.url(Stage::Page(0)), true));
    }
    let main = anew(
        move || (stage.get(), notes.begun.get()),
        move |(stage, _)| match stage {
            Stage::Page(page) => form_page(asking, notes, page),
            Stage::Check => check(asking, notes),
        },
    );
    let view = view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="columns">
            <div class="columns__main">{main}</div>
            {side(asking)}
        </div>
    };
    Some(view.into_any())
}

/// Mistakes that were shown are shown until they are right; from then on their fields are left in peace until the page is
/// left again.
pub(super) fn forget_what_is_right(asking: Asking) {
    Effect::new(move || {
        let right = asking.wrong.with(|wrong| {
            let right = |key: &&String| !wrong.iter().any(|w| w.key == **key);
            asking.shown.with_untracked(|shown| shown.iter().filter(right).cloned().collect::<Vec<_>>())
        });
        if !right.is_empty() {
            asking.shown.update(|shown| shown.retain(|key| !right.contains(key)));
        }
    });
}

fn crumbs(item: &Item) -> Vec<Crumb> {
    let summary = &item.summary;
    vec![
        Crumb::new(m::shell::services(), routes::services("", "", "")),
        Crumb::new(item.category_name.clone(), routes::services("", summary.category.as_str(), "")),
        Crumb::new(summary.name.clone(), routes::service(summary.id.as_str())),
    ]
}

/// Why this person cannot order it.
fn closed(item: Item) -> AnyView {
    let crumbs = crumbs(&item);
    let summary = item.summary;
    let back = m::requests::to_item(&summary.name);
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <PageTitle text=m::requests::not_orderable()/>
        <p class="page__lead">{summary.orderable.reason}</p>
        <Button href=routes::service(summary.id.as_str())>{back}</Button>
    }
    .into_any()
}
