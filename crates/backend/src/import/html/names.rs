//! What elements are, by their names.

/// Elements that stand by themselves, one below the other.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose end may be left out.
const MAY_STAY_OPEN: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "rt", "rp"];

/// What a paragraph cannot reach over.
const CELLS: &[&str] = &["td", "th", "caption", "table", "button", "object"];

pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub fn may_stay_open(name: &str) -> bool {
    MAY_STAY_OPEN.contains(&name)
}

/// The level of a heading.
pub fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Names, of which the innermost one ends, and those that it is not looked for outside of.
type Ended = (&'static [&'static str], &'static [&'static str]);

/// What ends where `name` begins, as HTML has it.
pub fn ended_by(name: &str) -> &'static [Ended] {
    const PARAGRAPH: Ended = (&["p"], CELLS);
    const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
    match name {
        "a" => &[(&["a"], BLOCKS)],
        "li" => &[PARAGRAPH, (&["li"], &["ul", "ol", "menu", "dir", "td", "th", "table"])],
        "dt" | "dd" => &[PARAGRAPH, (&["dt", "dd"], &["dl", "td", "th", "table"])],
        "td" | "th" => &[(&["td", "th"], &["tr", "table"])],
        "tr" => &[(&["tr", "caption"], &["table"])],
        "thead" | "tbody" | "tfoot" => &[(&["thead", "tbody", "tfoot", "caption"], &["table"])],
        "option" => &[(&["option"], &["select", "datalist", "optgroup"])],
        "rt" | "rp" => &[(&["rt", "rp"], &["ruby"])],
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &[PARAGRAPH, (HEADINGS, BLOCKS)],
        _ if is_block(name) => &[PARAGRAPH],
        _ => &[],
    }
}

/// What the end of `name` does not reach over: one that is there by mistake ends nothing.
pub fn kept_open_by_end_of(name: &str) -> &'static [&'static str] {
    match name {
        "table" => &[],
        "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "caption" => &["table"],
        "li" => &["ul", "ol", "menu", "dir", "td", "th", "table"],
        "dt" | "dd" => &["dl", "td", "th", "table"],
        _ if is_block(name) => CELLS,
        _ => BLOCKS,
    }
}

/// What `class` says of a phrase that HTML has an element for: how help compilers and documentation tools write.
pub fn phrase(class: &str) -> Option<&'static str> {
    Some(match class {
        "bold" | "strong" | "emph" | "menuitem" | "guilabel" | "guimenu" | "guibutton" | "uicontrol"
        | "menuchoice" | "wintitle" | "productname" | "widget" => "b",
        "italic" | "emphasis" => "i",
        "code" | "literal" | "input" | "userinput" | "keycode" | "keycap" | "codeph" | "filepath"
        | "filename" | "command" | "monospace" => "code",
        _ => return None,
    })
}

/// What `class` says of a block that stands out.
pub fn callout(class: &str) -> Option<&'static str> {
    // Docusaurus, MkDocs, Sphinx, Bootstrap and help compilers, in this order.
    let kind = class.strip_prefix("theme-admonition-").or_else(|| class.strip_prefix("alert--"));
    let kind = kind.or_else(|| class.strip_prefix("admonition-")).or_else(|| class.strip_prefix("alert-"));
    Some(match kind.unwrap_or(class) {
        "note" | "info" | "seealso" | "notice" => "NOTE",
        "tip" | "hint" | "success" => "TIP",
        "important" | "attention" => "IMPORTANT",
        "warning" | "warn" => "WARNING",
        "caution" | "danger" | "error" => "CAUTION",
        _ => return None,
    })
}

/// Whether `words` say no more of a picture than that it is one.
pub fn is_generic(words: &str) -> bool {
    const GENERIC: &[&str] = &[
        "icon",
        "image",
        "img",
        "picture",
        "photo",
        "screenshot",
        "logo",
        "symbol",
        "bild",
        "grafik",
        "note",
        "tip",
        "warning",
        "caution",
        "important",
        "info",
        "hint",
    ];
    words.split_whitespace().all(|word| GENERIC.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_elements_do_not() {
        for (class, expected) in [
            ("note", Some("NOTE")),
            ("alert-warning", Some("WARNING")),
            ("theme-admonition-tip", Some("TIP")),
            ("notebook", None),
            ("alert", None),
        ] {
            assert_eq!(callout(class), expected, "{class}");
        }
        assert_eq!((phrase("menuitem"), phrase("paragraph")), (Some("b"), None));
    }

    #[test]
    fn a_picture_that_is_called_a_picture_is_not_described() {
        for words in ["", "Icon", "Note Icon \n", "image"] {
            assert!(is_generic(words), "{words:?}");
        }
        for words in ["Icon Anchor", "The gateway"] {
            assert!(!is_generic(words), "{words:?}");
        }
    }

    #[test]
    fn headings_have_levels() {
        let levels: Vec<_> = ["h1", "h6", "h7", "h", "hr", "h12"].into_iter().map(heading).collect();
        assert_eq!(levels, [Some(1), Some(6), None, None, None, None]);
    }
}
