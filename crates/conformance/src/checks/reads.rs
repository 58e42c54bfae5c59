//! Everything that can be read.

use crate::walk::Walk;
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{
        ApprovalPath, ArticlePath, ClockPath, FormPath, GetApproval, GetArticle, GetClocks, GetForm,
        GetIncidentOptions, GetItem, GetTicket, GetTimeline, ItemPath, ListAnnouncements, ListApprovals,
        ListArticles, ListCategories, ListDelegations, ListItems, ListServices, ListTickets, LookupPath,
        Lookups, Search, TicketPath, TimelinePath,
    },
    types::{
        ApprovalQuery, ArticleQuery, ItemQuery, LookupQuery, SearchQuery, ServiceQuery, TicketQuery,
        TicketScope,
    },
};

/// Reads everything once, and one of each kind whole.
pub(super) fn all(walk: &mut Walk) {
    walk.read::<ListCategories>(&NoPath {}, &NoQuery {});
    catalog(walk);
    for source in ["people", "groups", "locations", "services", "assets"] {
        walk.read::<Lookups>(&LookupPath { source: source.to_owned() }, &LookupQuery::default());
    }
    walk.read::<GetIncidentOptions>(&NoPath {}, &NoQuery {});
    tickets(walk);
    if let Some(page) = walk.read::<ListApprovals>(&NoPath {}, &ApprovalQuery::default())
        && let Some(first) = page.items.first()
    {
        walk.read::<GetApproval>(&ApprovalPath { approval: first.approval.id.clone() }, &NoQuery {});
    }
    if walk.has("delegations") {
        walk.read::<ListDelegations>(&NoPath {}, &NoQuery {});
    }
    walk.read::<ListServices>(&NoPath {}, &ServiceQuery::default());
    walk.read::<ListAnnouncements>(&NoPath {}, &NoQuery {});
    if walk.has("knowledge")
        && let Some(page) = walk.read::<ListArticles>(&NoPath {}, &ArticleQuery::default())
        && let Some(first) = page.items.first()
    {
        walk.read::<GetArticle>(&ArticlePath { article: first.id.clone() }, &NoQuery {});
    }
    if walk.has("search") {
        let query = SearchQuery { q: Some("a".to_owned()), ..SearchQuery::default() };
        walk.read::<Search>(&NoPath {}, &query);
    }
}

fn catalog(walk: &mut Walk) {
    let Some(page) = walk.read::<ListItems>(&NoPath {}, &ItemQuery::default()) else { return };
    let Some(first) = page.items.first() else { return };
    let path = ItemPath { item: first.id.clone() };
    if let Some(item) = walk.read::<GetItem>(&path, &NoQuery {}) {
        let form = format!("{}@{}", item.form.id, item.form.version);
        walk.read::<GetForm>(&FormPath { form }, &NoQuery {});
    }
}

fn tickets(walk: &mut Walk) {
    let query = TicketQuery { scope: Some(TicketScope::Mine), ..TicketQuery::default() };
    let Some(page) = walk.read::<ListTickets>(&NoPath {}, &query) else { return };
    let Some(first) = page.items.first() else {
        walk.leave_out("one ticket, its timeline and its clocks", "the person has none");
        return;
    };
    let ticket = first.id.clone();
    walk.ticket = Some(ticket.clone());
    walk.read::<GetTicket>(&TicketPath { ticket: ticket.clone() }, &NoQuery {});
    walk.read::<GetTimeline>(&TimelinePath { ticket: ticket.clone() }, &NoQuery {});
    walk.read::<GetClocks>(&ClockPath { ticket }, &NoQuery {});
}
