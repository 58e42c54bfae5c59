//! Everything that can be read.

use crate::walk::Walk;
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{
        ApprovalPath, ArticlePath, ClockPath, FormPath, GetApproval, GetArticle, GetArticleVersion,
        GetClocks, GetForm, GetIncidentOptions, GetItem, GetTicket, GetTimeline, ItemPath, ListAnnouncements,
        ListApprovals, ListArticleVersions, ListArticles, ListCategories, ListDelegations, ListItems,
        ListServices, ListTickets, LookupPath, Lookups, TicketPath, TimelinePath, VersionPath, VersionsPath,
    },
    types::{
        ApprovalQuery, ArticleLanguage, ArticleQuery, ItemQuery, LookupQuery, ServiceQuery, TicketQuery,
        TicketScope,
    },
};
use guichet_rules::ids::ArticleId;

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
        articles(walk, first.id.clone());
    }
}

fn articles(walk: &mut Walk, article: ArticleId) {
    let language = ArticleLanguage::default();
    walk.read::<GetArticle>(&ArticlePath { article: article.clone() }, &language);
    let path = VersionsPath { article: article.clone() };
    if let Some(page) = walk.read::<ListArticleVersions>(&path, &language)
        && let Some(version) = page.items.iter().find(|version| version.readable)
    {
        let path = VersionPath { article, version: version.version.to_string() };
        walk.read::<GetArticleVersion>(&path, &language);
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
