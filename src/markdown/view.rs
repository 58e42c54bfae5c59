//! A tree as elements.

use super::{
    code::code_block,
    picture::{Sizes, picture, small_picture},
    read::read,
    table::table,
    target::{CONTRACT, Target},
    tree::{Alert, Footnote, Heading, Link, Node, Part, Text},
};
use crate::{
    i18n::m,
    ui::{Tag, Tone},
};
use guichet_contract::types::PictureSize;
use leptos::prelude::*;

/// `text` as elements, to go inside `.prose`. Nothing leads to a part of it.
pub fn markdown(text: &str) -> AnyView {
    sized(text, &[])
}

/// The same for a text of which the sizes of its pictures are known.
pub fn sized(text: &str, pictures: &[PictureSize]) -> AnyView {
    show(read(text, CONTRACT), pictures, None)
}

/// The same for a text that is the only one of its page: its headings and footnotes have ids, and `url` gives the address of
/// what has one.
pub fn article(text: &str, pictures: &[PictureSize], url: &dyn Fn(&str) -> String) -> AnyView {
    show(read(text, CONTRACT), pictures, Some(url))
}

fn show(text: Text, pictures: &[PictureSize], url: Option<&dyn Fn(&str) -> String>) -> AnyView {
    let sizes = Sizes::of(pictures);
    let writer = Writer { url, sizes: &sizes, linked: false };
    (writer.all(text.nodes), writer.notes(text.notes)).into_any()
}

/// Writes elements.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    /// The address of a part of the text; `None` where nothing leads there.
    url: Option<&'a dyn Fn(&str) -> String>,
    /// How large its pictures are.
    sizes: &'a Sizes,
    /// Whether it is in a link, where nothing else may be pressed.
    linked: bool,
}

