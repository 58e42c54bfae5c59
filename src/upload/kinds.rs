//! Types of files, as far as a name and a browser tell them.

use guichet_contract::{FILE_TYPES, is_in_range};

/// The most types that are listed when none of them fits; more would say less.
const LISTED: usize = 6;

fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

fn extensions(kind: &str) -> &'static [&'static str] {
    FILE_TYPES.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, extensions)| extensions)
}

/// Whether a file may be of one of the types, going by its name and by what the browser takes it for. The backend looks
/// into it, so what nobody knows is let through.
pub fn fits(types: &[String], name: &str, declared: &str) -> bool {
    let declared = declared.split(';').next().unwrap_or_default().trim();
    let ends = extension(name);
    let named =
        FILE_TYPES.iter().filter(|(_, ends_of)| ends.as_deref().is_some_and(|ends| ends_of.contains(&ends)));
    let mut guesses: Vec<&str> = named.map(|(kind, _)| *kind).collect();
    if !declared.is_empty() {
        guesses.push(declared);
    }
    if declared.starts_with("text/") {
        // Whatever language it is written in.
        guesses.push("text/plain");
    }
    let known = !guesses.is_empty() && !types.is_empty();
    !known || guesses.iter().any(|guess| types.iter().any(|range| is_in_range(guess, range)))
}

/// The types that a question wants and the backend takes. One that says nothing leaves it to the other.
pub fn both(wanted: &[String], taken: &[String]) -> Vec<String> {
    if wanted.is_empty() || taken.is_empty() {
        return [wanted, taken].concat();
    }
    let narrow = |these: &[String], those: &[String]| {
        let held = these.iter().filter(|kind| those.iter().any(|range| is_in_range(kind, range)));
        held.cloned().collect::<Vec<_>>()
    };
    let mut both = narrow(taken, wanted);
    both.extend(narrow(wanted, taken).into_iter().filter(|kind| !taken.contains(kind)));
    // A form may want what the backend does not take; the backend says so then.
    if both.is_empty() { wanted.to_vec() } else { both }
}

/// For the `accept` attribute. Systems do not know the type of every name, so the ends of names are in it too.
pub fn accept(types: &[String]) -> String {
    let mut all: Vec<String> = types.to_vec();
    all.extend(types.iter().flat_map(|kind| extensions(kind)).map(|extension| format!(".{extension}")));
    all.join(",")
}

/// Those of the types that a camera can give, for the `accept` attribute.
pub fn pictures(types: &[String]) -> Option<String> {
    let pictures: Vec<&str> = types
        .iter()
        .map(String::as_str)
        .filter(|kind| kind.starts_with("image/") || *kind == "*/*")
        .collect();
    (!pictures.is_empty()).then(|| pictures.join(","))
}

/// The types as people call them: "PDF, PNG". `None` where there are too many, or one has no such name.
pub fn called(types: &[String]) -> Option<String> {
    let words: Option<Vec<String>> =
        types.iter().map(|kind| Some(extensions(kind).first()?.to_ascii_uppercase())).collect();
    words.filter(|words| (1..=LISTED).contains(&words.len())).map(|words| words.join(", "))
}

/// Whether a browser can show it.
pub fn is_picture(kind: &str) -> bool {
    matches!(kind, "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp")
}

/// What stands in the place of a picture: "PDF".
pub fn letters(name: &str) -> String {
    let letters =
        extension(name).filter(|ends| ends.len() <= 4 && ends.chars().all(|c| c.is_ascii_alphanumeric()));
    letters.unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(types: &[&str]) -> Vec<String> {
        types.iter().map(|kind| (*kind).to_owned()).collect()
    }

    #[test]
    fn a_type_is_guessed_from_name_and_browser_and_the_rest_is_let_through() {
        let backend = list(&["image/png", "image/jpeg", "application/pdf", "text/plain"]);
        for (name, declared, fitting) in [
            ("crack.png", "image/png", true),
            ("crack.PNG", "", true),
            ("scan.pdf", "application/pdf", true),
            ("settings.json", "application/json", true),
            ("main.rs", "text/rust", true),
            ("no-name", "", true),
            ("strange.xyz", "", true),
            ("film.mp4", "video/mp4", false),
            ("logo.svg", "image/svg+xml", false),
            ("setup.exe", "application/x-msdownload", false),
            ("table.xlsx", "", false),
        ] {
            assert_eq!(fits(&backend, name, declared), fitting, "{name} {declared}");
        }
        assert!(fits(&list(&["image/*"]), "a.webp", "image/webp"));
        assert!(!fits(&list(&["image/*"]), "notes.pdf", "application/pdf"));
        assert!(fits(&[], "film.mp4", "video/mp4"), "nobody said what is taken");
    }

    #[test]
    fn what_a_question_wants_is_narrowed_to_what_is_taken() {
        let backend = list(&["image/png", "image/jpeg", "application/pdf"]);
        for (wanted, taken, expected) in [
            (list(&["image/*"]), backend.clone(), list(&["image/png", "image/jpeg"])),
            (list(&["application/pdf"]), backend.clone(), list(&["application/pdf"])),
            (list(&["image/png", "application/pdf"]), list(&["image/*"]), list(&["image/png"])),
            (list(&["image/*"]), list(&["image/*", "text/plain"]), list(&["image/*"])),
            (Vec::new(), backend.clone(), backend.clone()),
            (list(&["image/*"]), Vec::new(), list(&["image/*"])),
            (list(&["video/mp4"]), backend.clone(), list(&["video/mp4"])),
        ] {
            assert_eq!(both(&wanted, &taken), expected, "{wanted:?} {taken:?}");
        }
    }

    #[test]
    fn types_are_told_to_browsers_cameras_and_people() {
        let types = list(&["image/jpeg", "application/pdf"]);
        assert_eq!(accept(&types), "image/jpeg,application/pdf,.jpg,.jpeg,.pdf");
        assert_eq!(pictures(&types).as_deref(), Some("image/jpeg"));
        assert_eq!(pictures(&list(&["application/pdf"])), None);
        assert_eq!(called(&types).as_deref(), Some("JPG, PDF"));
        assert_eq!(called(&list(&["image/*"])), None);
        assert_eq!(
            (letters("a.pdf"), letters("noend"), letters("a.b c")),
            ("PDF".into(), String::new(), String::new())
        );
    }
}
