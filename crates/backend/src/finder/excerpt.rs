//! Passages of texts that show why something was found, where its title and its summary do not. They are read here alone:
//! the index that browsers are sent has no texts.

use super::documents::words;
use crate::content::Company;
use guichet_contract::types::{Hit, HitKind};
use guichet_rules::{
    ids::{ArticleId, GuideId, ItemId},
    person::Person,
};
use guichet_search::Matcher;
use pulldown_cmark::TagEnd;

/// How long a passage is at most, in bytes: two lines where a summary has one.
const LENGTH: usize = 160;

/// How many of the best hits get one: as many as the portal's page of results asks for.
const MOST: usize = 80;

/// How far a text is read, in bytes. Nobody waits for what a file of nonsense holds behind that.
const READ: usize = 100_000;

/// Gives a passage to each of `hits` that is explained by one, out of what `person` may read in `company`.
pub(super) fn add(hits: &mut [Hit], matcher: &Matcher, company: &Company, person: &Person) {
    for hit in hits.iter_mut().take(MOST) {
        let passage = text(hit, company, person).and_then(|text| passage(matcher, hit, text));
        if let Some(passage) = passage {
            hit.excerpt_marks = matcher.marks(&passage);
            hit.excerpt = Some(passage);
        }
    }
}

/// The CommonMark of what was found. Who finds it may know of it; that is looked at once more, because here it is read.
fn text<'c>(hit: &Hit, company: &'c Company, person: &Person) -> Option<&'c str> {
    let id = hit.id.as_str();
    match hit.kind {
        HitKind::Article => {
            let article = company.article(&ArticleId::new(id).ok()?)?;
            article.is_visible_to(person).then_some(article.body.as_str())
        }
        HitKind::Item => {
            let item = company.item(&ItemId::new(id).ok()?)?;
            item.is_visible_to(person).then_some(item.description.as_str())
        }
        HitKind::Guide => {
            let guide = company.guides.get(&GuideId::new(id).ok()?)?;
            guide.is_visible_to(company, person).then_some(guide.description.as_str())
        }
        HitKind::Ticket | HitKind::Other => None,
    }
}

/// The passage of `markdown` that has most of what was looked for; none where it would say no more than the summary in
/// whose place it stands.
fn passage(matcher: &Matcher, hit: &Hit, markdown: &str) -> Option<String> {
    let heading = hit.heading.as_ref().map_or("", |heading| heading.text.as_str());
    let beside = matcher.within(&hit.title) | matcher.within(heading);
    let told = (beside | matcher.within(&hit.summary)).count_ones();
    if told >= matcher.asked().count_ones() {
        return None;
    }
    let text = plain(markdown);
    let range = matcher.snippet(&text, LENGTH);
    let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
    let shown = text.get(range)?;
    if (beside | matcher.within(shown)).count_ones() <= told {
        return None;
    }
    let goes_on = |rest: &str| rest.chars().any(char::is_alphanumeric);
    let begin = if goes_on(before) { "… " } else { "" };
    let end = if goes_on(after) { " …" } else { "" };
    Some(format!("{begin}{shown}{end}"))
}

/// The words of CommonMark without those of its headings, as they are read: with a blank where something ends, and none
/// where words are only emphasised or lead somewhere.
fn plain(markdown: &str) -> String {
    let text = words(markdown, READ, |end| {
        !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
    });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finder::reply::reply;
    use guichet_search::{Document, Field, Index, Query, Scratch, Segments};

    /// What is shown of `markdown` to somebody who looks for `query`, with what is marked in brackets.
    fn shown(query: &str, markdown: &str) -> Option<String> {
        let document = Document::new("article:printer")
            .with(Field::Title, "Drucker")
            .with(Field::Keywords, "Papierstau")
            .with(Field::Summary, "Was dann hilft")
            .with(Field::Body, &plain(markdown))
            .with_heading("Kabel stecken", "kabel-stecken");
        let segments = Segments::new(Index::build([document], "de").unwrap());
        let answer = segments.search(&Query::new(query), &mut Scratch::default()).unwrap();
        let hit = reply(&answer).hits.remove(0);
        let text = passage(&answer.matcher, &hit, markdown)?;
        let marks = answer.matcher.marks(&text);
        let mut shown = String::new();
        for (at, c) in (0_u32..).zip(text.chars()) {
            shown.extend(marks.iter().filter(|(from, _)| *from == at).map(|_| '['));
            shown.push(c);
            shown.extend(marks.iter().filter(|(_, to)| *to == at + 1).map(|_| ']'));
        }
        Some(shown)
    }

    #[test]
    fn a_passage_shows_what_nothing_else_does() {
        for (query, markdown, expected) in [
            ("toner", "Leg neuen **Toner** ein.", Some("Leg neuen [Toner] ein.")),
            ("grosse", "Die *Grö*ße zählt.", Some("Die [Größe] zählt.")),
            ("tonre", "Leg neuen Toner ein.", Some("Leg neuen [Toner] ein.")),
            ("kartu", "Die Kartusche klemmt.", Some("Die [Kartusche] klemmt.")),
            ("drucker toner", "Neuer Toner", Some("Neuer [Toner]")),
            ("lpstat", "Gib ein:\n\n```sh\nlpstat -p\n```\n\nFertig.", Some("Gib ein: [lpstat] -p Fertig.")),
            ("toner", "- Eins\n  - Toner\n\n<b>Fett</b>", Some("Eins [Toner] Fett")),
            ("treiber", "Hol den [Treiber](https://a.example/treiber).", Some("Hol den [Treiber].")),
            // The title says it, the heading does, and it was found by a word that nobody sees.
            ("drucker", "Der Drucker druckt.", None),
            ("kabel", "Das Kabel.", None),
            ("papierstau", "Text", None),
        ] {
            assert_eq!(shown(query, markdown).as_deref(), expected, "{query} in {markdown:?}");
        }
    }

    #[test]
    fn a_passage_is_short_and_cut_at_words() {
        let (before, after) = ("Größe ".repeat(90), "Ende ".repeat(90));
        let text = shown("toner", &format!("{before}\n\nNeuer Toner hilft.\n\n{after}")).unwrap();
        assert!(text.starts_with("… Größe ") && text.ends_with(" Ende …"), "{text}");
        assert!(text.contains(" Neuer [Toner] hilft. ") && text.chars().count() <= LENGTH + 6, "{text}");
        let long = "x".repeat(9_000);
        assert_eq!(shown("toner", &format!("{long} Toner")).as_deref(), Some("… [Toner]"));
        assert_eq!(shown("toner", &format!("Toner {long}")).as_deref(), Some("[Toner] …"));
        assert_eq!(shown("kartu", &format!("Kartusche{long}")), None, "it has no room");
    }
}
