//! Examples, of the demo company. A test reads each back into its type.

use serde_json::{Value, json};

/// The example of a path or query parameter, where its description does not say enough.
pub(super) fn parameter(name: &str) -> Option<Value> {
    Some(match name {
        "ticket" => "REQ-20418".into(),
        "item" => "laptop".into(),
        "request" => "REQ-20418".into(),
        "guide" => "new-employee".into(),
        "emails" => "aylin.kaya@nordlicht.example".into(),
        "form" => "laptop@1".into(),
        "article" => "add-a-printer".into(),
        "entry" => "5d41402abc4b2a76".into(),
        "outcome" => "no_result".into(),
        "period" => "month".into(),
        "attachment" => "c0a8f3d2".into(),
        "upload" => "7be0a4f1".into(),
        "approval" => "apr-1093".into(),
        "delegation" => "d-58f1".into(),
        "proposal" => "p-81c4".into(),
        "action" => "hold".into(),
        "source" => "people".into(),
        "question" => "laptop@1/cost-centre".into(),
        "requested_for" => "aylin-kaya".into(),
        "given" => "site:berlin".into(),
        "id" => "aylin-kaya".into(),
        "facts" => true.into(),
        "category" => "computers".into(),
        "service" => "printing".into(),
        "q" => "lapt".into(),
        "limit" => 20.into(),
        "language" => "de".into(),
        "picture" => "vpn-client.png".into(),
        "version" => "2".into(),
        "since" => 1042.into(),
        _ => return None,
    })
}

/// The example of a request body.
pub(super) fn body(id: &str) -> Option<Value> {
    Some(match id {
        "createSession" => json!({ "person": "aylin-kaya" }),
        "validateRequest" | "createRequest" => json!({
            "item": "laptop",
            "form": { "id": "laptop", "version": 1 },
            "requested_for": "aylin-kaya",
            "quantity": 1,
            "answers": { "model": "design-16", "use": "Packaging artwork", "care-plan": true, "cost-centre": "4410" },
        }),
        "validateOrder" | "createOrder" => json!({
            "items": [
                {
                    "item": "laptop",
                    "form": { "id": "laptop", "version": 1 },
                    "answers": { "model": "standard-14", "cost-centre": "4410" },
                },
                {
                    "item": "headset",
                    "form": { "id": "headset", "version": 1 },
                    "quantity": 2,
                    "answers": { "model": "wired", "ears": "one", "plug": "usb-c", "handover": "pick-up", "cost-centre": "4410" },
                },
            ],
            "requested_for": ["aylin-kaya", "jonas-weber"],
            "cost_centre": "4410",
            "note": "For the trade fair in May.",
        }),
        "previewGuide" => json!({ "answers": { "remote": true, "site": "berlin" } }),
        "createIncident" => json!({
            "title": "VPN drops every few minutes",
            "description": "Since this morning, at home and in the office.",
            "impact": "person",
            "urgency": "slowed",
            "service": "vpn",
        }),
        "addComment" => json!({ "text": "It also happens over the cable.", "internal": false }),
        "actOnTicket" => {
            json!({ "hold_reason": "requester", "comment": "Which version does the VPN client show under \"About\"?" })
        }
        "decideApproval" => json!({ "decision": "approve" }),
        "createDelegation" => json!({
            "delegate": "emeka-adeyemi",
            "from": "2026-11-30",
            "until": "2026-12-03",
            "reason": "Holiday",
        }),
        "updateDelegation" => json!({ "until": "2026-12-11" }),
        "checkStudioForm" | "saveStudioForm" => {
            json!({ "source": "id: headset\nform:\n  version: 1\n  pages: []\n" })
        }
        "lookUpInStudio" => json!({ "requester": "aylin-kaya", "q": "lapt", "limit": 8 }),
        "giveFeedback" => json!({ "helpful": false, "comment": "My printer is not on the list." }),
        "createProposal" => {
            json!({ "article": "add-a-printer", "language": "en", "base": 1, "content": article_content() })
        }
        "updateProposal" => json!({ "content": article_content() }),
        "actOnProposal" => json!({ "comment": "The printers of the new building" }),
        "actOnArticle" => {
            json!({ "comment": "There are no such printers any more", "replaced_by": "print-with-your-badge" })
        }
        "solveWithArticle" => json!({ "form": "report" }),
        "reportLearning" => json!({
            "searches": [
                { "words": "beamer", "language": "en", "outcome": "no_result" },
                { "words": "add printer", "language": "en", "outcome": "clicked", "article": "add-a-printer" },
            ],
            "reads": [{ "article": "add-a-printer", "ticket": false }],
        }),
        "decideLearning" => json!({ "choice": "article", "article": "add-a-printer" }),
        _ => return None,
    })
}

