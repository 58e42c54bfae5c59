//! A text as elements, one by one as the parser comes to them.

use super::{
    headings::{Ids, depth},
    parser,
    target::{Target, target},
};
use crate::api;
use guichet_contract::commonmark;
use leptos::prelude::*;
use pulldown_cmark::{Event, LinkType, Parser, Tag};

/// `text` as elements, to go inside `.prose`.
pub fn markdown(text: &str) -> AnyView {
    let mut writer = Writer {
        events: parser(text),
        plain: String::new(),
        ids: Ids::default(),
        labels: Vec::new(),
        column: 0,
    };
    writer.inside().into_any()
}

struct Writer<'a> {
    events: Parser<'a>,
    /// The words of what is being written, for the ids of headings, labels of cells and alternatives of images.
    plain: String,
    ids: Ids,
    /// The column headings of the table that is being written: on a phone each cell says its own.
    labels: Vec<String>,
    column: usize,
}

impl Writer<'_> {
    /// Everything up to the end of the element that is open.
    fn inside(&mut self) -> Vec<AnyView> {
        let mut views = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(tag) => views.push(self.element(tag)),
                Event::End(_) => break,
                Event::Text(text) => {
                    self.plain.push_str(&text);
                    views.push(text.into_string().into_any());
                }
                Event::Code(text) => {
                    self.plain.push_str(&text);
                    views.push(view! { <code>{text.into_string()}</code> }.into_any());
                }
                Event::SoftBreak => {
                    self.plain.push(' ');
                    views.push(" ".into_any());
                }
                Event::HardBreak => {
                    self.plain.push(' ');
                    views.push(view! { <br /> }.into_any());
                }
                Event::Rule => views.push(view! { <hr /> }.into_any()),
                // Raw HTML, and what is not switched on.
                _ => {}
            }
        }
        views
    }

    /// As [`inside`](Self::inside), with its words.
    fn inside_with_words(&mut self) -> (Vec<AnyView>, String) {
        let outer = std::mem::take(&mut self.plain);
        let views = self.inside();
        let words = std::mem::replace(&mut self.plain, outer);
        self.plain.push_str(&words);
        (views, words)
    }

    fn element(&mut self, tag: Tag<'_>) -> AnyView {
        match tag {
            Tag::Paragraph => {
                let inside = self.inside();
                view! { <p>{inside}</p> }.into_any()
            }
            Tag::Heading { level, .. } => self.heading(depth(level)),
            Tag::BlockQuote(_) => {
                let inside = self.inside();
                view! { <blockquote>{inside}</blockquote> }.into_any()
            }
            Tag::CodeBlock(_) => {
                let inside = self.inside();
                // Long lines scroll; the keyboard must reach them.
                view! { <pre tabindex="0"><code>{inside}</code></pre> }.into_any()
            }
            Tag::List(None) => {
                let inside = self.inside();
                view! { <ul>{inside}</ul> }.into_any()
            }
            Tag::List(Some(first)) => {
                let start = (first != 1).then(|| first.to_string());
                let inside = self.inside();
                view! { <ol start=start>{inside}</ol> }.into_any()
            }
            Tag::Item => {
                let inside = self.inside();
                view! { <li>{inside}</li> }.into_any()
            }
            Tag::Emphasis => {
                let inside = self.inside();
                view! { <em>{inside}</em> }.into_any()
            }
            Tag::Strong => {
                let inside = self.inside();
                view! { <strong>{inside}</strong> }.into_any()
            }
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            Tag::Image { dest_url, .. } => self.image(&dest_url),
            Tag::Table(_) => self.table(),
            Tag::TableHead => {
                self.column = 0;
                let inside = self.inside();
                view! { <thead><tr>{inside}</tr></thead> }.into_any()
            }
            Tag::TableRow => {
                self.column = 0;
                let inside = self.inside();
                view! { <tr>{inside}</tr> }.into_any()
            }
            Tag::TableCell => self.cell(),
            _ => self.inside().into_any(),
        }
    }

    fn heading(&mut self, depth: u8) -> AnyView {
        let (inside, words) = self.inside_with_words();
        let id = self.ids.unique(&words);
        match depth {
            2 => view! { <h2 id=id>{inside}</h2> }.into_any(),
            3 => view! { <h3 id=id>{inside}</h3> }.into_any(),
            _ => view! { <h4 id=id>{inside}</h4> }.into_any(),
        }
    }

    fn link(&mut self, kind: LinkType, url: &str) -> AnyView {
        let inside = self.inside();
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url.to_owned() };
        match target(&url) {
            Some(Target::Inside(href)) => view! { <a href=href>{inside}</a> }.into_any(),
            Some(Target::Outside(href)) => {
                view! { <a href=href rel="external noopener">{inside}</a> }.into_any()
            }
            None => inside.into_any(),
        }
    }

    fn image(&mut self, url: &str) -> AnyView {
        let (_, words) = self.inside_with_words();
        match commonmark::picture(url).map(|id| api::url_of_attachment(id.as_str())) {
            Some(src) => view! { <img src=src alt=words loading="lazy" /> }.into_any(),
            None => words.into_any(),
        }
    }

    fn table(&mut self) -> AnyView {
        self.labels.clear();
        // The head comes first, always.
        let mut rows = self.inside().into_iter();
        let head = rows.next();
        let rows: Vec<AnyView> = rows.collect();
        view! {
            <div class="table-wrap">
                <table class="table">{head} <tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }

    fn cell(&mut self) -> AnyView {
        let (inside, words) = self.inside_with_words();
        let column = self.column;
        self.column += 1;
        match self.labels.get(column).cloned() {
            // As a card on a phone, a cell lays out its label and one thing.
            Some(label) => view! { <td data-label=label><div>{inside}</div></td> }.into_any(),
            // No label yet: this is the head.
            None => {
                self.labels.push(words);
                view! { <th scope="col">{inside}</th> }.into_any()
            }
        }
    }
}
