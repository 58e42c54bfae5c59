//! Every URL of the portal. Nothing else writes a path; a test below holds them still, since people keep links.
//!
//! Paths are relative to the base under which the portal is served, see [`set_base`].

mod place;

pub use place::{Place, place};

use std::cell::RefCell;

thread_local! {
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The base path, without a slash at its end: empty at the root of a host, `/it` below it.
pub fn set_base(base: &str) {
    BASE.with_borrow_mut(|b| *b = base.trim_end_matches('/').to_owned());
}

/// See [`set_base`].
pub fn base() -> String {
    BASE.with_borrow(Clone::clone)
}

fn at(path: &str) -> String {
    base() + path
}

fn at_with(path: &str, query: &[(&str, &str)]) -> String {
    let mut url = at(path);
    let set = query.iter().filter(|(_, value)| !value.is_empty());
    for (i, (name, value)) in set.enumerate() {
        url.push(if i == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        url.push_str(&String::from(js_encode(value)));
    }
    url
}

#[cfg(target_arch = "wasm32")]
fn js_encode(text: &str) -> js_sys::JsString {
    js_sys::encode_uri_component(text)
}

#[cfg(not(target_arch = "wasm32"))]
fn js_encode(text: &str) -> String {
    text.replace(' ', "%20")
}

/// Home.
pub fn home() -> String {
    at("/")
}

/// The catalog, filtered by words, shelf and price. Empty filters are left out.
pub fn services(words: &str, category: &str, only: &str) -> String {
    at_with("/services", &[("q", words), ("category", category), ("only", only)])
}

/// A catalog item.
pub fn service(item: &str) -> String {
    at(&format!("/services/{item}"))
}

/// The form of a catalog item.
pub fn request(item: &str) -> String {
    at(&format!("/services/{item}/request"))
}

/// The form of a catalog item at a step, a page by its number or `check`; for a line of the cart, or filled in from what was
/// ordered before. What is empty is left out.
pub fn request_for(item: &str, step: &str, line: &str, again: &str) -> String {
    at_with(&format!("/services/{item}/request"), &[("step", step), ("line", line), ("again", again)])
}

/// The cart.
pub fn cart() -> String {
    at("/cart")
}

/// A step of the cart: `check`; empty for its lines.
pub fn cart_step(step: &str) -> String {
    at_with("/cart", &[("step", step)])
}

/// The cart, with what was ordered with a request put into it once more.
pub fn cart_again(request: &str) -> String {
    at_with("/cart", &[("again", request)])
}

/// An order guide.
pub fn guide(guide: &str) -> String {
    at(&format!("/guides/{guide}"))
}

/// A step of an order guide: `items`; empty for its questions.
pub fn guide_step(guide: &str, step: &str) -> String {
    at_with(&format!("/guides/{guide}"), &[("step", step)])
}

/// Tickets, filtered.
pub fn tickets(scope: &str, phase: &str, words: &str) -> String {
    at_with("/tickets", &[("scope", scope), ("phase", phase), ("q", words)])
}

/// Tickets, filtered by their kind too.
pub fn tickets_of_kind(scope: &str, phase: &str, kind: &str, words: &str) -> String {
    at_with("/tickets", &[("scope", scope), ("phase", phase), ("kind", kind), ("q", words)])
}

/// A ticket.
pub fn ticket(id: &str) -> String {
    at(&format!("/tickets/{id}"))
}

/// A ticket just filed: the receipt.
pub fn receipt(id: &str) -> String {
    at_with(&format!("/tickets/{id}"), &[("new", "1")])
}

/// Report a problem.
pub fn report(title: &str) -> String {
    at_with("/report", &[("title", title)])
}

/// Articles, searched.
pub fn answers(words: &str, category: &str) -> String {
    at_with("/answers", &[("q", words), ("category", category)])
}

/// An article.
pub fn answer(article: &str) -> String {
    at(&format!("/answers/{article}"))
}

/// An article in a language; empty for the reader's own.
pub fn answer_in(article: &str, language: &str) -> String {
    at_with(&format!("/answers/{article}"), &[("language", language)])
}

/// A part of an article, by the id of its heading.
pub fn answer_part(article: &str, language: &str, part: &str) -> String {
    format!("{}#{part}", answer_in(article, language))
}

/// The versions of an article, or one of them by its number.
pub fn answer_versions(article: &str, language: &str, version: &str) -> String {
    at_with(&format!("/answers/{article}/versions"), &[("language", language), ("version", version)])
}

/// A new article, begun with a title and words that people look for it with, with commas between them, in a language. Each
/// may be empty; the language is the reader's then.
pub fn knowledge_write(title: &str, keywords: &str, language: &str) -> String {
    at_with("/knowledge/write", &[("title", title), ("keywords", keywords), ("language", language)])
}

/// A new article that is kept on the device alone, by what it is kept as.
pub fn knowledge_kept(kept: &str) -> String {
    at_with("/knowledge/write", &[("kept", kept)])
}

/// A draft that is gone on with.
pub fn knowledge_draft(proposal: &str) -> String {
    at_with("/knowledge/write", &[("draft", proposal)])
}

/// A change to an article in a language; empty for the one that the reader reads it in.
pub fn knowledge_edit(article: &str, language: &str) -> String {
    at_with(&format!("/knowledge/{article}/edit"), &[("language", language)])
}

/// A proposal, to be decided on.
pub fn knowledge_proposal(proposal: &str) -> String {
    at(&format!("/knowledge/proposals/{proposal}"))
}

/// The articles that somebody writes, decides on and keeps right.
pub fn knowledge_work() -> String {
    at("/knowledge/work")
}

/// What people look for, for those who look after the answers; filtered by what came of it, by a stretch of time, and by whether
/// something was decided about it (`done`).
pub fn knowledge_learning(outcome: &str, period: &str, show: &str) -> String {
    at_with("/knowledge/learning", &[("outcome", outcome), ("period", period), ("show", show)])
}

/// How articles do, in an order and over a stretch of time.
pub fn knowledge_figures(sort: &str, period: &str) -> String {
    at_with("/knowledge/figures", &[("sort", sort), ("period", period)])
}

/// Approvals.
pub fn approvals() -> String {
    at("/approvals")
}

/// An approval.
pub fn approval(id: &str) -> String {
    at(&format!("/approvals/{id}"))
}

/// Who decides for this person while they are away.
pub fn delegation() -> String {
    at("/approvals/delegation")
}

/// How the services do.
pub fn status() -> String {
    at("/status")
}

/// The forms, for those who write them.
pub fn studio() -> String {
    at("/studio")
}

/// The form of a catalog item, for those who write it; `step` is that of the form as it is tried, empty for the first.
pub fn studio_form(item: &str, step: &str) -> String {
    at_with(&format!("/studio/form/{item}"), &[("step", step)])
}

/// Sign in, then go on to `next`, a path of this portal.
pub fn sign_in(next: &str) -> String {
    at_with("/sign-in", &[("next", next)])
}

/// Search results for `words`.
pub fn search(words: &str) -> String {
    at_with("/search", &[("q", words)])
}

/// Search results, filtered by what they are, where they belong, their language and what they are about.
pub fn search_in(words: &str, kind: &str, category: &str, language: &str, service: &str) -> String {
    at_with(
        "/search",
        &[("q", words), ("kind", kind), ("category", category), ("language", language), ("service", service)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_people_keep_do_not_change() {
        set_base("/it/");
        let all = [
            home(),
            services("", "", ""),
            services("new laptop", "computers", "free"),
            service("laptop"),
            request("laptop"),
            request_for("laptop", "2", "", ""),
            request_for("laptop", "2", "l-1", ""),
            request_for("laptop", "", "", "REQ-1"),
            cart(),
            cart_step("check"),
            cart_again("REQ-1"),
            guide("new-employee"),
            guide_step("new-employee", "items"),
            tickets("", "", ""),
            tickets("groups", "open", ""),
            tickets_of_kind("", "ended", "incident", "vpn"),
            ticket("REQ-20418"),
            receipt("REQ-20418"),
            report(""),
            answers("vpn", ""),
            answer("vpn-does-not-connect"),
            answer_in("vpn-does-not-connect", "de"),
            answer_part("vpn-does-not-connect", "", "errors"),
            answer_part("vpn-does-not-connect", "de", "melden"),
            answer_versions("vpn-does-not-connect", "", ""),
            answer_versions("vpn-does-not-connect", "de", "2"),
            knowledge_write("", "", ""),
            knowledge_write("Door code", "door, badge", "de"),
            knowledge_kept("k-1"),
            knowledge_draft("p-1"),
            knowledge_edit("vpn-does-not-connect", ""),
            knowledge_edit("vpn-does-not-connect", "de"),
            knowledge_proposal("p-1"),
            knowledge_work(),
            knowledge_learning("", "", ""),
            knowledge_learning("no_result", "week", "done"),
            knowledge_figures("solved", "quarter"),
            approvals(),
            approval("a-1"),
            delegation(),
            status(),
            studio(),
            studio_form("laptop", ""),
            studio_form("laptop", "check"),
            sign_in(""),
            search("vpn"),
            search_in("vpn", "article", "network", "de", "vpn"),
        ];
        let expected = "/it/
/it/services
/it/services?q=new%20laptop&category=computers&only=free
/it/services/laptop
/it/services/laptop/request
/it/services/laptop/request?step=2
/it/services/laptop/request?step=2&line=l-1
/it/services/laptop/request?again=REQ-1
/it/cart
/it/cart?step=check
/it/cart?again=REQ-1
/it/guides/new-employee
/it/guides/new-employee?step=items
/it/tickets
/it/tickets?scope=groups&phase=open
/it/tickets?phase=ended&kind=incident&q=vpn
/it/tickets/REQ-20418
/it/tickets/REQ-20418?new=1
/it/report
/it/answers?q=vpn
/it/answers/vpn-does-not-connect
/it/answers/vpn-does-not-connect?language=de
/it/answers/vpn-does-not-connect#errors
/it/answers/vpn-does-not-connect?language=de#melden
/it/answers/vpn-does-not-connect/versions
/it/answers/vpn-does-not-connect/versions?language=de&version=2
/it/knowledge/write
/it/knowledge/write?title=Door%20code&keywords=door,%20badge&language=de
/it/knowledge/write?kept=k-1
/it/knowledge/write?draft=p-1
/it/knowledge/vpn-does-not-connect/edit
/it/knowledge/vpn-does-not-connect/edit?language=de
/it/knowledge/proposals/p-1
/it/knowledge/work
/it/knowledge/learning
/it/knowledge/learning?outcome=no_result&period=week&show=done
/it/knowledge/figures?sort=solved&period=quarter
/it/approvals
/it/approvals/a-1
/it/approvals/delegation
/it/status
/it/studio
/it/studio/form/laptop
/it/studio/form/laptop?step=check
/it/sign-in
/it/search?q=vpn
/it/search?q=vpn&kind=article&category=network&language=de&service=vpn";
        assert_eq!(all.join("\n"), expected);
    }
}
