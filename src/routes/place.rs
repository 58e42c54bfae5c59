//! The other way round: which page a path names.

use super::base;

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
    /// The versions of an article; parameter `article`.
    Versions,
    /// A new article, or a draft.
    Write,
    /// A change to an article; parameter `article`.
    EditArticle,
    /// A proposal; parameter `proposal`.
    Proposal,
    /// The articles that somebody writes and keeps right.
    KnowledgeWork,
    /// What people look for.
    Learning,
    /// How articles do.
    Figures,
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
        ["answers", article, "versions"] => (Place::Versions, Some(("article", article))),
        ["knowledge", "write"] => (Place::Write, None),
        ["knowledge", "work"] => (Place::KnowledgeWork, None),
        ["knowledge", article, "edit"] => (Place::EditArticle, Some(("article", article))),
        ["knowledge", "proposals", proposal] => (Place::Proposal, Some(("proposal", proposal))),
        ["knowledge", "learning"] => (Place::Learning, None),
        ["knowledge", "figures"] => (Place::Figures, None),
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
    use crate::routes::*;

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
            (answer_versions("vpn", "", ""), (Place::Versions, Some(("article", "vpn")))),
            (knowledge_write("", "", ""), (Place::Write, None)),
            (knowledge_edit("vpn", ""), (Place::EditArticle, Some(("article", "vpn")))),
            (knowledge_proposal("p-1"), (Place::Proposal, Some(("proposal", "p-1")))),
            (knowledge_work(), (Place::KnowledgeWork, None)),
            (knowledge_learning("", "", ""), (Place::Learning, None)),
            (knowledge_figures("", ""), (Place::Figures, None)),
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
