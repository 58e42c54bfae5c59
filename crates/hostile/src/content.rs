//! Files of a content folder, as somebody writes them who means no good, or presses Save half-way through a word.

use super::pieces::text;
use guichet_backend::content::{self, Sources, with_version};
use guichet_rules::ids::ItemId;
use std::{path::Path, sync::LazyLock};

/// What YAML is made of, what an item is made of, and what trips readers up.
const PIECES: &[&str] = &[
    "a",
    "id",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\n        ",
    ": ",
    ":",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "? ",
    "|\n",
    ">-\n",
    "|2+\n",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "!x ",
    "'",
    "\"",
    "\\",
    "\"\\x00\"",
    " #",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\u{feff}",
    "\r\n",
    "\r",
    "\0",
    "\u{85}",
    "\u{2028}",
    "ä",
    "😀",
    "99999999999999999999",
    "1e999",
    "-.inf",
    ".nan",
    "0x8000000000000000",
    "-0",
    "0o17",
    "null",
    "~",
    "true",
    "2026-02-30",
    "headset",
    "name: ",
    "{en: A, de: B}",
    "form:\n  version: 1\n  pages:\n",
    "    - id: p\n",
    "      title: A\n",
    "      questions:\n",
    "        - id: q\n",
    "          type: ",
    "rows",
    "short_text",
    "masked",
    "visible_when: ",
    "{eq: [q, 1]}",
    "{and: [{not: {present: q}}]}",
    "options: ",
    "pattern: '(a+)+$'",
    "formula: ",
    "group: ",
    "approvals:\n",
    "price: ",
];

static DEMO: LazyLock<Option<Sources>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/demo");
    content::load(&folder).ok().map(|content| content.sources)
});

/// Reads the text that `data` stands for: it is an item, or there is something to say about it.
pub fn attack(data: &[u8]) {
    let text = text(data, PIECES);
    let _ = with_version(&text, 7);
    // To judge it as an item of the demo company takes a thousand times as long as to read it: one in 256 is.
    let judged = data.last() == Some(&0);
    let (Some(sources), Ok(item)) = (DEMO.as_ref().filter(|_| judged), ItemId::new("headset")) else {
        return;
    };
    let draft = sources.draft(&item, &text);
    assert!(
        !draft.items.is_empty() || !draft.problems.is_empty(),
        "nothing is wrong, and it is no item: {text:?}"
    );
}