/// The example of a reply.
pub(super) fn reply(id: &str) -> Option<Value> {
    Some(match id {
        "getCapabilities" => json!({
            "contract": super::VERSION,
            "company": "Nordlicht Instruments",
            "languages": ["en", "de"],
            "sign_in": ["demo"],
            "features": ["knowledge", "search", "index", "events", "attachments", "uploads", "delegations", "orders", "secrets", "studio", "writing", "learning"],
            "limits": {
                "body_bytes": 262_144,
                "attachment_bytes": 10_485_760,
                "attachment_types": ["application/pdf", "image/*", "text/plain"],
                "attachments": 10,
                "chunk_bytes": 262_144,
                "page_size": 100,
            },
            "least_client": "0.1.0",
        }),
        "createSession" | "getMe" => json!({
            "person": { "id": "aylin-kaya", "name": "Aylin Kaya", "about": "Packaging designer, Berlin" },
            "given_name": "Aylin",
            "language": "de",
            "location": "berlin",
            "zone": "Europe/Berlin",
            "groups": [{ "id": "designers", "name": "Designers" }],
            "rights": [],
            "approvals_waiting": 0,
        }),
        "validateRequest" => json!({
            "problems": [{
                "question": "cost-centre",
                "pointer": "/cost-centre",
                "code": "required",
                "message": "Enter the cost centre, four digits",
            }],
            "price": {
                "currency": "EUR",
                "total": { "one_off": 248_000, "monthly": 650 },
                "lines": [
                    { "label": "Design 16\"", "one_off": 248_000 },
                    { "label": "Care plan", "monthly": 650 },
                ],
            },
            "approvals": [{
                "id": "manager",
                "people": [{ "id": "mara-lindt", "name": "Mara Lindt" }],
                "policy": "1 person",
                "if_refused": "A refusal ends the request, and nobody else is asked.",
            }],
            "expected": "2026-11-26T09:00:00Z",
            "calendar": "Berlin office hours",
        }),
        "validateOrder" => json!({
            "items": [{
                "item": { "id": "laptop", "name": "Laptop" },
                "answers": [{ "label": "Which model?", "value": "Standard 14\"" }],
                "people": 2,
                "max_quantity": 1,
                "price": {
                    "currency": "EUR",
                    "total": { "one_off": 258_000 },
                    "lines": [{ "label": "Standard 14\"", "one_off": 258_000 }],
                },
                "expected": "2026-11-26T09:00:00Z",
            }],
            "errors": [{
                "pointer": "/requested_for/1",
                "code": "not_a_report",
                "detail": "Jonas Weber (Laptop): You can order this for yourself and your team only.",
            }],
            "price": {
                "currency": "EUR",
                "total": { "one_off": 258_000 },
                "lines": [{ "label": "2 × Laptop", "one_off": 258_000 }],
            },
            "requested_items": 2,
            "approvers": [{ "person": { "id": "mara-lindt", "name": "Mara Lindt" }, "lines": [0], "requested_items": 2 }],
            "cost_centres": [{ "id": "4410", "name": "Product design" }],
        }),
        "getRequest" => json!({
            "id": "REQ-20418",
            "items": [{
                "ticket": "REQ-20418",
                "line": 0,
                "item": { "id": "laptop", "name": "Laptop" },
                "form": { "id": "laptop", "version": 1 },
                "quantity": 1,
                "requested_for": { "id": "aylin-kaya", "name": "Aylin Kaya" },
                "answers": { "model": "standard-14", "cost-centre": "4410" },
            }],
        }),
        "previewGuide" => json!({
            "problems": [],
            "items": [{
                "item": "vpn-access",
                "included": true,
                "fixed": false,
                "because": "because Remote was chosen",
                "quantity": 1,
                "form": { "id": "vpn-access", "version": 1 },
                "answers": { "place": "home" },
            }],
        }),
        "getFormSchema" => json!({
            "schema": {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": "urn:guichet:form:laptop@1",
                "type": "object",
                "properties": { "model": { "enum": ["standard-14", "design-16"], "title": "Which model?" } },
                "additionalProperties": false,
                "required": ["model"],
            },
            "exact": true,
        }),
        "lookup" => {
            json!([{ "id": "aylin-kaya", "label": "Aylin Kaya", "hint": "Packaging designer, Berlin" }])
        }
        "createDelegation" => json!({
            "id": "d-58f1",
            "version": 1,
            "delegator": { "id": "mara-lindt", "name": "Mara Lindt" },
            "delegate": { "id": "emeka-adeyemi", "name": "Emeka Adeyemi" },
            "from": "2026-11-30",
            "until": "2026-12-03",
            "starts_at": "2026-11-29T23:00:00Z",
            "ends_at": "2026-12-03T23:00:00Z",
            "phase": "coming",
            "reason": "Holiday",
        }),
        "listArticleVersions" => json!({ "items": [
            {
                "version": 2,
                "published_at": "2026-09-14T12:00:00Z",
                "by": { "id": "hana-mori", "name": "Hana Mori" },
                "note": "The second gateway",
                "readable": true,
            },
            { "version": 1, "published_at": "2025-11-10T12:00:00Z", "readable": false },
        ] }),
        "getArticleVersion" => json!({
            "version": 2,
            "published_at": "2026-09-14T12:00:00Z",
            "readable": true,
            "language": "en",
            "title": "Add a printer",
            "summary": "Find the printer by the name on its label",
            "body": "Company laptops get the printer `Nordlicht` by themselves.\n",
        }),
        "search" => json!({
            "hits": [{
                "kind": "article",
                "id": "add-a-printer",
                "title": "Add a printer",
                "summary": "Find the printer by the name on its label",
                "category": "printing",
                "language": "en",
                "heading": { "text": "If the printer is not listed", "anchor": "if-the-printer-is-not-listed", "marks": [[7, 14]] },
                "title_marks": [[6, 13]],
                "summary_marks": [[9, 16]],
            }, {
                "kind": "article",
                "id": "laptop-is-slow",
                "title": "Laptop is slow",
                "summary": "What to close, and when to report it",
                "category": "computers",
                "language": "en",
                "excerpt": "… Large print jobs slow a laptop down until the printer has taken them …",
                "excerpt_marks": [[48, 55]],
            }],
            "total": 2,
        }),
        "getArticleSource" => json!({
            "article": "add-a-printer",
            "language": "en",
            "version": 1,
            "content": article_content(),
        }),
        "getArticleStanding" | "actOnArticle" => json!({
            "article": "add-a-printer",
            "state": "published",
            "version": 2,
            "actions": [{ "action": "confirm", "allowed": true }, { "action": "retire", "allowed": true }],
        }),
        "createProposal" | "getProposal" | "updateProposal" | "actOnProposal" => json!({
            "id": "p-81c4",
            "article": "add-a-printer",
            "language": "en",
            "title": "Add a printer",
            "state": "proposed",
            "author": { "id": "tomasz-sikora", "name": "Tomasz Sikora" },
            "changed_at": "2026-11-21T09:00:00Z",
            "is_new": false,
            "version": 3,
            "base": 1,
            "published": 1,
            "content": article_content(),
            "before": article_content(),
            "remarks": [{
                "at": "2026-11-21T09:00:00Z",
                "by": { "id": "tomasz-sikora", "name": "Tomasz Sikora" },
                "action": "propose",
                "comment": "The printers of the new building",
            }],
            "actions": [{ "action": "publish", "allowed": false, "reason": { "code": "own_proposal" } }],
        }),
        "solveWithArticle" => json!({ "counted": true }),
        "listLearning" => json!({ "items": [learning_entry()] }),
        "decideLearning" => learning_entry(),
        "listFigures" => json!({ "items": [{
            "article": { "id": "add-a-printer", "title": "Add a printer" },
            "owner": { "id": "client-services", "name": "Client Services" },
            "views": 214,
            "searches": 122,
            "solved": 31,
            "tickets": 9,
            "helpful": 40,
            "unhelpful": 3,
            "reasons": ["My printer is not on the list."],
        }] }),
        "listStudioForms" => json!([{
            "item": "headset",
            "title": "Headset",
            "file": "items/headset.yaml",
            "form_version": 1,
            "errors": 0,
            "warnings": 1,
        }]),
        "getStudioForm" => studio_form(),
        "saveStudioForm" => json!({ "form": studio_form(), "live": true }),
        "checkStudioForm" => json!({
            "findings": [{
                "line": 42,
                "column": 11,
                "severity": "error",
                "what": "the condition names 'sort', which is no earlier question",
                "remedy": "name a question that is asked before this one",
            }],
            "previews": [],
            "elsewhere": 0,
        }),
        "listStudioPersonas" => json!([{
            "person": { "id": "aylin-kaya", "name": "Aylin Kaya", "about": "Packaging designer, Berlin" },
            "groups": [{ "id": "designers", "name": "Designers" }],
            "facts": { "cost_centre": "4410", "location": "berlin" },
        }]),
        "lookUpInStudio" => json!([{ "id": "lt-04417", "label": "ThinkBook 14", "hint": "NI-LT-04417" }]),
        "listEvents" => {
            json!({ "items": [{ "type": "ticket", "id": "INC-10877", "version": 7 }], "next": "1043" })
        }
        "uploadAttachment" => {
            json!({ "id": "c0a8f3d2", "name": "screen.png", "media_type": "image/png", "size": 48_213 })
        }
        "createUpload" => json!({
            "id": "7be0a4f1", "offset": 0, "length": 3_481_004, "expires_at": "2026-11-22T09:00:00Z",
        }),
        "getUpload" => json!({
            "id": "7be0a4f1",
            "offset": 3_481_004,
            "length": 3_481_004,
            "expires_at": "2026-11-22T09:00:00Z",
            "attachment": { "id": "c0a8f3d2", "name": "crack.jpg", "media_type": "image/jpeg", "size": 3_481_004 },
        }),
        _ => return None,
    })
}

fn article_content() -> Value {
    json!({
        "title": "Add a printer",
        "summary": "Find the printer by the name on its label",
        "keywords": ["print", "driver"],
        "category": "printing",
        "owner": "client-services",
        "visible_to": { "group": "employees" },
        "review_by": "2027-11-21",
        "body": "Company laptops get the printer `Nordlicht` by themselves.\n",
    })
}

fn learning_entry() -> Value {
    json!({
        "id": "5d41402abc4b2a76",
        "words": "beamer",
        "language": "en",
        "people": 4,
        "no_result": 12,
        "no_click": 0,
        "clicked": 0,
        "tickets": 5,
        "last": "2026-11-20",
        "nearest": [{ "id": "book-a-meeting-room", "title": "Book a meeting room" }],
    })
}

fn studio_form() -> Value {
    json!({
        "item": "headset",
        "title": "Headset",
        "file": "items/headset.yaml",
        "version": 2_872_147_301_u32,
        "published": 1,
        "next": 2,
        "languages": ["en", "de"],
        "source": "id: headset\n…",
        "findings": [],
        "elsewhere": 0,
    })
}
