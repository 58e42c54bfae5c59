//! The lines below a search field: what was found, what was meant, what was searched for before, and places to go to.

use super::{
    hit::{heading_of, icon_of, kind_label, route_of},
    recent,
};
use crate::{
    i18n::m,
    routes,
    session::{Feature, Session},
    ui::IconName,
};
use guichet_contract::types::{Hit, HitKind, Mark, SearchReply};

/// How many of the best come first, whatever they are.
const TOP: usize = 3;

/// In this order they stand below the best. Kinds of later releases have no place in it.
const KINDS: [HitKind; 4] = [HitKind::Item, HitKind::Guide, HitKind::Article, HitKind::Ticket];

/// What a line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Does {
    /// It leads to a place of the portal.
    Go,
    /// It leads to something that was found.
    Open,
    /// It puts these words into the field.
    Type(String),
    /// It forgets what was searched for before.
    Clear,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub label: String,
    pub marks: Vec<Mark>,
    pub meta: String,
    pub meta_marks: Vec<Mark>,
    pub icon: IconName,
    pub href: String,
    pub group: String,
    pub does: Does,
}

impl Line {
    fn plain(label: String, icon: IconName, href: String, group: String) -> Self {
        let (marks, meta, meta_marks) = (Vec::new(), String::new(), Vec::new());
        Self { label, marks, meta, meta_marks, icon, href, group, does: Does::Go }
    }

    /// Whether it is for the same as another one, wherever they stand.
    pub(super) fn leads_where(&self, other: &Self) -> bool {
        self.href == other.href && self.does == other.does
    }

    fn of(hit: &Hit, group: String) -> Self {
        let (meta, meta_marks) = match heading_of(hit) {
            Some(heading) => (heading.text.clone(), heading.marks.clone()),
            None => (hit.summary.clone(), hit.summary_marks.clone()),
        };
        Self {
            marks: hit.title_marks.clone(),
            meta,
            meta_marks,
            does: Does::Open,
            ..Self::plain(hit.title.clone(), icon_of(hit.kind), route_of(hit), group)
        }
    }
}

/// What was found: what was probably meant, the best of all, then the others by kind. Where there is one kind, or few in
/// all, nothing stands apart.
pub(super) fn found(reply: &SearchReply) -> Vec<Line> {
    let known: Vec<&Hit> = reply.hits.iter().filter(|hit| KINDS.contains(&hit.kind)).collect();
    let kinds = KINDS.iter().filter(|kind| known.iter().any(|hit| hit.kind == **kind)).count();
    let many = if kinds > 1 && known.len() > TOP { TOP } else { 0 };
    let (top, rest) = known.split_at(many);
    let mut lines: Vec<Line> = reply.suggestion.iter().map(|words| meant(words)).collect();
    lines.extend(top.iter().map(|hit| Line::of(hit, m::finding::top())));
    for kind in KINDS {
        lines.extend(rest.iter().filter(|hit| hit.kind == kind).map(|hit| Line::of(hit, kind_label(kind))));
    }
    lines
}

fn meant(words: &str) -> Line {
    let label = m::finding::meant(words);
    let does = Does::Type(words.to_owned());
    Line { does, ..Line::plain(label, IconName::Search, routes::search(words), String::new()) }
}

/// What `person` searched for before.
pub(super) fn before(person: &str) -> Vec<Line> {
    let line = |label: String, icon, href: String, does| {
        let group = m::finding::recent();
        Line { does, ..Line::plain(label, icon, href, group) }
    };
    let mut lines: Vec<Line> = recent::of(person)
        .into_iter()
        .map(|words| line(words.clone(), IconName::Clock, routes::search(&words), Does::Type(words)))
        .collect();
    if !lines.is_empty() {
        lines.push(line(m::finding::clear(), IconName::Cross, routes::home(), Does::Clear));
    }
    lines
}

/// Places to go to whose name holds `words`, in lower case.
pub(super) fn commands(session: Session, words: &str) -> Vec<Line> {
    let command = |label, icon, href| Line::plain(label, icon, href, m::search::commands());
    let mut commands = vec![
        command(m::shell::home(), IconName::Home, routes::home()),
        command(m::shell::services(), IconName::Grid, routes::services("", "", "")),
        command(m::shell::tickets(), IconName::Ticket, routes::tickets("", "", "")),
        command(m::shell::report(), IconName::Alert, routes::report("")),
    ];
    if session.offers(Feature::Knowledge) {
        commands.push(command(m::shell::answers(), IconName::Book, routes::answers("", "")));
    }
    commands.push(command(m::shell::approvals(), IconName::Check, routes::approvals()));
    commands.retain(|line| line.label.to_lowercase().contains(words));
    commands
}
