//! What somebody searched for before, kept in the browser under their name. `search.js` forgets it when they sign out.

use crate::prefs::storage;

/// As many as are seen at a glance, below an empty field.
const MOST: usize = 5;

/// A letter or two are no words that anybody would come back to.
const LEAST: usize = 3;

fn key(person: &str) -> String {
    format!("guichet:searches:{person}")
}

/// The words, the last first.
pub fn of(person: &str) -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(&key(person)).ok().flatten());
    kept.unwrap_or_default().lines().map(str::to_owned).collect()
}

/// Keeps `words`, which led somewhere.
pub fn add(person: &str, words: &str) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if person.is_empty() || words.chars().count() < LEAST {
        return;
    }
    keep(person, &after(of(person), words));
}

/// Forgets them all.
pub fn clear(person: &str) {
    keep(person, &[]);
}

fn keep(person: &str, all: &[String]) {
    if let Some(storage) = storage() {
        // A full storage loses them, and nothing else.
        let _ = if all.is_empty() {
            storage.remove_item(&key(person))
        } else {
            storage.set_item(&key(person), &all.join("\n"))
        };
    }
}

/// `before` with `words` in front, each once. What was typed on the way to them is not worth keeping.
fn after(before: Vec<String>, words: String) -> Vec<String> {
    let (lower, mut all) = (words.to_lowercase(), vec![words]);
    all.extend(before.into_iter().filter(|old| !lower.starts_with(&old.to_lowercase())));
    all.truncate(MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_comes_first_and_each_once() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for (before, words, expected) in [
            (&["vpn"][..], "printer", &["printer", "vpn"][..]),
            (&["printer", "vpn"], "VPN", &["VPN", "printer"]),
            (&["vpn sl", "laptop"], "vpn slow", &["vpn slow", "laptop"]),
            (&["a", "b", "c", "d", "e"], "xyz", &["xyz", "a", "b", "c", "d"]),
        ] {
            assert_eq!(after(list(before), words.to_owned()), expected, "{words}");
        }
    }
}
