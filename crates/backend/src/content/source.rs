//! The files of a content folder, for those who change them.

use super::{Guide, folder::Folder, localise::localise};
use guichet_rules::ids::ItemId;
use serde_json::Value;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

/// The files of a content folder, as they were read.
#[derive(Debug, Clone)]
pub struct Sources {
    dir: PathBuf,
    pub(super) folder: Arc<Folder>,
}

impl Sources {
    pub(super) fn new(dir: &Path, folder: Arc<Folder>) -> Self {
        Self { dir: dir.to_owned(), folder }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// A hash of all files: see [`Content::digest`](super::Content::digest).
    pub fn digest(&self) -> &str {
        &self.folder.digest
    }

    /// Every item and every order guide that has a file, whether it can be read or not. A guide goes by the id of its form.
    pub fn forms(&self) -> Vec<ItemId> {
        let files = self.folder.docs.keys().chain(&self.folder.broken);
        let mut forms: Vec<ItemId> = files.filter_map(|file| form_in(file)).collect();
        forms.sort();
        forms.dedup();
        forms
    }

    /// The name of an item or a guide, and the version of its form, as far as the file says.
    pub fn heading(
        &self,
        item: &ItemId,
        languages: &[String],
        language: &str,
    ) -> (Option<String>, Option<u32>) {
        let value = self.folder.value(&file_of(item));
        let name = value.get("name").map(|name| localise(name, languages, language));
        let name = name.and_then(|name| name.as_str().map(str::to_owned));
        let version = value.pointer("/form/version").and_then(Value::as_u64);
        (name, version.and_then(|version| u32::try_from(version).ok()))
    }

    /// What the file of an item holds now. None where there is no such file.
    pub fn text(&self, item: &ItemId) -> io::Result<Option<String>> {
        match fs::read_to_string(self.dir.join(file_of(item))) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Puts `text` into the file of an item, all of it or nothing: whoever reads the file meanwhile gets the one or the
    /// other.
    pub fn replace(&self, item: &ItemId, text: &str) -> io::Result<()> {
        // What a link leads to is replaced, and not the link.
        let path = fs::canonicalize(self.dir.join(file_of(item)))?;
        // Whatever begins with a point is no content, so nobody takes it for the new file before it is whole.
        let beside = path.with_file_name(format!(".{item}.new"));
        let written = write(&beside, text, &path).and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            // It may not be there; then there is nothing to clear away.
            let _ = fs::remove_file(&beside);
        }
        written
    }
}

const ITEMS: &str = "items/";
const GUIDES: &str = "guides/";
const ENDING: &str = ".yaml";

/// The file of an item, or of the guide that has this form, relative to the folder.
pub fn file_of(form: &ItemId) -> String {
    match guide_of(form) {
        Some(guide) => format!("{GUIDES}{guide}{ENDING}"),
        None => format!("{ITEMS}{form}{ENDING}"),
    }
}

/// The id of the guide whose form this is; nothing where it is that of an item.
pub fn guide_of(form: &ItemId) -> Option<&str> {
    form.as_str().strip_prefix(Guide::FORM)
}

/// The form that is written in a file, by what it goes by.
fn form_in(file: &str) -> Option<ItemId> {
    let name = file.strip_suffix(ENDING)?;
    match name.strip_prefix(GUIDES) {
        Some(guide) => ItemId::new(format!("{}{guide}", Guide::FORM)).ok(),
        None => ItemId::new(name.strip_prefix(ITEMS)?).ok().filter(|item| guide_of(item).is_none()),
    }
}

/// Writes a file that is on the disk when this is done, with the permissions of another.
fn write(path: &Path, text: &str, like: &Path) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.set_permissions(fs::metadata(like)?.permissions())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::{file_of, form_in};
    use crate::content::fixture::Fixture;
    use guichet_rules::ids::ItemId;
    use std::fs;

    #[test]
    fn each_form_has_its_file() {
        for (file, form) in [
            ("items/token.yaml", Some("token")),
            ("guides/start.yaml", Some("guide.start")),
            ("items/guide.start.yaml", None),
            ("people.yaml", None),
            ("articles/start.en.md", None),
        ] {
            let found = form_in(file);
            assert_eq!(found.as_ref().map(ItemId::as_str), form, "{file}");
            assert!(found.is_none_or(|form| file_of(&form) == file));
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let fixture = Fixture::small();
        let sources = fixture.load().sources;
        let token = ItemId::new("token").unwrap();
        assert_eq!(sources.forms(), std::slice::from_ref(&token));
        assert_eq!(
            sources.heading(&token, &["en".into(), "de".into()], "de"),
            (Some("Schlüssel".into()), Some(1))
        );
        sources.replace(&token, "id: token\n").unwrap();
        assert_eq!(sources.text(&token).unwrap().as_deref(), Some("id: token\n"));
        let left: Vec<_> =
            fs::read_dir(fixture.dir().join("items")).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["token.yaml"]);
        let none = ItemId::new("none").unwrap();
        assert_eq!(sources.text(&none).unwrap(), None);
        assert!(sources.replace(&none, "x").is_err(), "there is no such file to replace");
    }
}
