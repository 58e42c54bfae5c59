use super::*;
use guichet_search::{Builder, Document, Field, Index};
use serde_json::{Value, json};

fn index(documents: impl IntoIterator<Item = Document>) -> Index {
    Builder::new("en").documents(documents).build().unwrap()
}

fn article(id: &str, title: &str) -> Document {
    Document::new(format!("article:{id}")).of("article", "network").with(Field::Title, title)
}

fn engine(segments: &Segments) -> Engine {
    let mut engine = Engine::new();
    assert!(engine.take(bundle(segments, "")));
    engine
}

fn ask(engine: &mut Engine, text: &str) -> Value {
    serde_json::from_str(&engine.search(text, 5, "", "", "", "").unwrap()).unwrap()
}

#[test]
fn an_answer_is_json_whatever_the_texts_hold() {
    let title = "VPN \"drops\" \\ <b>\u{1}\n\u{202E}🖨";
    let document = article("vpn", title)
        .with(Field::Summary, "The VPN")
        .with_heading("Nothing", "nothing")
        .with_heading("VPN drops at home", "vpn-drops-at-home");
    let mut engine = engine(&Segments::new(index([document])));
    let found = ask(&mut engine, "vpn drops home");
    assert_eq!(found["total"], json!(1));
    assert_eq!(found["hits"][0]["title"], json!(title));
    assert_eq!(found["hits"][0]["title_marks"], json!([[0, 3], [5, 10]]));
    let heading = json!({ "text": "VPN drops at home", "anchor": "vpn-drops-at-home", "marks": [[0, 3], [4, 9], [13, 17]] });
    assert_eq!(found["hits"][0]["heading"], heading);
    assert_eq!(found["hits"][0]["category"], json!("network"));
    assert_eq!(ask(&mut engine, "nix"), json!({ "hits": [], "total": 0 }));
    assert_eq!(ask(&mut engine, "dropz vpn")["suggestion"], json!("drops vpn"));
}

#[test]
fn only_what_changed_is_taken() {
    let mut segments = Segments::new(index([article("a", "Printer"), article("b", "Laptop")]));
    let mut engine = engine(&segments);
    let before = engine.version();
    segments.push(index([article("c", "Printer on fire")])).unwrap();
    let difference = bundle(&segments, &before);
    assert!(engine.take(difference.clone()));
    assert_eq!((engine.version(), engine.len()), (version(&segments), 3));
    assert_eq!(ask(&mut engine, "printer")["hits"].as_array().unwrap().len(), 2);
    // What was kept is all of it; and whoever lost what the difference builds upon says so.
    let mut again = Engine::new();
    assert!(!again.take(difference) && again.is_empty() && again.search("x", 5, "", "", "", "").is_none());
    assert!(again.take(engine.bundle()));
    assert_eq!(again.version(), engine.version());
    assert!(!again.take(b"nonsense".to_vec()));
    assert_eq!(again.len(), 3, "what there was stays");
}

#[test]
fn it_is_narrowed_by_kind_shelf_language_and_service() {
    let mut vpn = article("vpn", "VPN");
    vpn.tags.push("vpn".to_owned());
    vpn.language = "de".to_owned();
    let item = Document::new("item:vpn").of("item", "access").with(Field::Title, "VPN access");
    let mut engine = engine(&Segments::new(index([vpn, item])));
    let mut count = |kind, category, language, service| {
        let reply = engine.search("vpn", 5, kind, category, language, service).unwrap();
        serde_json::from_str::<Value>(&reply).unwrap()["hits"].as_array().unwrap().len()
    };
    for (filters, expected) in [
        (["", "", "", ""], 2),
        (["item", "", "", ""], 1),
        (["", "network", "", ""], 1),
        (["", "", "de", ""], 1),
        (["", "", "", "vpn"], 1),
        (["item", "", "", "vpn"], 0),
        (["ticket", "", "", ""], 0),
    ] {
        let [kind, category, language, service] = filters;
        assert_eq!(count(kind, category, language, service), expected, "{filters:?}");
    }
}

#[test]
fn without_words_there_is_a_list() {
    let item = Document::new("item:vpn").of("item", "access").with(Field::Title, "VPN access");
    let engine = engine(&Segments::new(index([article("wifi", "Wi-Fi"), article("vpn", "VPN"), item])));
    let list = |kind: &str, category: &str, most: usize| -> Value {
        serde_json::from_str(&engine.list(kind, category, most).unwrap()).unwrap()
    };
    let hit = |id: &str, title: &str| json!({ "kind": "article", "id": id, "title": title, "summary": "", "category": "network", "language": "en" });
    assert_eq!(
        list("article", "", 5),
        json!({ "hits": [hit("vpn", "VPN"), hit("wifi", "Wi-Fi")], "total": 2 })
    );
    assert_eq!(list("article", "network", 1), json!({ "hits": [hit("vpn", "VPN")], "total": 2 }));
    assert_eq!(list("article", "access", 5), json!({ "hits": [], "total": 0 }));
    assert_eq!(list("", "", 5)["total"], json!(3));
    assert!(Engine::new().list("article", "", 5).is_none());
}

#[test]
fn what_it_warms_up_with_is_found() {
    let segments = Segments::unbundle(WARM, None).unwrap();
    for text in WAYS {
        let query = Query::of_each(text, 5, Filters::default());
        let answer = segments.search(&query, &mut Scratch::default()).unwrap();
        assert!(!answer.hits.is_empty(), "{text}");
    }
    Engine::new().warm();
}
