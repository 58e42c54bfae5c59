//! Prose of the document: what a type cannot say.

use serde_json::{Value, json};

/// What holds for every operation.
pub(super) const INTRODUCTION: &str = "\
The portal talks to any backend that answers as this document says. `docs/contract.md` tells the same in prose, with an \
example for each convention.

- **JSON** in UTF-8. Instants are RFC 3339 in UTC, dates `2026-11-21`, money integers in minor units with an ISO 4217 \
currency, languages BCP 47, ids opaque text. What is not there is left out, never `null`.
- **Additive only.** Readers ignore fields that they do not know, and take words that they do not know as unknown. \
Nothing is removed or given another meaning.
- **Refusals** are `application/problem+json` (RFC 9457). A client branches on `code` and never on the prose; \
`errors` point into the body with JSON Pointers.
- **Versions.** What can change has a `version`. Whoever acts on it sends it in quotes, or the strong `ETag` that it came \
with, as `If-Match`: 428 without it, 412 with an old one, and the 412 carries what it is now.
- **Repeats.** A call that creates or acts needs an `Idempotency-Key`. Sent again with the same body it is answered as \
the first time and does nothing twice.
- **Caching.** `If-None-Match` is answered with 304 wherever nothing changed.
- **Lists** come in parts: `items`, and `next` to be given as `cursor` as long as there is more. `limit` is capped.
- **Actions.** A ticket says what the caller can do with it, and why not; clients ask and do not decide.
- **Privacy.** What somebody may not see does not exist for them: 404, not 403.";

/// The tags, in the order of the document.
pub(super) fn tags() -> Value {
    let tag = |name: &str, description: &str| json!({ "name": name, "description": description });
    json!([
        tag("session", "What the backend offers, and who is signed in."),
        tag("catalog", "What can be ordered, with its forms, and what forms choose from."),
        tag("requests", "Ordering something of the catalog."),
        tag("tickets", "Reporting problems, and following whatever was filed."),
        tag("approvals", "Agreeing to what others ordered, or not."),
        tag(
            "knowledge",
            "Articles: reading them, their versions and pictures, and saying whether one helped."
        ),
        tag(
            "search",
            "One search over the catalog, articles and the caller's own tickets, and the index to do it without a call."
        ),
        tag(
            "writing",
            "Writing articles: drafts, proposals, review, and what becomes of what is published. Optional."
        ),
        tag(
            "learning",
            "What came of searches and of reading, without a name: what people do not find, which articles helped, and \
            known errors. Optional."
        ),
        tag("portal", "Services, announcements, and hints that something changed."),
        tag("attachments", "Files that come with tickets and comments."),
        tag(
            "studio",
            "Writing forms: trying them as anyone, and publishing new versions. Optional; needs the right `forms`."
        ),
    ])
}

/// The tag of a path.
pub(super) fn tag_of(path: &str) -> &'static str {
    match path.split('/').nth(1).unwrap_or_default() {
        "me" if path.starts_with("/me/delegations") => "approvals",
        "capabilities" | "session" | "me" => "session",
        "catalog" | "forms" | "lookups" => "catalog",
        "requests" | "orders" => "requests",
        "incidents" | "tickets" => "tickets",
        "approvals" | "approval-problems" => "approvals",
        "knowledge" => tag_of_knowledge(path),
        "search" => "search",
        "problems" => "learning",
        "attachments" | "uploads" => "attachments",
        "studio" => "studio",
        _ => "portal",
    }
}

/// The tag of a path below `/knowledge`, going by the feature that it belongs to.
fn tag_of_knowledge(path: &str) -> &'static str {
    let mut parts = path.split('/').skip(2);
    // What stands between the two is the id.
    match (parts.next().unwrap_or_default(), parts.nth(1).unwrap_or_default()) {
        ("index", _) => "search",
        ("proposals" | "work" | "due" | "retired" | "writing", _)
        | ("articles", "source" | "standing" | "actions") => "writing",
        ("learning" | "figures", _) | ("articles", "solved") => "learning",
        _ => "knowledge",
    }
}

/// How callers show who they are.
pub(super) fn security() -> Value {
    json!({
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-guichet_session",
            "description": "The session cookie: `HttpOnly`, `SameSite`, set and read by the backend alone, which may call it \
                otherwise. A call that is no GET and comes from a page of another origin is refused.",
        },
    })
}

