//! Texts that a portal can show: no raw HTML, links and pictures that lead somewhere, pictures that are described.

use super::super::{Company, Report, folder::Folder, form::question_at, keys::did_you_mean, pointer::join};
use super::references::{Known, Thing};
use guichet_contract::commonmark::{self, Heading, Link, Picture};
use guichet_rules::{
    form::{Form, Kind},
    ids::ArticleId,
};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

pub(super) fn check(folder: &Folder, company: &Company, known: &Known, report: &mut Report) {
    let around = Around { company, known };
    for file in folder.articles.iter().filter(|file| file.language == company.language) {
        let Some(doc) = folder.docs.get(&file.file) else { continue };
        for (offset, what, remedy) in faults(&file.body, &around) {
            let mut problem = doc.problem("", what, remedy);
            (problem.line, problem.column) = (Some(file.line + offset), None);
            report.add(problem);
        }
    }
    if let Some(doc) = folder.docs.get("problems.yaml") {
        for (n, problem) in company.problems.iter().enumerate() {
            for (_, what, remedy) in faults(&problem.workaround, &around) {
                report.add(doc.text_problem(&format!("/{n}/workaround"), &company.language, what, remedy));
            }
        }
    }
    for item in company.items.values() {
        let file = format!("items/{}.yaml", item.id);
        texts(folder, &around, (file.as_str(), item.description.as_str(), item.form.form()), report);
    }
    for guide in company.guides.values() {
        let file = format!("guides/{}.yaml", guide.id);
        texts(folder, &around, (file.as_str(), guide.description.as_str(), guide.form.form()), report);
    }
}

/// What links can lead to.
struct Around<'a> {
    company: &'a Company,
    known: &'a Known,
}

/// The description of an item or a guide, and the texts in its form.
fn texts(
    folder: &Folder,
    around: &Around<'_>,
    (file, description, form): (&str, &str, &Form),
    report: &mut Report,
) {
    let Some(doc) = folder.docs.get(file) else { return };
    let mut text = |at: &str, text: &str| {
        for (_, what, remedy) in faults(text, around) {
            report.add(doc.text_problem(at, &around.company.language, what, remedy));
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
fn faults(markdown: &str, around: &Around<'_>) -> Vec<(usize, String, String)> {
    let headings = commonmark::headings(markdown);
    let mut faults = Vec::new();
    // Whether a picture is open that nobody has said a word about.
    let mut undescribed = false;
    for (event, range) in commonmark::parser(markdown).into_offset_iter() {
        let fault = match event {
            Event::Start(Tag::HtmlBlock) => Some(html("")),
            Event::InlineHtml(tag) => Some(html(&tag)),
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => {
                leads_nowhere(&dest_url, &headings, around)
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                undescribed = true;
                unseen(&dest_url, around.known)
            }
            Event::Text(_) | Event::Code(_) => {
                undescribed = false;
                None
            }
            Event::End(TagEnd::Image) if undescribed => Some(undescribed_picture()),
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

fn leads_nowhere(to: &str, headings: &[Heading], around: &Around<'_>) -> Option<(String, String)> {
    match commonmark::link(to) {
        Some(Link::Article(id)) => around.known.missing(Thing::Article, id.as_str()),
        Some(Link::ArticlePart(id, part)) => {
            let missing = around.known.missing(Thing::Article, id.as_str());
            missing.or_else(|| no_such_part(to, &id, part, around.company))
        }
        Some(Link::Item(id)) => around.known.missing(Thing::Item, id.as_str()),
        Some(Link::Here(part)) => {
            let there: Vec<String> = headings.iter().map(|heading| format!("#{}", heading.id)).collect();
            if headings.iter().any(|heading| heading.id == part) {
                return None;
            }
            let remedy = did_you_mean(to, there.iter().map(String::as_str), &one_of(&there));
            Some((format!("the link '{to}' leads to no heading of this text"), remedy))
        }
        Some(Link::Outside(_) | Link::Video(_) | Link::Contact(_)) => None,
        None => {
            let remedy = "write article:ID, item:ID, #heading, or an address that begins with https://, mailto: or tel:";
            Some((format!("the link '{to}' leads nowhere"), remedy.to_owned()))
        }
    }
}

/// Why a link to a part of another article would end at its top.
fn no_such_part(to: &str, id: &ArticleId, part: &str, company: &Company) -> Option<(String, String)> {
    let article = company.article(id)?;
    let headings = commonmark::headings(&article.body);
    if headings.iter().any(|heading| heading.id == part) {
        return None;
    }
    let there: Vec<String> = headings.iter().map(|heading| format!("article:{id}#{}", heading.id)).collect();
    let remedy = did_you_mean(to, there.iter().map(String::as_str), &format!("write article:{id} alone"));
    Some((format!("the link '{to}' leads to no heading of that article"), remedy))
}

fn one_of(there: &[String]) -> String {
    if there.is_empty() {
        "give the text a heading, or write the words alone".to_owned()
    } else {
        format!("write one of {}", there.join(", "))
    }
}

/// Why nobody would see a picture. An attachment is there for whoever sees the ticket that it came with.
fn unseen(picture: &str, known: &Known) -> Option<(String, String)> {
    let why = match commonmark::picture(picture) {
        Some(Picture::Article(id)) => return known.missing(Thing::Picture, id.as_str()),
        None => "portals fetch none from other addresses",
        Some(Picture::Attachment(_)) => "it belongs to a ticket, and not to content",
    };
    let what = format!("the picture '{picture}' would not be shown: {why}");
    Some((what, "put it into pictures/ and write ![what is seen](picture:NAME)".to_owned()))
}

fn undescribed_picture() -> (String, String) {
    let remedy = "write what is seen on it between the square brackets, for those who do not see it";
    ("the picture has no description".to_owned(), remedy.to_owned())
}
