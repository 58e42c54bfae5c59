//! Many people at once: addresses that somebody pastes, and what became of each.

use super::{ordering::Ordering, whom::add};
use crate::{
    api::{ApiError, fetch_once},
    i18n::m,
    ui::{Button, FieldText, TextArea, use_announcer},
};
use guichet_contract::{
    endpoints::{LookupPath, Lookups},
    types::{LookupQuery, ORDER_PEOPLE_MAX, PersonRef},
};
use guichet_rules::{form::SourceList, ids::PersonId};
use leptos::{prelude::*, task::spawn_local};

/// Addresses in one call: they stand in its address, which has to stay short of what servers take.
const AT_ONCE: usize = 40;

/// What became of the addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    /// So many people were added; for these entries nobody is known, and for these people there was no room.
    Done { added: usize, unknown: Vec<String>, left: Vec<String> },
    /// They could not be looked up.
    Failed(String),
}

/// What somebody pasted.
#[derive(Debug, Default, PartialEq, Eq)]
struct Pasted {
    /// The addresses in it, each once, in small letters.
    addresses: Vec<String>,
    /// What is none, as it was written: names alone, for instance.
    others: Vec<String>,
}

/// Reads a text as people copy it: `Ada <ada@acme.example>; ben@acme.example`.
fn read(text: &str) -> Pasted {
    let mut pasted = Pasted::default();
    for entry in text.split(['\n', '\r', ';']) {
        let mut names = Vec::new();
        for part in entry.split(',') {
            if part.contains('@') {
                if part.contains('<') {
                    // `Lind, Ada <ada@acme.example>` is one entry.
                    names.pop();
                }
                addresses(part, &mut pasted.addresses);
            } else {
                names.push(part);
            }
        }
        let names = names.iter().map(|name| name.trim_matches(|c: char| c.is_whitespace() || c == '"'));
        pasted.others.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    pasted
}

/// Adds the addresses in a part of a text to `all`.
fn addresses(part: &str, all: &mut Vec<String>) {
    let apart = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')');
    for word in part.split(apart).filter(|word| word.contains('@')) {
        let address = word.trim_matches('.').to_lowercase();
        if !all.contains(&address) {
            all.push(address);
        }
    }
}

/// The field for a list of addresses.
pub fn paste(ordering: Ordering) -> AnyView {
    let text = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Outcome>);
    let announcer = use_announcer();
    let press = Callback::new(move |()| {
        let Pasted { addresses: wanted, others } = read(&text.get_untracked());
        if wanted.is_empty() && others.is_empty() {
            outcome.set(Some(Outcome::Failed(m::cart::paste_none())));
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let found = look_up(&wanted).await;
            // The page may be gone.
            if busy.try_set(false).is_some() {
                return;
            }
            let told = match found {
                Err(error) => Outcome::Failed(error.words()),
                Ok(found) => {
                    let unknown =
                        wanted.into_iter().filter(|w| !found.iter().any(|(address, _)| address == w));
                    let unknown: Vec<String> = unknown.chain(others).collect();
                    let people: Vec<PersonRef> = found.into_iter().map(|(_, person)| person).collect();
                    let count = people.len();
                    let left: Vec<String> = add(ordering, people).into_iter().map(|p| p.name).collect();
                    // What was understood need not be mended.
                    text.set(unknown.join("\n"));
                    announcer.say(m::cart::paste_added(number(count - left.len())));
                    Outcome::Done { added: count - left.len(), unknown, left }
                }
            };
            outcome.set(Some(told));
        });
    });
    let field = FieldText::new(m::cart::paste()).hint(Signal::stored(Some(m::cart::paste_hint())));
    view! {
        <details>
            <summary class="link">{m::cart::paste_open()}</summary>
            <div class="stack stack--small">
                <TextArea field=field value=text on_input=Callback::new(move |typed: String| text.set(typed))/>
                <p><Button small=true busy=busy on_press=press>{m::cart::paste_add()}</Button></p>
                <div role="status">{move || outcome.get().map(report)}</div>
            </div>
        </details>
    }
    .into_any()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn report(outcome: Outcome) -> AnyView {
    match outcome {
        Outcome::Failed(words) => view! { <p class="field__error">{words}</p> }.into_any(),
        Outcome::Done { added, unknown, left } => {
            let unknown = (!unknown.is_empty()).then(|| {
                let rows = unknown.into_iter().map(|address| view! { <li>{address}</li> }).collect_view();
                view! { <p class="field__error">{m::cart::paste_unknown()}</p> <ul>{rows}</ul> }
            });
            let left = (!left.is_empty()).then(|| {
                let words = m::cart::paste_left(&ORDER_PEOPLE_MAX.to_string(), &left.join(", "));
                view! { <p class="field__error">{words}</p> }
            });
            view! { <p>{m::cart::paste_added(number(added))}</p> {unknown} {left} }.into_any()
        }
    }
}

/// Who has these addresses, each with the address as it was asked for.
async fn look_up(wanted: &[String]) -> Result<Vec<(String, PersonRef)>, ApiError> {
    let mut found = Vec::new();
    for part in wanted.chunks(AT_ONCE) {
        let path = LookupPath { source: SourceList::People.name().to_owned() };
        let query = LookupQuery {
            emails: Some(part.join(",")),
            facts: Some(true),
            limit: u32::try_from(AT_ONCE).ok(),
            ..LookupQuery::default()
        };
        for person in fetch_once::<Lookups>(&path, &query).await? {
            let address = person.facts.get("email").map(|email| email.to_lowercase()).unwrap_or_default();
            // A backend that does not know the parameter gives anybody.
            if let (true, Ok(id)) = (part.contains(&address), PersonId::new(person.id)) {
                found.push((address, PersonRef { id, name: person.label, about: person.hint }));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn addresses_are_read_as_people_copy_them() {
        let pasted = read(
            "Ada Lind <Ada@acme.example>; ben@acme.example,\nada@acme.example\t\"Cleo\" (cleo@acme.example).\n\n",
        );
        assert_eq!(pasted.addresses, ["ada@acme.example", "ben@acme.example", "cleo@acme.example"]);
        assert!(pasted.others.is_empty(), "{:?}", pasted.others);
        let pasted = read("\"Lind, Ada\" <ada@acme.example>, Berg, Ben <ben@acme.example>");
        assert_eq!(pasted.addresses, ["ada@acme.example", "ben@acme.example"]);
        assert!(pasted.others.is_empty(), "{:?}", pasted.others);
    }

    #[test]
    fn what_is_no_address_is_not_passed_over() {
        let pasted = read("Ada Lind\nben@acme.example; Cleo, Dora Berg\r\n eve@acme.example, Finn");
        assert_eq!(pasted.addresses, ["ben@acme.example", "eve@acme.example"]);
        assert_eq!(pasted.others, ["Ada Lind", "Cleo", "Dora Berg", "Finn"]);
        assert_eq!(read(" ,; \n"), super::Pasted::default());
    }
}
