//! From a catalog to what a program is made of.

use super::{BOOT_AREA, Catalog, FIRST_AREAS, Message, area, places};
use std::{collections::BTreeSet, fmt::Write};

/// A module a file area, a function a message. Calls `super::text(index)`, `super::fill(index, places)` and
/// `super::plural(index, count, places)`, which the portal provides.
pub fn rust(catalog: &Catalog) -> String {
    let mut code = String::new();
    let mut last_area = "";
    let (mut index, mut first) = (0, 0);
    for message in &catalog.messages {
        let (this_area, key) = message.key.split_once('.').unwrap_or(("", &message.key));
        if this_area != last_area {
            if !last_area.is_empty() {
                code.push_str("}\n");
            }
            // The boot script reads its lines by number.
            let unused = if this_area == BOOT_AREA { "#[allow(dead_code)]\n" } else { "" };
            let _ = write!(code, "{unused}/// Messages of the area `{this_area}`.\npub mod {this_area} {{\n");
            last_area = this_area;
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
        if in_first(message) {
            first = index;
        }
    }
    if !last_area.is_empty() {
        code.push_str("}\n");
    }
    let _ = write!(
        code,
        "/// How many lines the first message file has.\npub const FIRST_LINES: usize = {first};\n"
    );
    let _ = write!(code, "/// How many lines both have.\npub const LINES: usize = {index};\n");
    code
}

/// The two files of a language, a line a form, in the order of the code: what every page needs, and the rest.
pub fn files(catalog: &Catalog, language: &str) -> Option<[String; 2]> {
    let column = catalog.languages.iter().position(|l| l == language)?;
    let file = |first: bool| {
        let forms = catalog.messages.iter().filter(|m| in_first(m) == first).flat_map(|m| &m.forms);
        forms.filter_map(|f| f.texts.get(column)).map(String::as_str).collect::<Vec<_>>().join("\n")
    };
    Some([file(true), file(false)])
}

fn in_first(message: &Message) -> bool {
    FIRST_AREAS.contains(&area(&message.key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{assemble, flatten};

    #[test]
    fn code_and_lines_agree_on_the_order() {
        let text = "x = \"X\"\nn = { one = \"{count} thing\", other = \"{count} things\" }\ny = \"Y {z}\"";
        let mut column = flatten("home", &text.parse().unwrap());
        column.extend(flatten("report", &"a = \"A\"".parse().unwrap()));
        let catalog = assemble(&["en"], vec![column]).unwrap();
        let [first, rest] = files(&catalog, "en").unwrap();
        assert_eq!(first, "X\n{count} thing\n{count} things\nY {z}");
        assert_eq!(rest, "A");
        let code = rust(&catalog);
        assert!(
            code.contains("pub fn n(count: u32) -> String { crate::i18n::plural(1, count, &[]) }"),
            "{code}"
        );
        assert!(code.contains("FIRST_LINES: usize = 4") && code.contains("LINES: usize = 5"), "{code}");
        assert!(code.contains("pub fn a() -> String { crate::i18n::text(4) }"), "{code}");
        assert!(
            code.contains("pub fn y(z: &str) -> String { crate::i18n::fill(3, &[(\"z\", z)]) }"),
            "{code}"
        );
    }
}
