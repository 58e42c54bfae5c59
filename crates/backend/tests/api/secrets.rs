use crate::backend::Backend;
use reqwest::Method;
use serde_json::json;

/// Whoever may see the ticket, reads that there is a secret, and never the secret.
#[tokio::test]
async fn what_is_secret_is_in_no_reply() {
    const SECRET: &str = "XQ7-4419-KL";
    let backend = Backend::start().await;
    let aylin = backend.sign_in("aylin-kaya").await;
    let request = json!({
        "item": "phone-number-change",
        "form": { "id": "phone-number-change", "version": 1 },
        "answers": {
            "phone": "mobile", "change": "bring", "number": "+49 151 5550 1423", "transfer-code": SECRET,
        },
    });
    let dry = aylin.send(aylin.ask(Method::POST, "/requests/validate").json(&request)).await;
    assert_eq!(dry.body["problems"], json!([]));
    let ticket = aylin.post("/requests", request).await;
    let shown = ticket["answers"].as_array().unwrap().iter();
    let code = shown.clone().find(|answer| answer["label"] == json!("Transfer code")).unwrap();
    assert!(!code["value"].as_str().unwrap().is_empty(), "{code}");
    assert!(shown.clone().any(|answer| answer["value"] == json!("+49 151 5550 1423")));

    let id = ticket["id"].as_str().unwrap();
    let desk = backend.sign_in("tomasz-sikora").await;
    for person in [&aylin, &desk] {
        for path in [
            format!("/tickets/{id}"),
            format!("/tickets/{id}/timeline"),
            "/tickets?q=XQ7".to_owned(),
            "/search?q=XQ7-4419-KL".to_owned(),
        ] {
            let body = person.reply(&path).await.body.to_string();
            assert!(!body.contains("4419-KL"), "{path}: {body}");
        }
        assert_eq!(person.get("/tickets?q=XQ7").await["items"], json!([]));
        let found = person.get("/search?q=XQ7-4419-KL").await;
        assert!(!found.to_string().contains(id), "{found}");
    }
}
