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
        "attachment" => "c0a8f3d2".into(),
        "upload" => "7be0a4f1".into(),
        "approval" => "apr-1093".into(),
        "delegation" => "d-58f1".into(),
        "action" => "hold".into(),
        "source" => "people".into(),
        "question" => "laptop@1/cost-centre".into(),
        "requested_for" => "aylin-kaya".into(),
        "given" => "site:berlin".into(),
        "id" => "aylin-kaya".into(),
        "facts" => true.into(),
        "category" => "computers".into(),
        "q" => "lapt".into(),
        "limit" => 20.into(),
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
            "features": ["knowledge", "search", "events", "attachments", "uploads", "delegations", "orders", "studio"],
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
                "if_refused": "If they refuse, the request ends and nobody else is asked.",
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
        "search" => json!({ "hits": [{
            "kind": "article",
            "id": "add-a-printer",
            "title": "Add a printer",
            "summary": "Find the printer by the name on its label",
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