/// What there is to know about an operation beyond its summary.
pub(super) fn description(id: &str) -> &'static str {
    match id {
        "getCapabilities" => {
            "The first call of a portal. It hides what is not among `features`, and asks its user to reload where it is \
            older than `least_client`. Needs no session."
        }
        "listPersonas" => {
            "Where `sign_in` holds `demo`: the people that a visitor may try the portal as. Otherwise 404. Needs no session."
        }
        "getSession" => {
            "What a portal asks first: `me` where somebody is signed in, nothing where nobody is. Needs no session, and is no \
            refusal without one."
        }
        "createSession" => {
            "The demo sign-in. The reply sets the session cookie, which JavaScript cannot read."
        }
        "deleteSession" => {
            "Ends the session and removes the cookie. Without a session it does nothing, and succeeds."
        }
        "getMe" => {
            "Name, language, site, groups and rights of the person, and how many approvals wait for them."
        }
        "listCategories" => {
            "In the order of the content. A shelf that holds nothing for this person is left out; `items` counts what \
            the person may see."
        }
        "listItems" => {
            "Items that the person may see but not order are there with `orderable.allowed: false` and the reason. Without \
            `q` they come by name, with `popular` in the order in which they are asked for; with `q` the best match comes first."
        }
        "getItem" => {
            "With the form to order it with, in its newest version, who would be asked to agree, and when it could be there."
        }
        "getForm" => {
            "Pages, questions, conditions and price effects, in the language of the reply. A published version never \
            changes; `newest` tells a portal that holds an old one."
        }
        "getFormSchema" => {
            "For backends and tools that validate with JSON Schema 2020-12. It looks at answers as they are submitted: \
            without blanks around texts, without empty values, without what is not visible. It never refuses what the form \
            accepts; where it cannot say all that the form means (whether a person exists, which of two days comes first, \
            who belongs to a group) a `$comment` says so, and `exact` is false."
        }
        "lookup" => {
            "Type-ahead: each word of `q` begins a word of the name or of the hint. `question` narrows it to what may answer that question of a form, \
            as `laptop@3/asset`; then `requested_for` says for whom, and `given` what was answered before where the question is \
            narrowed by that. Without an answer that narrows it, nothing is on offer. With `facts` people and devices come with \
            what a form may fill in from them. `id` gives the one that was chosen elsewhere, with its name. `emails` finds people by their \
            addresses, for lists that somebody pastes; with `facts` each says which address is theirs."
        }
        "validateRequest" => {
            "The same checks as filing it, without filing it: 200 with `problems` where answers are wrong. For wizards and \
            for whoever wants to know what something would cost and who would be asked."
        }
        "createRequest" => {
            "Answers that are wrong are refused as a whole with `invalid`; each error's pointer leads to the answer. Where a \
            newer version of the form is out the code is `form_changed`, and `current` holds `form` and the `answers` \
            that still fit. Where an approval that it needs would find nobody to ask it is `refused`, and `reason` says what \
            an administrator has to mend. Needs an `Idempotency-Key`."
        }
        "getRequest" => {
            "The answers as they were sent, for whoever may see the request. Secrets and files are left out, and named in \
            `left_out`. A newer version of the form may be out: what still fits it is for the client to see. Of a \
            request of several items, each of them is there with the line of the order that it came from."
        }
        "revealAnswer" => {
            "For those who work on it alone: the people of the group that has it and whoever is assigned, with the right \
            `desk`. Others who see it are refused with `not_allowed`; until everyone agreed it is `refused`, and once the \
            ticket has ended the secret is `gone` for good. Each call makes an entry `revealed` in the timeline, also a \
            repeated one, so it takes no `Idempotency-Key`: its answer is kept nowhere, and comes with `Cache-Control: \
            no-store` and without an `ETag`. Where `features` holds `secrets`."
        }
        "validateOrder" => {
            "The same checks as filing it, without filing it: 200 with `errors` where something is wrong, each with its \
            pointer, such as `/items/2/answers/model` or `/requested_for/7`. Of a line whose form has changed, `changed` holds \
            the new version and the answers that still fit."
        }
        "createOrder" => {
            "The reply is the request, with a requested item for each line and person in `items`; its state follows from \
            theirs. A single line for a single person is filed as `POST /requests` files it. Where anything is wrong nothing \
            is filed: `invalid` with a pointer to each mistake, or `form_changed`, whose `current` is an `OrderFormsChanged` \
            with the answers that still fit, line by line. Needs an `Idempotency-Key`."
        }
        "listGuides" => {
            "Guides that the person may see but not use are there with `orderable.allowed: false` and the reason."
        }
        "getGuide" => {
            "With the questions that are asked once, and the items with the conditions under which each is included. A portal \
            decides that by itself, by the same rules; `previewGuide` does it for those who cannot."
        }
        "previewGuide" => {
            "200 with `problems` where answers are wrong. What is offered comes with whether it is included and why, and with \
            the answers to its own form that follow from those of the guide."
        }
        "getIncidentOptions" => {
            "Impact and urgency in an employee's words, and what each pair of them promises if it were reported now."
        }
        "createIncident" => {
            "Whom it happens to is the caller unless `requested_for` names somebody. The priority follows from impact and \
            urgency. Needs an `Idempotency-Key`."
        }
        "listTickets" => {
            "One list over every kind. `scope` is `mine` unless said otherwise; `groups` and `all` need the right to work on \
            tickets. `count=true` also tells how many there are in all, which costs time."
        }
        "getTicket" => {
            "With `actions`: what the caller can do with it now, and for what they cannot do, why. Work notes and what else is \
            for the desk alone are left out for everybody else."
        }
        "getTimeline" => "Oldest first. Entries that the caller may not read are left out.",
        "addComment" => {
            "`internal: true` writes a work note, which needs the right to work on tickets. A comment of the requester takes \
            a ticket that waits for them off hold. Needs an `Idempotency-Key`."
        }
        "actOnTicket" => {
            "What is needed depends on the action: `hold` needs `hold_reason`, and a `comment` where that is `requester`; \
            `resolve` needs `resolution_code` and `resolution_text`; `cancel` needs a `comment` once somebody works on it; \
            `assign` needs `group`. What is missing is refused with `invalid`, what is not possible now with `refused` and its \
            `reason`. `follow_up` answers with the new ticket. Needs an `Idempotency-Key` and an `If-Match`."
        }
        "getClocks" => {
            "The clocks of the ticket with every stretch of time from start to due instant, without a gap, each with the \
            reason why it counted or not."
        }
        "listApprovals" => {
            "Those asked of the caller, and, while a delegation lasts, those asked of whoever they stand in for; those they \
             decided for others stay. The last asked or decided first, but those with a reminder before all others. \
             `phase=open` gives those that wait, `phase=past` the others. Of an order the first that waits, or the first \
             with a reminder, stands for all that wait for the same approver; its `order` names the others."
        }
        "getApproval" => {
            "What is ordered, for whom, what it costs, what was answered and what others said: all that is needed to decide. A \
            delegate sees it as the approver does, while the delegation lasts and it waits; afterwards only what they \
            decided."
        }
        "decideApproval" => {
            "To refuse needs a `comment`, which the requester reads. `refused` where others decided meanwhile. `also` decides \
            others of the same order alike, in the versions that were seen: all of them, or none. Needs an \
            `Idempotency-Key` and an `If-Match`."
        }
        "listApprovalProblems" => {
            "Worked out for everyone who may order the item, whatever they would answer. A request that meets such a step is \
            refused, and says why. Needs the right `admin`."
        }
        "listDelegations" => {
            "Those that the caller arranged and those in which they are the delegate, the last to begin first. What was called \
            off before it began is left out."
        }
        "createDelegation" => {
            "From the beginning of the first day to the end of the last, where the caller works. The caller may still decide \
            themselves. Delegations are not followed any further, and there is one at a time: what stands against it is \
            `invalid`, with the code of the problem at the field. Needs an `Idempotency-Key`."
        }
        "getDelegation" => "For its delegator and its delegate.",
        "updateDelegation" => {
            "What is absent stays. Of one that has begun only `until` and `reason` can change; one that is over is `refused`. \
            Needs an `Idempotency-Key` and an `If-Match`."
        }
        "deleteDelegation" => {
            "One that holds now ends now and stays in the list; one to come is called off. One that is over is `refused`. Needs \
            an `Idempotency-Key` and an `If-Match`."
        }
        "listArticles" => {
            "Without `q` by title, with `q` the best match first. Only articles that the caller may read."
        }
        "getArticle" => {
            "In the language of `Accept-Language` where it is there, otherwise in the first of the company; `language` asks for \
            another, whatever the reader's own. `body` is CommonMark with tables, footnotes, struck out words, lists of \
            things to do and block quotes that begin with `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`. \
            Raw HTML in it is not part of the contract: a portal leaves it out. `pictures` may leave out any. `keeper` says that the reader is one of those \
            who keep it right, for whom `review_due` is meant."
        }
        "listArticleVersions" => {
            "Of the article in the language that `getArticle` would give. Where `readable` is false the text is no longer there. A \
            backend that keeps no versions gives the current one alone."
        }
        "getArticleVersion" => {
            "To be read, or compared with another. Also for the current version. 404 where its text is no longer there."
        }
        "giveFeedback" => "One answer a person; the newest counts. Needs an `Idempotency-Key`.",
        "getKnowledgeWork" => {
            "Where `features` holds `writing`: for people with the right `desk` or `knowledge` and members of a group that keeps \
            an article right. For all others there is no such thing: 404."
        }
        "listDueArticles" | "listRetiredArticles" => {
            "404 as for `getKnowledgeWork`, which holds the first of them."
        }
        "getRetiredArticle" => {
            "For those who keep it right, and for those who write as far as they could read it; to be looked at before it is put \
            back. 404 for all others, and for an article that is not retired. Its `version` is the one that `put_back` takes."
        }
        "getWritingOptions" => "In the language of the reply. 404 as for `getKnowledgeWork`.",
        "getArticleSource" => {
            "The text as it is published now, with what stands around it, for an editor. 404 where the caller may not change it. \
            `proposal` is what they are writing already: go on with that."
        }
        "getArticleStanding" => {
            "For those who keep it right. 404 for all others; also of an article that was retired."
        }
        "actOnArticle" => {
            "`confirm` says that it is right as of today. `retire` takes it out of lists, the search and the catalog in all \
            languages; whoever follows a link to it is told so with the code `retired`, and what `replaced_by` names instead. \
            `put_back` undoes that. Needs an `Idempotency-Key` and an `If-Match`."
        }
        "createProposal" => {
            "Nobody but its author sees a draft. Only its title is needed; what else is missing is asked for when it is proposed. Needs \
            an `Idempotency-Key`."
        }
        "getProposal" => {
            "For its author, and once it was proposed for those who decide on it. `before` is what is published now, to be \
            compared with `content`. Where `base` is not `published`, somebody published meanwhile."
        }
        "updateProposal" => {
            "`content` is the whole text. `base` says that its author has seen the version of the article that is published now, and \
            goes on from there. Needs an `Idempotency-Key` and an `If-Match`."
        }
        "actOnProposal" => {
            "`propose`, `withdraw` and `discard` are for its author; `publish`, `ask_changes` and `reject` for those who keep the \
            article right, but not for its author as long as anybody else could decide. `stale` also where another version of \
            the article was published meanwhile; `current` holds both texts. After `discard` it is gone. Needs an \
            `Idempotency-Key` and an `If-Match`."
        }
        "solveWithArticle" => {
            "For whoever was filling in a form and needs it no longer. A person, an article and a form count once a day; \
            `counted` is false where they were counted already. Where `features` holds `learning`. Needs an `Idempotency-Key`."
        }
        "reportLearning" => {
            "Where `features` holds `learning`. A backend keeps counts by day, language and words, and nothing by which one of \
            them could be traced to a person; the same from the same person counts once a day, so that a repetition does nothing \
            twice. Words that may be private (addresses, long numbers, what looks like a password) are dropped, and so is \
            whatever is more than it takes. A portal sends nothing for those who do not want it."
        }
        "listLearning" => {
            "For those who keep an article right, and those with the right `knowledge`; for everybody else there is no such \
            thing: 404. Words that fewer different people looked for on any one day than the backend demands, at least two, \
            are in no reply. Without `outcome` what was looked for most comes first."
        }
        "decideLearning" => {
            "`not_needed` says why in `reason` where there is something to say; `article` names one, which the words find \
            from then on; `open` takes a decision back. Words that are in no list are 404. Needs an `Idempotency-Key`."
        }
        "listFigures" => {
            "Those that the caller keeps right; all that they may read with the right `knowledge`. For everybody else there is no \
            such thing: 404. What a person does counts once a day."
        }
        "listKnownErrors" => "In the order of the content, each with the articles that show it.",
        "search" => {
            "The last word may be half typed. What the caller may not see is not found, and nothing of it is in a `suggestion`. \
            Marks count characters, that is code points and neither bytes nor UTF-16 units."
        }
        "getSearchIndex" => {
            "For portals that search on the device; those that do not read this format ask `/search`. It holds what the caller \
            may find and not a word of anything else. `since` is what `Guichet-Index-Version` said the last time: then only the \
            parts that changed are sent. The format is described at the top of `crates/search`."
        }
        "listServices" => "`home=true` gives those that most people depend on.",
        "listAnnouncements" => "What is over is left out.",
        "listEvents" => {
            "Hints, not contents: whoever gets one fetches the thing again under the usual rules. With `Accept: \
            text/event-stream` and without `since` the reply is a stream of server-sent events of the default type, whose \
            `data` is an `EventHint`; a reconnecting client sends `Last-Event-ID` and gets what it missed. Otherwise, for \
            those who cannot hold a stream, the reply is what came since `since`, and `next` is the `since` of the next \
            call. `reset` says that too much was missed: fetch everything again."
        }
        "listStudioForms" => "By name. Without the right `forms` there is no such thing: 404.",
        "getStudioForm" => {
            "The text as it is now, with what is wrong with it. `version` is for `If-Match` when it is saved; `next` is the version \
            that the form then gets."
        }
        "checkStudioForm" => {
            "For an editor to call while somebody types. The text is judged as if it stood in its file. While anything is wrong \
            there is nothing to preview; what could be better keeps nothing from being tried or saved."
        }
        "saveStudioForm" => {
            "The text is kept whole or not at all, and gets the next number as the version of its form, whichever it names. With \
            mistakes it is refused with `invalid`; `params` of each error hold its `line`, `column`, `what` and `remedy`. \
            `stale` where the file was changed meanwhile; `current` is the form as it is now. Older versions can still be read. \
            Needs an `Idempotency-Key` and an `If-Match`."
        }
        "listStudioPersonas" => {
            "Type-ahead over everyone who is active, with what conditions and defaults of a form may look at."
        }
        "lookUpInStudio" => {
            "The same as `/lookups/{source}` gives to `requester`, for a question as it is written here. Keeps nothing."
        }
        "uploadAttachment" => {
            "First the file, then the ticket or comment that refers to its id, or the text of an article that shows it as \
            `![what is seen](/itsm/v1/attachments/ID)`. The type is decided by the content; names are \
            made safe. A file that nothing refers to may be removed after a day. Needs an `Idempotency-Key`; a repetition is the \
            same when name and content are."
        }
        "getPicture" => {
            "Pictures in articles are written as `![what is seen](picture:ID)`. PNG, JPEG, GIF or WebP, shown in a page and \
            therefore never guessed at (`X-Content-Type-Options: nosniff`). 404 also where nothing that the caller may know of shows it."
        }
        "getUpload" => {
            "For whoever began it. `attachment` is there once `offset` is `length`; its id goes into the ticket or comment."
        }
        "createUpload" => {
            "Where `features` holds `uploads`: tus 1.0 with the extensions creation, expiration and termination. `Upload-Metadata` \
            has to name the file, as `filename`. The reply says the same in its body and, for clients of tus, in `Location`, \
            relative to this address. Needs an `Idempotency-Key`."
        }
        "headUpload" => {
            "For whoever began it. What `Upload-Offset` counts is kept, whatever happens to the backend."
        }
        "appendUpload" => {
            "The body is the bytes from `Upload-Offset` on. What arrived of a call that broke off is kept: ask, and go on from \
            there. With the last piece the content is looked at; where its type is not taken, the answer is `file_type` and the \
            upload is gone."
        }
        "deleteUpload" => {
            "For whoever began it, and no longer wants it. A file that nothing refers to goes with it."
        }
        "downloadAttachment" => {
            "For whoever uploaded it, or may see where it is referred to: the ticket, a published text of an article that shows \
            it, or a proposal of one. Always offered as a download (`Content-Disposition: \
            attachment`) and never guessed at (`X-Content-Type-Options: nosniff`)."
        }
        _ => "",
    }
}
