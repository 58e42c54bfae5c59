//! From files to a catalog.

use super::{BOOT_AREA, Catalog, FIRST_AREAS, Form, Message, MessageError, places};
use std::{collections::BTreeSet, fs, path::Path};

/// Reads `directory`, which holds `<area>.<language>.toml`; the first of `languages` is the reference.
pub fn read(directory: &Path, languages: &[&str]) -> Result<Catalog, MessageError> {
    let unreadable = |source| MessageError::Read { file: directory.display().to_string(), source };
    let mut areas = BTreeSet::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        if let Some((area, _)) = name.to_str().and_then(|n| n.split_once('.')) {
            areas.insert((area != BOOT_AREA, !FIRST_AREAS.contains(&area), area.to_owned()));
        }
    }
    let mut columns = vec![Column::new(); languages.len()];
    for (.., area) in &areas {
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
pub(super) type Column = Vec<(String, Vec<String>)>;

pub(super) fn flatten(area: &str, table: &toml::Table) -> Column {
    let forms = |value: &toml::Value| match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Table(forms) => {
            ["one", "other"].iter().filter_map(|f| Some(forms.get(*f)?.as_str()?.to_owned())).collect()
        }
        _ => Vec::new(),
    };
    table.iter().map(|(key, value)| (format!("{area}.{key}"), forms(value))).collect()
}

pub(super) fn assemble(languages: &[&str], columns: Vec<Column>) -> Result<Catalog, MessageError> {
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
}