impl Writer<'_> {
    /// Pieces, one after the other.
    pub fn all(self, nodes: Vec<Node>) -> Vec<AnyView> {
        nodes.into_iter().map(|node| self.one(node)).collect()
    }

    fn one(self, node: Node) -> AnyView {
        match node {
            Node::Text(text) => text.into_any(),
            Node::Code(text) => view! { <code>{text}</code> }.into_any(),
            Node::Break => view! { <br /> }.into_any(),
            Node::Rule => view! { <hr /> }.into_any(),
            Node::Task(done) => task(done),
            Node::Cite(number, nth) => self.cite(number, nth),
            Node::Picture(shown) => {
                let size = self.sizes.get(&shown.src);
                if self.linked { small_picture(shown, size) } else { picture(shown, size) }
            }
            Node::CodeBlock(code) => code_block(code),
            Node::Heading(heading) => self.heading(heading),
            Node::Link(link) => self.link(link),
            Node::Table(shown) => table(self, shown),
            Node::Numbers(first, items) => {
                let start = (first != 1).then(|| first.to_string());
                view! { <ol start=start>{self.all(items)}</ol> }.into_any()
            }
            Node::Alert(alert, inside) => self.alert(alert, inside),
            Node::Part(part, inside) => self.part(part, inside),
        }
    }

    fn part(self, part: Part, inside: Vec<Node>) -> AnyView {
        let inside = self.all(inside);
        match part {
            Part::Paragraph => view! { <p>{inside}</p> }.into_any(),
            Part::Quote => view! { <blockquote>{inside}</blockquote> }.into_any(),
            Part::Bullets => view! { <ul>{inside}</ul> }.into_any(),
            Part::Item => view! { <li>{inside}</li> }.into_any(),
            Part::Emphasis => view! { <em>{inside}</em> }.into_any(),
            Part::Strong => view! { <strong>{inside}</strong> }.into_any(),
            Part::Deleted => view! { <del>{inside}</del> }.into_any(),
        }
    }

    fn heading(self, heading: Heading) -> AnyView {
        let Heading { level, id, words, nodes } = heading;
        let url = self.url.map(|url| url(&id));
        let (id, inside) = (url.is_some().then_some(id), self.all(nodes));
        // The page's title is the only `h1`.
        let element = match level {
            1 | 2 => view! { <h2 id=id>{inside}</h2> }.into_any(),
            3 => view! { <h3 id=id>{inside}</h3> }.into_any(),
            4 => view! { <h4 id=id>{inside}</h4> }.into_any(),
            5 => view! { <h5 id=id>{inside}</h5> }.into_any(),
            _ => view! { <h6 id=id>{inside}</h6> }.into_any(),
        };
        let Some(url) = url else { return element };
        // Beside the heading and not in it: its name is its words and nothing else.
        let label = m::knowledge::link_to_part(&words);
        view! {
            <div class="anchored">
                {element}
                <a class="anchored__link no-print" href=url aria-label=label>"#"</a>
            </div>
        }
        .into_any()
    }

    fn link(self, link: Link) -> AnyView {
        let Link { target, title, nodes } = link;
        let inside = Self { linked: true, ..self }.all(nodes);
        let title = (!title.is_empty()).then_some(title);
        match target {
            Target::Inside(href) => view! { <a href=href title=title>{inside}</a> }.into_any(),
            Target::Contact(href) => {
                view! { <a href=href title=title rel="noopener">{inside}</a> }.into_any()
            }
            Target::Here(part) => match self.url {
                Some(url) => view! { <a href=url(&part) title=title>{inside}</a> }.into_any(),
                None => inside.into_any(),
            },
            Target::Outside(href) => {
                let note = format!(" ({})", m::knowledge::outside());
                view! {
                    <a href=href title=title rel="external noopener">
                        {inside} <span class="visually-hidden">{note}</span>
                    </a>
                }
                .into_any()
            }
            Target::Video(href) => view! {
                <a href=href title=title rel="external noopener">{inside}</a>
                " "
                <Tag>{m::knowledge::video()}</Tag>
            }
            .into_any(),
        }
    }

    fn alert(self, alert: Alert, inside: Vec<Node>) -> AnyView {
        let (tone, title) = match alert {
            Alert::Note => (Tone::Info, m::knowledge::alert_note()),
            Alert::Tip => (Tone::Ok, m::knowledge::alert_tip()),
            Alert::Important => (Tone::Info, m::knowledge::alert_important()),
            Alert::Warning => (Tone::Warn, m::knowledge::alert_warning()),
            Alert::Caution => (Tone::Bad, m::knowledge::alert_caution()),
        };
        let inside = self.all(inside);
        view! {
            <div class=tone.class("notice") role="note">
                <p class="notice__title">{title}</p>
                {inside}
            </div>
        }
        .into_any()
    }

    /// The number of a footnote, where the text refers to it.
    fn cite(self, number: usize, nth: usize) -> AnyView {
        let sign = number.to_string();
        let Some(url) = self.url.filter(|_| !self.linked) else {
            return view! { <sup>{sign}</sup> }.into_any();
        };
        let (href, label) = (url(&note_id(number)), m::knowledge::footnote(&sign));
        view! { <sup><a id=cite_id(number, nth) href=href aria-label=label>{sign}</a></sup> }.into_any()
    }

    /// The footnotes, below the text; nothing where there are none.
    fn notes(self, notes: Vec<Footnote>) -> Option<AnyView> {
        if notes.is_empty() {
            return None;
        }
        let items: Vec<AnyView> =
            notes.into_iter().enumerate().map(|(n, note)| self.note(n + 1, note)).collect();
        let section = view! {
            <section class="notes" aria-label=m::knowledge::footnotes()>
                <ol>{items}</ol>
            </section>
        };
        Some(section.into_any())
    }

    fn note(self, number: usize, note: Footnote) -> AnyView {
        let back = |nth: usize| {
            let href = self.url.map(|url| url(&cite_id(number, nth)))?;
            let label = m::knowledge::footnote_back(&number.to_string());
            Some(view! { <a class="no-print" href=href aria-label=label>"↩"</a> " " }.into_any())
        };
        let back: Vec<AnyView> = (1..=note.cited).filter_map(back).collect();
        let id = self.url.is_some().then(|| note_id(number));
        let inside = self.all(note.nodes);
        view! { <li id=id>{inside} {back}</li> }.into_any()
    }
}

/// Has a sign that no id of a heading has.
fn note_id(number: usize) -> String {
    format!("note:{number}")
}

fn cite_id(number: usize, nth: usize) -> String {
    format!("note:{number}:{nth}")
}

/// A box before something to do.
fn task(done: bool) -> AnyView {
    let (sign, label) =
        if done { ("☑", m::knowledge::task_done()) } else { ("☐", m::knowledge::task_open()) };
    view! { <span class="task" role="img" aria-label=label>{sign}</span> " " }.into_any()
}
