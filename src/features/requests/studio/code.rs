//! The editor: the browser's own field for text, with the numbers of its lines beside it. Whatever somebody types with works
//! in it, and so does what reads it to them.

use super::desk::Desk;
use crate::{
    i18n::m,
    ui::{Field, FieldText, insert_text},
};
use guichet_contract::types::Severity;
use leptos::{ev, html, prelude::*};
use std::collections::BTreeMap;
use web_sys::HtmlTextAreaElement;

/// A step of YAML.
const INDENT: &str = "  ";

/// The field.
pub(super) fn editor(desk: Desk) -> AnyView {
    let gutter = NodeRef::<html::Div>::new();
    // Tab indents, so there must be another way on for those who have no mouse.
    let leaving = StoredValue::new(false);
    let key = move |ev: ev::KeyboardEvent| {
        let plain = !(ev.shift_key() || ev.ctrl_key() || ev.alt_key() || ev.meta_key());
        match ev.key().as_str() {
            "Escape" => leaving.set_value(true),
            "Tab" if plain && !leaving.get_value() => {
                ev.prevent_default();
                insert_text(INDENT);
            }
            "Tab" => {}
            _ => leaving.set_value(false),
        }
    };
    let scroll = move |_| {
        if let (Some(gutter), Some(area)) = (gutter.get_untracked(), desk.area.get_untracked()) {
            gutter.set_scroll_top(area.scroll_top());
        }
    };
    let invalid = move || (desk.tried.mistakes() > 0).then_some("true");
    let field = FieldText::new(m::studio::text()).hint(Signal::stored(Some(m::studio::text_hint())));
    view! {
        <Field field=field>
            <div class="code">
                <div class="code__lines" node_ref=gutter aria-hidden="true">{numbers(desk)}</div>
                <textarea
                    node_ref=desk.area
                    class="code__text"
                    id=field.id()
                    wrap="off"
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    aria-describedby=move || field.described_by()
                    aria-invalid=invalid
                    prop:value=move || desk.typed.get()
                    on:input=move |ev| desk.text.update(|text| text.typed = event_target_value(&ev))
                    on:keydown=key
                    on:blur=move |_| leaving.set_value(false)
                    on:scroll=scroll
                ></textarea>
            </div>
        </Field>
    }
    .into_any()
}

/// The numbers of the lines; those with findings are marked.
fn numbers(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.typed.with(|text| lines(text)));
    let marks = Memo::new(move |_| {
        let mut marks = BTreeMap::new();
        desk.tried.findings.with(|all| {
            for finding in all {
                let is_mistake = finding.severity == Severity::Error;
                if let Some(line) = finding.line {
                    *marks.entry(line).or_insert(false) |= is_mistake;
                }
            }
        });
        marks
    });
    let all = move || {
        let marks = marks.get();
        let number = |line: u32| {
            let state = marks.get(&line).map(|mistake| if *mistake { "error" } else { "warning" });
            view! { <span class="code__line" data-state=state>{line}</span> }
        };
        (1..=count.get()).map(number).collect_view()
    };
    all.into_any()
}

/// How many lines a text has.
fn lines(text: &str) -> u32 {
    u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX)
}

/// Goes to a line of the text, and marks it from `column` on; both count from 1.
pub(super) fn go_to(desk: Desk, line: u32, column: Option<u32>) {
    let Some(area) = desk.area.get_untracked() else { return };
    let (start, end, count) = desk.typed.with_untracked(|text| {
        let (start, end) = stretch(text, line, column.unwrap_or(1));
        (start, end, lines(text))
    });
    // It is on the page, so it takes the focus, and these are places of its text.
    let _ = area.focus();
    let _ = area.set_selection_range(start, end);
    show(&area, f64::from(line.saturating_sub(1)) / f64::from(count));
}

/// Scrolls to a part of the text, so far from its top, in the middle of what is in sight.
fn show(area: &HtmlTextAreaElement, part: f64) {
    let middle = f64::from(area.client_height()) / 2.0;
    let top = f64::from(area.scroll_height()) * part - middle;
    // Pixels, and never as many as would not fit.
    area.set_scroll_top(top.max(0.0) as i32);
}

/// Where a line begins, from a column on, and ends. Browsers count in units of UTF-16.
fn stretch(text: &str, line: u32, column: u32) -> (u32, u32) {
    let skipped = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    let units = |text: &str| text.chars().map(|c| if c.len_utf16() == 2 { 2 } else { 1 }).sum::<u32>();
    let before: u32 = text.split('\n').take(skipped).map(|line| units(line) + 1).sum();
    let Some(line) = text.split('\n').nth(skipped) else { return (units(text), units(text)) };
    let into = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
    let indent: String = line.chars().take(into).collect();
    (before + units(&indent), before + units(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_in_units_of_utf_16() {
        let text = "id: a\nname: 😀é\n  key: x";
        for (line, column, expected) in
            [(1, 1, (0, 5)), (2, 1, (6, 15)), (2, 7, (12, 15)), (3, 3, (18, 24)), (9, 1, (24, 24))]
        {
            assert_eq!(stretch(text, line, column), expected, "{line}:{column}");
        }
        assert_eq!((lines(text), lines(""), lines("a\n")), (3, 1, 2));
    }
}
