//! Every URL of the portal. Nothing else writes a path; a test below holds them still, since people keep links.
//!
//! Paths are relative to the base under which the portal is served, see [`set_base`].

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

/// A part of an article, by the id of its heading.
pub fn answer_part(article: &str, part: &str) -> String {
    at(&format!("/answers/{article}#{part}"))
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

/// A page of the portal, as its path names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Home.
    Home,
    /// The catalog.
    Services,
    /// A catalog item; parameter `item`.
    Service,
    /// The form of a catalog item; parameter `item`.
    Request,
    /// The cart.
    Cart,
    /// An order guide; parameter `guide`.
    Guide,
    /// Tickets.
    Tickets,
    /// A ticket; parameter `ticket`.
    Ticket,
    /// Report a problem.
    Report,
    /// Articles.
    Answers,
    /// An article; parameter `article`.
    Answer,
    /// Approvals.
    Approvals,
    /// An approval; parameter `approval`.
    Approval,
    /// Who decides for this person while they are away.
    Delegation,
    /// How the services do.
    Status,
    /// The forms, for those who write them.
    Studio,
    /// The form of a catalog item, for those who write it; parameter `item`.
    StudioForm,
    /// Search results.
    Search,
    /// Sign in.
    SignIn,
    /// No page of ours.
    Nowhere,
}

/// The page that `path` names, and its parameter.
pub fn place(path: &str) -> (Place, Option<(&'static str, &str)>) {
    let base = base();
    let Some(rest) = path.strip_prefix(base.as_str()) else { return (Place::Nowhere, None) };
    let segments: Vec<&str> = rest.split('/').filter(|s| !s.is_empty()).collect();
    match segments.as_slice() {
        [] => (Place::Home, None),
        ["services"] => (Place::Services, None),
        ["services", item] => (Place::Service, Some(("item", item))),
        ["services", item, "request"] => (Place::Request, Some(("item", item))),
        ["cart"] => (Place::Cart, None),
        ["guides", guide] => (Place::Guide, Some(("guide", guide))),
        ["tickets"] => (Place::Tickets, None),
        ["tickets", ticket] => (Place::Ticket, Some(("ticket", ticket))),
        ["report"] => (Place::Report, None),
        ["answers"] => (Place::Answers, None),
        ["answers", article] => (Place::Answer, Some(("article", article))),
        ["approvals"] => (Place::Approvals, None),
        ["approvals", "delegation"] => (Place::Delegation, None),
        ["approvals", approval] => (Place::Approval, Some(("approval", approval))),
        ["status"] => (Place::Status, None),
        ["studio"] => (Place::Studio, None),
        ["studio", "form", item] => (Place::StudioForm, Some(("item", item))),
        ["search"] => (Place::Search, None),
        ["sign-in"] => (Place::SignIn, None),
        _ => (Place::Nowhere, None),
    }
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
            answer_part("vpn-does-not-connect", "errors"),
            approvals(),
            approval("a-1"),
            delegation(),
            status(),
            studio(),
            studio_form("laptop", ""),
            studio_form("laptop", "check"),
            sign_in(""),
            search("vpn"),
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
/it/answers/vpn-does-not-connect#errors
/it/approvals
/it/approvals/a-1
/it/approvals/delegation
/it/status
/it/studio
/it/studio/form/laptop
/it/studio/form/laptop?step=check
/it/sign-in
/it/search?q=vpn";
        assert_eq!(all.join("\n"), expected);
    }

    #[test]
    fn every_path_leads_to_its_page() {
        set_base("/it/");
        for (path, expected) in [
            (home(), (Place::Home, None)),
            ("/it".to_owned(), (Place::Home, None)),
            (services("", "", ""), (Place::Services, None)),
            (service("laptop"), (Place::Service, Some(("item", "laptop")))),
            (request("laptop"), (Place::Request, Some(("item", "laptop")))),
            (cart(), (Place::Cart, None)),
            (guide("new-employee"), (Place::Guide, Some(("guide", "new-employee")))),
            (tickets("", "", ""), (Place::Tickets, None)),
            (ticket("REQ-1"), (Place::Ticket, Some(("ticket", "REQ-1")))),
            (report(""), (Place::Report, None)),
            (answers("", ""), (Place::Answers, None)),
            (answer("vpn"), (Place::Answer, Some(("article", "vpn")))),
            (approvals(), (Place::Approvals, None)),
            (approval("a-1"), (Place::Approval, Some(("approval", "a-1")))),
            (delegation(), (Place::Delegation, None)),
            (status(), (Place::Status, None)),
            (studio(), (Place::Studio, None)),
            (studio_form("vpn", ""), (Place::StudioForm, Some(("item", "vpn")))),
            (search(""), (Place::Search, None)),
            (sign_in(""), (Place::SignIn, None)),
            ("/it/elsewhere".to_owned(), (Place::Nowhere, None)),
            ("/other".to_owned(), (Place::Nowhere, None)),
        ] {
            assert_eq!(place(&path), expected, "{path}");
        }
    }
}
