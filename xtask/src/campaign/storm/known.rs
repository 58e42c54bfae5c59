//! What an attacker can know: the contract's document, and what people who are signed in can see.

use crate::http::Client;
use anyhow::{Context, Result};
use guichet_contract::{
    Endpoint,
    endpoints::{ListApprovals, ListArticles, ListItems, ListTickets},
    openapi, path_url,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What there is to attack.
pub struct Known {
    /// Every operation of the contract.
    pub operations: Vec<Operation>,
    /// Everyone whom the demo sign-in offers.
    pub people: Vec<String>,
    /// Real values of the parameters in paths, by their names.
    pub real: BTreeMap<String, Vec<String>>,
}

/// An operation of the contract.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The method.
    pub method: String,
    /// The path below the base path, with `{name}` for each parameter.
    pub path: String,
    /// Names of the parameters in the query.
    pub query: Vec<String>,
    /// An example of the body.
    pub body: Option<Value>,
}

impl Known {
    /// Asks around.
    pub fn gather(origin: &str) -> Result<Self> {
        let client = Client::new();
        let people = client.people(origin)?;
        let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for person in &people {
            let cookie = client.sign_in(origin, person)?;
            for (name, path) in [
                ("ticket", ListTickets::PATH),
                ("approval", ListApprovals::PATH),
                ("item", ListItems::PATH),
                ("article", ListArticles::PATH),
            ] {
                let items = client.list(&format!("{origin}{}?limit=100", path_url(path, &[])), &cookie)?;
                let ids = items.iter().filter_map(|item| item.get("id").and_then(Value::as_str));
                real.entry(name.to_owned()).or_default().extend(ids.map(str::to_owned));
            }
        }
        // Nearly every form is named after its item, and this is its first version.
        let forms = real.get("item").into_iter().flatten().map(|item| format!("{item}@1")).collect();
        real.insert("form".to_owned(), forms);
        for (name, values) in [
            ("source", &["people", "groups", "locations", "services", "assets"][..]),
            (
                "action",
                &[
                    "take", "start", "hold", "resume", "resolve", "confirm", "reopen", "cancel", "assign",
                    "remind",
                ][..],
            ),
        ] {
            real.insert(name.to_owned(), values.iter().map(|value| (*value).to_owned()).collect());
        }
        let real = real.into_iter().map(|(name, values)| (name, values.into_iter().collect())).collect();
        Ok(Self { operations: operations(&openapi::document())?, people, real })
    }
}

/// Every operation of the document.
fn operations(document: &Value) -> Result<Vec<Operation>> {
    let paths = document.get("paths").and_then(Value::as_object).context("the document has no paths")?;
    let mut operations = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let parameters = operation.get("parameters").and_then(Value::as_array).into_iter().flatten();
            let in_query = parameters.filter(|one| one.get("in").and_then(Value::as_str) == Some("query"));
            let names = in_query.filter_map(|one| one.get("name").and_then(Value::as_str));
            operations.push(Operation {
                method: method.to_ascii_uppercase(),
                path: path.clone(),
                query: names.map(str::to_owned).collect(),
                body: operation.pointer("/requestBody/content/application~1json/example").cloned(),
            });
        }
    }
    Ok(operations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_contract_is_attacked() {
        let operations = operations(&openapi::document()).unwrap();
        let find = |method: &str, path: &str| {
            operations.iter().find(|one| one.method == method && one.path == path).unwrap()
        };
        assert!(operations.len() > 30, "{}", operations.len());
        assert!(find("GET", "/tickets").query.contains(&"cursor".to_owned()));
        assert!(find("POST", "/incidents").body.is_some());
        assert_eq!(find("DELETE", "/session").body, None);
        assert_eq!(find("POST", "/attachments").body, None);
    }
}
