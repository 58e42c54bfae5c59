//! The document holds together, and its examples are what the types read.
#![cfg(feature = "openapi")]

use guichet_contract::{Endpoint, endpoints::*, openapi, types::Upload};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

const METHODS: [&str; 5] = ["get", "post", "delete", "head", "patch"];

fn operations(document: &Value) -> Vec<(String, &Map<String, Value>)> {
    let paths = document["paths"].as_object().unwrap();
    let mut operations = Vec::new();
    for (path, item) in paths {
        for (method, operation) in item.as_object().unwrap() {
            assert!(METHODS.contains(&method.as_str()), "{path} has something called {method}");
            operations.push((format!("{method} {path}"), operation.as_object().unwrap()));
        }
    }
    operations
}

/// Calls `found` with every value in the document and its key or position.
fn walk<'a>(value: &'a Value, found: &mut dyn FnMut(&'a str, &'a Value)) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                found(key, value);
                walk(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_component_is_referred_to() {
    let document = openapi::document();
    let mut targets = BTreeSet::new();
    walk(&document, &mut |key, value| {
        if key == "$ref" {
            let reference = value.as_str().unwrap();
            let target = document.pointer(reference.strip_prefix('#').unwrap());
            assert!(target.is_some_and(Value::is_object), "{reference} leads nowhere");
            targets.insert(reference);
        }
    });
    for kind in ["schemas", "responses", "parameters", "headers"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            let reference = format!("#/components/{kind}/{name}");
            assert!(targets.contains(reference.as_str()), "nothing refers to {reference}");
        }
    }
}

#[test]
fn operations_have_ids_of_their_own_and_everything_that_a_reader_needs() {
    let document = openapi::document();
    let tags: Vec<_> = document["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
    let mut ids = BTreeSet::new();
    for (name, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(id.chars().all(|c| c.is_ascii_alphanumeric()), "{id}");
        assert!(ids.insert(id), "{id} is there twice");
        for key in ["summary", "description"] {
            assert!(operation[key].as_str().is_some_and(|text| !text.is_empty()), "{name} has no {key}");
        }
        assert!(operation["tags"].as_array().unwrap().iter().all(|tag| tags.contains(&tag)), "{name}");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')), "{name}");
        for status in ["400", "429", "500", "503"] {
            assert!(responses.contains_key(status), "{name} has no {status}");
        }
        let signed_in = !operation.contains_key("security");
        assert_eq!(responses.contains_key("401"), signed_in, "{name}");
    }
}

#[test]
fn each_tag_has_operations_and_articles_are_tagged_by_what_is_done_with_them() {
    let document = openapi::document();
    let mut tagged: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        for tag in operation["tags"].as_array().unwrap() {
            tagged.entry(tag.as_str().unwrap()).or_default().insert(id);
        }
    }
    for tag in document["tags"].as_array().unwrap() {
        assert!(tagged.contains_key(tag["name"].as_str().unwrap()), "{tag} is of nothing");
    }
    for (tag, some) in [
        ("knowledge", &["listArticles", "getArticle", "getArticleVersion", "giveFeedback", "getPicture"][..]),
        ("search", &["search", "getSearchIndex"]),
        (
            "writing",
            &[
                "getArticleSource",
                "actOnArticle",
                "updateProposal",
                "listRetiredArticles",
                "getRetiredArticle",
            ],
        ),
        ("learning", &["reportLearning", "listFigures", "solveWithArticle", "listKnownErrors"]),
    ] {
        for id in some {
            assert!(tagged[tag].contains(id), "{id} is not tagged {tag}");
        }
    }
}

#[test]
fn a_place_in_a_path_is_a_parameter_and_the_other_way_round() {
    let document = openapi::document();
    for (name, operation) in operations(&document) {
        let places: BTreeSet<&str> =
            name.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect();
        let parameters = operation["parameters"].as_array().unwrap().iter();
        let named: BTreeSet<&str> =
            parameters.filter(|p| p["in"] == "path").map(|p| p["name"].as_str().unwrap()).collect();
        assert_eq!(named, places, "{name}");
    }
}

#[test]
fn names_are_words_and_no_two_types_share_one() {
    let document = openapi::document();
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(
            name.chars().all(|c| c.is_ascii_alphabetic()),
            "{name}: give the type a name with schemars(rename)"
        );
        assert!(name.starts_with(|c: char| c.is_ascii_uppercase()), "{name}");
    }
    assert!(document["components"]["schemas"]["TicketSummaryPage"].is_object());
}

#[test]
fn nothing_is_null_and_nothing_of_rust_shines_through() {
    let document = openapi::document();
    walk(&document, &mut |key, value| {
        assert_ne!(key, "nullable");
        assert!(key != "type" || value != "null", "null is not part of the contract");
        if let (true, Value::String(text)) = (key == "description", value) {
            assert!(!text.contains("[`") && !text.contains("::"), "{text}");
            assert!(!text.is_empty());
        }
    });
}

#[test]
fn a_guarded_call_names_its_headers() {
    let document = openapi::document();
    let headers = |path: &str| {
        let pointer = format!("/paths/{}/post/parameters", path.replace('/', "~1"));
        document.pointer(&pointer).unwrap().to_string()
    };
    let act = headers("/tickets/{ticket}/actions/{action}");
    assert!(act.contains("IfMatch") && act.contains("IdempotencyKey"));
    let create = headers("/requests");
    assert!(!create.contains("IfMatch") && create.contains("IdempotencyKey"));
    assert!(!headers("/requests/validate").contains("IdempotencyKey"));
}

#[test]
fn examples_are_what_the_types_read() {
    let document = openapi::document();
    let mut read = 0;
    macro_rules! check {
        ($($endpoint:ident),* $(,)?) => {$({
            let path = $endpoint::PATH.replace('/', "~1");
            let method = $endpoint::METHOD.as_str().to_ascii_lowercase();
            let at = |rest: &str| document.pointer(&format!("/paths/{path}/{method}/{rest}/content/application~1json/example"));
            if let Some(body) = at("requestBody") {
                let body = serde_json::from_value::<<$endpoint as Endpoint>::Body>(body.clone());
                assert!(body.is_ok(), "{}: {body:?}", $endpoint::ID);
                read += 1;
            }
            if let Some(reply) = at(&format!("responses/{}", $endpoint::SUCCESS)) {
                let reply = serde_json::from_value::<<$endpoint as Endpoint>::Reply>(reply.clone());
                assert!(reply.is_ok(), "{}: {:?}", $endpoint::ID, reply.err());
                read += 1;
            }
        })*};
    }
    guichet_contract::for_each_endpoint!(check);
    assert!(read > 10, "only {read} examples were found");
}

#[test]
fn examples_of_files_in_pieces_are_what_the_types_read() {
    let document = openapi::document();
    let example = |path: &str, method: &str, status: u16| {
        let at = format!(
            "/paths/{}/{method}/responses/{status}/content/application~1json/example",
            path.replace('/', "~1")
        );
        serde_json::from_value::<Upload>(document.pointer(&at).unwrap().clone()).unwrap()
    };
    let begun = example("/uploads", "post", 201);
    assert!(begun.offset < begun.length && begun.attachment.is_none());
    let whole = example("/uploads/{upload}", "get", 200);
    assert_eq!((whole.offset, whole.attachment.map(|file| file.size)), (whole.length, Some(whole.length)));
}

#[test]
fn it_is_the_same_every_time() {
    assert_eq!(openapi::document().to_string(), openapi::document().to_string());
}
