//! A company with random forms: the demo company, and an item for each.

use super::Lines;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Fewer questions are hardly a form.
const QUESTIONS: usize = 3;

/// An item with a random form.
pub struct Random {
    /// The item and its form.
    pub id: String,
    /// The form, as the backend gives it.
    pub form: Value,
    /// Sets of answers to it.
    pub answers: Vec<Value>,
}

/// Forms that a backend publishes, each with `sets` sets of answers, made from seeds from `from` on.
pub fn forms(sound: &mut Lines, from: u64, many: u64, sets: u64) -> Result<Vec<Random>> {
    let mut all = Vec::new();
    let mut seed = from;
    while (all.len() as u64) < many {
        let mut made = sound.ask(&json!({ "seed": seed, "sets": sets }))?;
        let id = format!("random-{seed}");
        seed += 1;
        let (form, answers) = (made["form"].take(), made["answers"].take());
        let form = named(form, &id);
        if questions(&form).count() >= QUESTIONS {
            let answers = answers.as_array().cloned().unwrap_or_default();
            all.push(Random { id, form, answers });
        }
    }
    Ok(all)
}

fn questions(form: &Value) -> impl Iterator<Item = &Value> {
    let pages = form.get("pages").and_then(Value::as_array).into_iter().flatten();
    pages.filter_map(|page| page.get("questions")?.as_array()).flatten()
}

/// Each question goes by its id, so that answers in words tell which question they belong to.
fn named(mut form: Value, id: &str) -> Value {
    form["id"] = id.into();
    form["version"] = 1.into();
    let pages = form.get_mut("pages").and_then(Value::as_array_mut).into_iter().flatten();
    let questions = pages.filter_map(|page| page.get_mut("questions")?.as_array_mut()).flatten();
    for question in questions {
        question["label"] = question["id"].clone();
    }
    form
}

/// Makes the company in `folder`; gives its folder. It works by UTC, so that whoever asks knows what day it is there.
pub fn make(demo: &Path, folder: &Path, forms: &[Random]) -> Result<PathBuf> {
    let company = folder.join("company");
    copy(demo, &company)?;
    for calendar in fs::read_dir(company.join("calendars"))? {
        let file = calendar?.path();
        let text = fs::read_to_string(&file)?;
        let lines = text.lines().map(|line| if line.starts_with("zone:") { "zone: UTC" } else { line });
        fs::write(&file, lines.collect::<Vec<_>>().join("\n"))?;
    }
    for Random { id, form, .. } in forms {
        let item = json!({
            "id": id,
            "category": "computers",
            "name": id,
            "summary": "Random",
            "description": "Random",
            "verb": "Ask",
            "icon": "box",
            "service": "laptops",
            "group": "client-services",
            "delivery": "3wd",
            "order_for": "self",
            "form": { "version": 1, "pages": form.get("pages") },
        });
        // JSON is YAML too.
        let file = company.join("items").join(format!("{id}.yaml"));
        fs::write(&file, item.to_string())
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(company)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_go_by_their_ids() {
        let form = json!({ "pages": [{ "questions": [{ "id": "a", "label": "Q" }] }, { "questions": [{ "id": "b" }] }] });
        let form = named(form, "random-7");
        assert_eq!((&form["id"], &form["version"]), (&json!("random-7"), &json!(1)));
        let labels: Vec<&Value> = questions(&form).map(|question| &question["label"]).collect();
        assert_eq!(labels, [&json!("a"), &json!("b")]);
    }
}
