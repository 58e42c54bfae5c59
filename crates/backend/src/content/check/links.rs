//! CommonMark that a portal can show: no raw HTML, and links that lead somewhere.

use super::super::{Company, Report, folder::Folder, form::question_at, pointer::join};
use super::references::{Known, Thing};
use guichet_rules::form::Kind;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

pub(super) fn check(folder: &Folder, company: &Company, known: &Known, report: &mut Report) {
    for file in folder.articles.iter().filter(|file| file.language == company.language) {
        let Some(doc) = folder.docs.get(&file.file) else { continue };
        for (offset, what, remedy) in faults(&file.body, known) {
            let mut problem = doc.problem("", what, remedy);
            problem.line = Some(file.line + offset);
            report.add(problem);
        }
    }
    for item in company.items.values() {
        let Some(doc) = folder.docs.get(&format!("items/{}.yaml", item.id)) else { continue };
        let mut text = |at: &str, text: &str| {
            for (_, what, remedy) in faults(text, known) {
                report.add(doc.text_problem(at, &company.language, what, remedy));
            }
        };
        text("/description", &item.description);
        for (p, page) in item.form.pages.iter().enumerate() {
            for (q, question) in page.questions.iter().enumerate() {
                if let Kind::Paragraph { text: shown } | Kind::Notice { text: shown } = &question.kind {
                    text(&join(&question_at(p, q), "text"), shown);
                }
            }
        }
    }
}

/// What is wrong with `markdown`: how many lines below its first, what, and what to do.
fn faults(markdown: &str, known: &Known) -> Vec<(usize, String, String)> {
    let mut faults = Vec::new();
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        let fault = match event {
            Event::Start(Tag::HtmlBlock) => Some(html("")),
            Event::InlineHtml(tag) => Some(html(&tag)),
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => {
                leads_nowhere(&dest_url, known)
            }
            _ => None,
        };
        if let Some((what, remedy)) = fault {
            let before = markdown.get(..range.start).unwrap_or_default();
            faults.push((before.matches('\n').count(), what, remedy));
        }
    }
    faults
}

fn html(tag: &str) -> (String, String) {
    let space = if tag.is_empty() { "" } else { " " };
    let remedy = "write it in Markdown, between backticks, or with \\ before the <";
    (format!("raw HTML{space}{tag}"), remedy.to_owned())
}

fn leads_nowhere(to: &str, known: &Known) -> Option<(String, String)> {
    match to.split_once(':') {
        Some(("article", id)) => known.missing(Thing::Article, id),
        Some(("item", id)) => known.missing(Thing::Item, id),
        Some(("https" | "http" | "mailto" | "tel", _)) => None,
        _ if to.starts_with('#') => None,
        _ => {
            let remedy =
                "write article:ID, item:ID, or an address that begins with https://, mailto: or tel:";
            Some((format!("the link '{to}' leads nowhere"), remedy.to_owned()))
        }
    }
}
