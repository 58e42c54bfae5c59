//! CommonMark that a portal can show: no raw HTML, no pictures, and links that lead somewhere.

use super::super::{Company, Report, folder::Folder, form::question_at, pointer::join};
use super::references::{Known, Thing};
use guichet_contract::commonmark::{self, Link};
use guichet_rules::form::{Form, Kind};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

pub(super) fn check(folder: &Folder, company: &Company, known: &Known, report: &mut Report) {
    for file in folder.articles.iter().filter(|file| file.language == company.language) {
        let Some(doc) = folder.docs.get(&file.file) else { continue };
        for (offset, what, remedy) in faults(&file.body, known) {
            let mut problem = doc.problem("", what, remedy);
            (problem.line, problem.column) = (Some(file.line + offset), None);
            report.add(problem);
        }
    }
    for item in company.items.values() {
        let file = format!("items/{}.yaml", item.id);
        texts(folder, company, known, (file.as_str(), item.description.as_str(), item.form.form()), report);
    }
    for guide in company.guides.values() {
        let file = format!("guides/{}.yaml", guide.id);
        texts(folder, company, known, (file.as_str(), guide.description.as_str(), guide.form.form()), report);
    }
}

/// The description of an item or a guide, and the texts in its form.
fn texts(
    folder: &Folder,
    company: &Company,
    known: &Known,
    (file, description, form): (&str, &str, &Form),
    report: &mut Report,
) {
    let Some(doc) = folder.docs.get(file) else { return };
    let mut text = |at: &str, text: &str| {
        for (_, what, remedy) in faults(text, known) {
            report.add(doc.text_problem(at, &company.language, what, remedy));
        }
    };
    text("/description", description);
    for (p, page) in form.pages.iter().enumerate() {
        for (q, question) in page.questions.iter().enumerate() {
            let at = question_at(p, q);
            if let Kind::Paragraph { text: shown } | Kind::Notice { text: shown } = &question.kind {
                text(&join(&at, "text"), shown);
            }
            for (c, column) in question.kind.columns().iter().enumerate() {
                if let Kind::Paragraph { text: shown } | Kind::Notice { text: shown } = &column.kind {
                    text(&format!("{at}/questions/{c}/text"), shown);
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
            Event::Start(Tag::Image { dest_url, .. }) => Some(unseen(&dest_url)),
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
    match commonmark::link(to) {
        Some(Link::Article(id)) => known.missing(Thing::Article, id.as_str()),
        Some(Link::Item(id)) => known.missing(Thing::Item, id.as_str()),
        Some(Link::Here(_) | Link::Outside(_)) => None,
        None => {
            let remedy =
                "write article:ID, item:ID, or an address that begins with https://, mailto: or tel:";
            Some((format!("the link '{to}' leads nowhere"), remedy.to_owned()))
        }
    }
}

/// Why nobody would see a picture. An attachment is there for whoever sees the ticket that it came with.
fn unseen(picture: &str) -> (String, String) {
    let what = match commonmark::picture(picture) {
        None => {
            format!("the picture '{picture}' would not be shown: portals fetch none from other addresses")
        }
        Some(_) => {
            format!("the picture '{picture}' would not be shown: it belongs to a ticket, and not to content")
        }
    };
    (what, "say it in words, or link to it: [words](https://…)".to_owned())
}
