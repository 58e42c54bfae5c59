//! What a person prefers on this device: language, theme, and whether their searches are counted. Kept in the browser, since it
//! holds for the device.

use web_sys::{HtmlElement, Storage};

const LANGUAGE: &str = "guichet:language";
const THEME: &str = "guichet:theme";

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// As it is kept, and as `data-theme` says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The browser's storage; absent where the person has switched it off, and then nothing is kept.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full storage loses a preference, no more.
        let _ = storage.set_item(key, value);
    }
}

/// The theme that was chosen on this device.
pub fn theme() -> Theme {
    match storage().and_then(|s| s.get_item(THEME).ok().flatten()).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Chooses a theme.
pub fn set_theme(root: &HtmlElement, theme: Theme) {
    keep(THEME, theme.word());
    apply_theme(root);
}

/// Shows the theme that was chosen.
pub fn apply_theme(root: &HtmlElement) {
    // Setting an attribute fails only for a malformed name.
    let _ = match theme().word() {
        "" => root.remove_attribute("data-theme"),
        word => root.set_attribute("data-theme", word),
    };
}

/// What keeps searches from being counted on this device.
const UNCOUNTED: &str = "guichet:uncounted";

/// Whether searches on this device may be counted, without a name.
pub fn counts() -> bool {
    storage().is_some_and(|storage| storage.get_item(UNCOUNTED).ok().flatten().is_none())
}

/// Says whether they may.
pub fn set_counts(counts: bool) {
    if counts {
        if let Some(storage) = storage() {
            // Where it cannot be taken out, nothing is counted.
            let _ = storage.remove_item(UNCOUNTED);
        }
    } else {
        keep(UNCOUNTED, "1");
    }
}

/// Chooses a language and starts anew in it: messages are fetched once.
pub fn set_language(language: &str) {
    keep(LANGUAGE, language);
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
