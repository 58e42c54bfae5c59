//! What the backend has in the end, beside what it acknowledged.

use super::filing::{Filed, What, is_replayed, named, send};
use crate::http::Client;
use anyhow::{Context, Result};
use guichet_contract::{
    Endpoint,
    endpoints::{GetTicket, GetTimeline, ListTickets},
    path_url,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// A ticket as the backend has it.
#[derive(Debug, Clone)]
pub struct Kept {
    id: String,
    title: String,
    version: u64,
    /// The texts of its comments, first to last.
    comments: Vec<String>,
}

/// Every ticket of somebody.
pub fn read(client: &Client, origin: &str, cookie: &str) -> Result<Vec<Kept>> {
    let list = format!("{origin}{}?limit=100&sort=opened", path_url(ListTickets::PATH, &[]));
    let items = client.list(&list, cookie)?;
    items.iter().map(|item| whole(client, origin, cookie, item)).collect()
}

fn whole(client: &Client, origin: &str, cookie: &str, item: &Value) -> Result<Kept> {
    let text = |value: &Value, name: &str| {
        value.get(name).and_then(Value::as_str).map(str::to_owned).with_context(|| format!("no {name}"))
    };
    let id = text(item, "id")?;
    let here = |template: &str| format!("{origin}{}", path_url(template, &[("ticket", id.as_str())]));
    let ticket = client.read(&here(GetTicket::PATH), cookie)?;
    let timeline = client.read(&here(GetTimeline::PATH), cookie)?;
    let entries = timeline.as_array().into_iter().flatten();
    let comments = entries.filter(|entry| entry.get("event").and_then(Value::as_str) == Some("comment"));
    Ok(Kept {
        title: text(&ticket, "title")?,
        version: ticket.get("version").and_then(Value::as_u64).context("no version")?,
        comments: comments.map(|entry| text(entry, "text")).collect::<Result<_>>()?,
        id,
    })
}

/// Everything in which what is there is not what was acknowledged.
pub fn differences(filed: &[Filed], kept: &[Kept]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut there: BTreeMap<&str, &Kept> = BTreeMap::new();
    for ticket in kept {
        if there.insert(&ticket.id, ticket).is_some() {
            wrong.push(format!("{} is in the list twice", ticket.id));
        }
    }
    let mut acknowledged: BTreeMap<&str, &Filed> = BTreeMap::new();
    for one in filed.iter().filter(|one| !matches!(one.what, What::Comment(_))) {
        if let Some(other) = acknowledged.insert(&one.ticket, one) {
            wrong.push(format!("{} was given to the keys {} and {}", one.ticket, other.key, one.key));
        }
        match there.get(one.ticket.as_str()) {
            None => wrong.push(format!("{} was acknowledged to {} and is lost", one.ticket, one.key)),
            Some(ticket) => wrong.extend(of_ticket(one, filed, ticket)),
        }
    }
    for ticket in kept.iter().filter(|ticket| !acknowledged.contains_key(ticket.id.as_str())) {
        wrong.push(format!("{} '{}' was acknowledged to nobody: filed twice", ticket.id, ticket.title));
    }
    wrong
}

/// What is wrong with one ticket, which `one` filed.
fn of_ticket(one: &Filed, filed: &[Filed], ticket: &Kept) -> Vec<String> {
    let mut wrong = Vec::new();
    if let What::Incident(title) = &one.what
        && *title != ticket.title
    {
        wrong.push(format!("{} is '{}' and not '{title}'", ticket.id, ticket.title));
    }
    let comments = filed.iter().filter(|other| other.ticket == one.ticket);
    let said: Vec<(&str, u64)> = comments
        .filter_map(|other| match &other.what {
            What::Comment(text) => Some((text.as_str(), other.version)),
            What::Incident(_) | What::Request => None,
        })
        .collect();
    if !said.iter().map(|(text, _)| *text).eq(ticket.comments.iter().map(String::as_str)) {
        let (expected, found) = (said.len(), ticket.comments.len());
        wrong.push(format!("{} has {found} comments that are not the {expected} acknowledged", ticket.id));
    }
    // Each comment makes one version, the next.
    let versions = said.iter().map(|(_, version)| *version);
    if !versions.eq((one.version + 1..).take(said.len())) {
        wrong.push(format!("{} has comments whose versions do not follow one another", ticket.id));
    }
    let last = said.last().map_or(one.version, |(_, version)| *version);
    if last != ticket.version {
        wrong.push(format!("{} is version {} and not {last}", ticket.id, ticket.version));
    }
    wrong
}

/// Everything that is answered otherwise when it is sent once more.
pub fn replay(client: &Client, origin: &str, cookie: &str, filed: &[Filed]) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for one in filed {
        let answer = send(client, origin, cookie, one)?;
        if answer.status != 201 || !is_replayed(&answer) {
            wrong.push(format!("{} is answered {} when it is sent again", one.key, answer.status));
        } else if named(&answer)? != (one.ticket.clone(), one.version) {
            wrong.push(format!("{} was {} and is another when it is sent again", one.key, one.ticket));
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed(what: What, ticket: &str, version: u64) -> Filed {
        Filed {
            what,
            key: format!("key of {ticket}"),
            path: String::new(),
            body: Value::Null,
            ticket: ticket.to_owned(),
            version,
            cut_off: 0,
            replayed: false,
        }
    }

    fn incident(ticket: &str, title: &str) -> Filed {
        filed(What::Incident(title.to_owned()), ticket, 1)
    }

    fn comment(ticket: &str, text: &str, version: u64) -> Filed {
        filed(What::Comment(text.to_owned()), ticket, version)
    }

    fn kept(id: &str, title: &str, version: u64, comments: &[&str]) -> Kept {
        let comments = comments.iter().map(|text| (*text).to_owned()).collect();
        Kept { id: id.to_owned(), title: title.to_owned(), version, comments }
    }

    #[test]
    fn what_was_acknowledged_and_is_there_is_right() {
        let filed = [incident("INC-1", "a"), comment("INC-1", "x", 2), filed(What::Request, "REQ-1", 1)];
        let kept = [kept("REQ-1", "Laptop", 1, &[]), kept("INC-1", "a", 2, &["x"])];
        assert_eq!(differences(&filed, &kept), Vec::<String>::new());
    }

    #[test]
    fn every_other_end_is_seen() {
        let acknowledged = [incident("INC-1", "a"), comment("INC-1", "x", 2)];
        let right = kept("INC-1", "a", 2, &["x"]);
        for (found, word) in [
            (vec![], "lost"),
            (vec![right.clone(), kept("INC-2", "a", 1, &[])], "filed twice"),
            (vec![right.clone(), right.clone()], "in the list twice"),
            (vec![kept("INC-1", "b", 2, &["x"])], "and not 'a'"),
            (vec![kept("INC-1", "a", 2, &[])], "comments that are not"),
            (vec![kept("INC-1", "a", 2, &["x", "x"])], "comments that are not"),
            (vec![kept("INC-1", "a", 3, &["x"])], "is version 3 and not 2"),
        ] {
            let wrong = differences(&acknowledged, &found);
            assert!(wrong.iter().any(|mistake| mistake.contains(word)), "{word}: {wrong:?}");
        }
    }

    #[test]
    fn acknowledgements_that_contradict_one_another_are_seen() {
        let there = [kept("INC-1", "a", 3, &["x", "y"])];
        let twice = [incident("INC-1", "a"), incident("INC-1", "a")];
        assert!(differences(&twice, &there).iter().any(|mistake| mistake.contains("was given to the keys")));
        let jump = [incident("INC-1", "a"), comment("INC-1", "x", 3), comment("INC-1", "y", 3)];
        assert!(differences(&jump, &there).iter().any(|mistake| mistake.contains("do not follow")));
    }
}
