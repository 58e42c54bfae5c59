//! Lists, part by part.

use crate::{
    client::Client,
    walk::{Check, Walk, ensure, refused, success},
};
use guichet_contract::{
    Code, NoPath,
    endpoints::{ListItems, ListTickets},
    types::{ItemQuery, TicketQuery},
    url,
};
use std::collections::BTreeSet;

/// As many parts as are followed: more items than any catalog has.
const PARTS: usize = 400;

/// How lists are cut into parts.
pub(super) fn all(walk: &mut Walk) {
    walk.check("the parts of a list follow one another, without a gap and without a double", parts);
    walk.check("a limit beyond page_size gives that many and is no mistake", |client| {
        let query = ItemQuery { limit: Some(1_000_000), ..ItemQuery::default() };
        success::<ListItems>(&client.get(&url::<ListItems>(&NoPath {}, &query)).send()?).map(drop)
    });
    for wrong in ["limit=0", "limit=many", "cursor=%7E%7E%7E"] {
        walk.check(&format!("?{wrong} is refused with bad_parameter"), |client| {
            let address = format!("{}?{wrong}", url::<ListItems>(&NoPath {}, &ItemQuery::default()));
            refused(&client.get(&address).send()?, Code::BadParameter).map(drop)
        });
    }
    walk.check("a query parameter that nobody knows is ignored", |client| {
        let address = format!("{}?x-later=1", url::<ListItems>(&NoPath {}, &ItemQuery::default()));
        success::<ListItems>(&client.get(&address).send()?).map(drop)
    });
    walk.check("count=true tells the total, and nothing else does", |client| {
        let with = TicketQuery { count: Some(true), ..TicketQuery::default() };
        let with = success::<ListTickets>(&client.get(&url::<ListTickets>(&NoPath {}, &with)).send()?)?;
        let without = url::<ListTickets>(&NoPath {}, &TicketQuery::default());
        let without = success::<ListTickets>(&client.get(&without).send()?)?;
        ensure(with.total.is_some(), || "there is no total".to_owned())?;
        ensure(without.total.is_none(), || "there is a total that nobody asked for".to_owned())
    });
}

fn parts(client: &Client) -> Check {
    let mut seen = BTreeSet::new();
    let mut query = ItemQuery { limit: Some(2), ..ItemQuery::default() };
    for _ in 0..PARTS {
        let page = success::<ListItems>(&client.get(&url::<ListItems>(&NoPath {}, &query)).send()?)?;
        ensure(page.items.len() <= 2, || format!("{} items came where 2 were asked for", page.items.len()))?;
        for item in page.items {
            ensure(seen.insert(item.id.to_string()), || format!("'{}' comes twice", item.id))?;
        }
        match page.next {
            None => break,
            next => query.cursor = next,
        }
    }
    // In one go, or as much of it as a page holds.
    let all = url::<ListItems>(&NoPath {}, &ItemQuery { limit: Some(1_000_000), ..ItemQuery::default() });
    let all = success::<ListItems>(&client.get(&all).send()?)?;
    let missing = all.items.iter().find(|item| !seen.contains(item.id.as_str()));
    ensure(missing.is_none(), || format!("'{}' is in no part", missing.map_or("", |item| item.id.as_str())))
}
