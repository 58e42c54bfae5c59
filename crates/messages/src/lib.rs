//! The portal's words live in `src/messages/<area>.<language>.toml`. This crate reads them, refuses a language
//! that lacks a message or a place, and makes of them
//!
//! - Rust functions, one a message, so that a misspelt key or a forgotten value does not compile ([`rust`]),
//! - a text file a language, a line a message, which the browser fetches ([`lines`]).
//!
//! A message may hold places, `{name}`. A message of two forms, `key = { one = "…", other = "…" }`, takes a `count` and
//! chooses by the language's plural rules.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

/// One message of the reference language, with its translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `area.key`.
    pub key: String,
    /// Its forms: one, or singular and plural.
    pub forms: Vec<Form>,
}

/// One form of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// A text a language, in the order of [`Catalog::languages`].
    pub texts: Vec<String>,
}

/// All messages in all languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// The languages; the first is the reference.
    pub languages: Vec<String>,
    /// In the order of the reference file.
    pub messages: Vec<Message>,
}

/// What is wrong with the message files.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// A file cannot be read.
    #[error("{file} cannot be read")]
    Read {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file is no TOML.
    #[error("{file} is not valid TOML")]
    Parse {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// The files do not say the same.
    #[error("{}", .0.join("\n"))]
    Mismatch(Vec<String>),
}

/// The area whose lines come first: the boot script reads them by number before any code of the portal runs.
const FIRST_AREA: &str = "boot";

/// Reads `directory`, which holds `<area>.<language>.toml`; the first of `languages` is the reference.
pub fn read(directory: &Path, languages: &[&str]) -> Result<Catalog, MessageError> {
    let unreadable = |source| MessageError::Read { file: directory.display().to_string(), source };
    let mut areas = BTreeSet::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        if let Some((area, _)) = name.to_str().and_then(|n| n.split_once('.')) {
            areas.insert((area != FIRST_AREA, area.to_owned()));
        }
    }
    let mut columns = vec![Column::new(); languages.len()];
    for (_, area) in &areas {
        for (column, language) in columns.iter_mut().zip(languages) {
            let file = directory.join(format!("{area}.{language}.toml"));
            let name = file.display().to_string();
            let text = fs::read_to_string(&file)
                .map_err(|source| MessageError::Read { file: name.clone(), source })?;
            let table: toml::Table = text
                .parse()
                .map_err(|source| MessageError::Parse { file: name, source: Box::new(source) })?;
            column.extend(flatten(area, &table));
        }
    }
    assemble(languages, columns)
}

/// Key and forms, in the order of the file.
type Column = Vec<(String, Vec<String>)>;

fn flatten(area: &str, table: &toml::Table) -> Column {
    let forms = |value: &toml::Value| match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Table(forms) => {
            ["one", "other"].iter().filter_map(|f| Some(forms.get(*f)?.as_str()?.to_owned())).collect()
        }
        _ => Vec::new(),
    };
    table.iter().map(|(key, value)| (format!("{area}.{key}"), forms(value))).collect()
}

fn assemble(languages: &[&str], columns: Vec<Column>) -> Result<Catalog, MessageError> {
    let mut wrong = Vec::new();
    let mut messages = Vec::new();
    let Some((reference, others)) = columns.split_first() else {
        return Ok(Catalog { languages: Vec::new(), messages });
    };
    for (key, forms) in reference {
        let mut message = Message {
            key: key.clone(),
            forms: forms.iter().map(|t| Form { texts: vec![t.clone()] }).collect(),
        };
        if forms.is_empty() {
            wrong.push(format!(
                "{}: '{key}' is neither a text nor a table with `one` and `other`",
                languages[0]
            ));
        }
        for (column, language) in others.iter().zip(languages.iter().skip(1)) {
            match column.iter().find(|(k, _)| k == key) {
                None => {
                    wrong.push(format!("{language}: '{key}' is missing; translate \"{}\"", forms.join(" / ")))
                }
                Some((_, translated)) if translated.len() != forms.len() => {
                    wrong.push(format!("{language}: '{key}' needs as many forms as the reference has"));
                }
                Some((_, translated)) => {
                    for (form, text) in message.forms.iter_mut().zip(translated) {
                        if places(&form.texts[0]) != places(text) {
                            wrong.push(format!(
                                "{language}: '{key}' needs the places of \"{}\"",
                                form.texts[0]
                            ));
                        }
                        form.texts.push(text.clone());
                    }
                }
            }
        }
        messages.push(message);
    }
    for (column, language) in others.iter().zip(languages.iter().skip(1)) {
        for (key, _) in column.iter().filter(|(k, _)| !reference.iter().any(|(r, _)| r == k)) {
            wrong.push(format!("{language}: '{key}' is not in the reference; remove it or add it there"));
        }
    }
    for text in messages.iter().flat_map(|m| &m.forms).flat_map(|f| &f.texts).filter(|t| t.contains('\n')) {
        wrong.push(format!("a message is one line: \"{text}\""));
    }
    if wrong.is_empty() {
        Ok(Catalog { languages: languages.iter().map(|l| (*l).to_owned()).collect(), messages })
    } else {
        Err(MessageError::Mismatch(wrong))
    }
}

/// The names in `{…}`.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

/// A module a file area, a function a message. Calls `super::text(index)`, `super::fill(index, places)` and
/// `super::plural(index, count, places)`, which the portal provides.
pub fn rust(catalog: &Catalog) -> String {
    let mut code = String::new();
    let mut area = "";
    let mut index = 0;
    for message in &catalog.messages {
        let (this_area, key) = message.key.split_once('.').unwrap_or(("", &message.key));
        if this_area != area {
            if !area.is_empty() {
                code.push_str("}\n");
            }
            // The boot script reads its lines by number.
            let unused = if this_area == FIRST_AREA { "#[allow(dead_code)]\n" } else { "" };
            let _ = write!(code, "{unused}/// Messages of the area `{this_area}`.\npub mod {this_area} {{\n");
            area = this_area;
        }
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for form in &message.forms {
            names.extend(places(&form.texts[0]));
        }
        let plural = message.forms.len() == 2;
        if plural {
            names.remove("count");
        }
        let mut parameters: Vec<String> = names.iter().map(|n| format!("{n}: &str")).collect();
        if plural {
            parameters.insert(0, "count: u32".to_owned());
        }
        let pairs: Vec<String> = names.iter().map(|n| format!("(\"{n}\", {n})")).collect();
        let call = match (plural, names.is_empty()) {
            (true, _) => format!("crate::i18n::plural({index}, count, &[{}])", pairs.join(", ")),
            (false, true) => format!("crate::i18n::text({index})"),
            (false, false) => format!("crate::i18n::fill({index}, &[{}])", pairs.join(", ")),
        };
        let words = message.forms[message.forms.len() - 1].texts[0].replace('`', "'");
        let _ = write!(
            code,
            "    /// \"{words}\"\n    pub fn {key}({}) -> String {{ {call} }}\n",
            parameters.join(", ")
        );
        index += message.forms.len();
    }
    if !area.is_empty() {
        code.push_str("}\n");
    }
    let _ = write!(code, "/// How many lines a message file has.\npub const LINES: usize = {index};\n");
    code
}

/// The file of a language: a line a form, in the order of the code.
pub fn lines(catalog: &Catalog, language: &str) -> Option<String> {
    let column = catalog.languages.iter().position(|l| l == language)?;
    let forms = catalog.messages.iter().flat_map(|m| &m.forms);
    Some(forms.filter_map(|f| f.texts.get(column)).map(String::as_str).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(toml: &str) -> Column {
        flatten("home", &toml.parse().unwrap())
    }

    #[test]
    fn a_missing_translation_or_place_is_named() {
        let en = column("hello = \"Hello, {name}\"\nbye = \"Bye\"");
        let de = column("hello = \"Hallo\"\nmore = \"Mehr\"");
        let MessageError::Mismatch(wrong) = assemble(&["en", "de"], vec![en, de]).unwrap_err() else {
            panic!()
        };
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(wrong[0].contains("hello") && wrong[1].contains("bye") && wrong[2].contains("more"));
    }

    #[test]
    fn code_and_lines_agree_on_the_order() {
        let en =
            column("x = \"X\"\nn = { one = \"{count} thing\", other = \"{count} things\" }\ny = \"Y {z}\"");
        let catalog = assemble(&["en"], vec![en]).unwrap();
        assert_eq!(lines(&catalog, "en").unwrap(), "X\n{count} thing\n{count} things\nY {z}");
        let code = rust(&catalog);
        assert!(
            code.contains("pub fn n(count: u32) -> String { crate::i18n::plural(1, count, &[]) }"),
            "{code}"
        );
        assert!(
            code.contains("pub fn y(z: &str) -> String { crate::i18n::fill(3, &[(\"z\", z)]) }"),
            "{code}"
        );
    }
}
