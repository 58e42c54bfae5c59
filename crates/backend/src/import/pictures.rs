//! Pictures of pages, on their way into the content folder.

use super::{files, shelf};
use crate::{content::judged_picture, hex::short_hash};
use std::{
    collections::{BTreeSet, HashMap},
    fs, io,
    path::{Path, PathBuf},
};

/// In bytes: what is longer is no picture that a portal shows, and need not be read to know that.
const LONGEST: u64 = 64 << 20;

/// Which pictures were carried over, and why not the others.
#[derive(Debug)]
pub struct Pictures {
    root: PathBuf,
    folder: PathBuf,
    write: bool,
    /// The name in the content folder, or what keeps it out, by the path of the file.
    known: HashMap<String, Result<String, String>>,
    carried: BTreeSet<String>,
    /// The first that could not be written.
    pub broken: Option<io::Error>,
}

impl Pictures {
    pub fn new(root: &Path, content: &Path, write: bool) -> Self {
        Self {
            root: root.to_owned(),
            folder: content.join("pictures"),
            write,
            known: HashMap::new(),
            carried: BTreeSet::new(),
            broken: None,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.carried.len()
    }

    /// The name under which the picture `path` of the folder is in the content folder.
    pub fn carry(&mut self, path: &str) -> Result<String, String> {
        if let Some(known) = self.known.get(path) {
            return known.clone();
        }
        let carried = self.read(path);
        if let Ok(name) = &carried {
            self.carried.insert(name.clone());
        }
        self.known.insert(path.to_owned(), carried.clone());
        carried
    }

    fn read(&mut self, path: &str) -> Result<String, String> {
        let file = self.root.join(path);
        let found = fs::metadata(&file).ok().filter(fs::Metadata::is_file);
        let Some(found) = found else { return Err("there is no such file in the folder".to_owned()) };
        if !files::is_plain(&self.root, path) {
            return Err("links are not followed".to_owned());
        }
        if found.len() > LONGEST {
            return Err(format!("it has {} MB", found.len() >> 20));
        }
        let bytes = fs::read(&file).map_err(|error| format!("it cannot be read: {error}"))?;
        // By its name and its content, so that it meets no other, and stays where it is as long as it does not change.
        let stem = super::ids::id_of(path.rsplit('/').next().unwrap_or(path));
        let stem: String = stem.chars().take(30).collect();
        let hash = short_hash(&bytes);
        let ending = infer::get(&bytes).map_or("png", |kind| kind.extension());
        let name = format!("{}-{}.{ending}", stem.replace('.', "-"), hash.get(..8).unwrap_or(&hash));
        judged_picture(&name, &bytes).map_err(|(what, _)| what)?;
        if self.write
            && !self.folder.join(&name).exists()
            && let Err(error) = shelf::put(&self.folder, &name, &bytes)
        {
            let what = format!("it cannot be written: {error}");
            self.broken.get_or_insert(error);
            return Err(what);
        }
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn pictures_are_named_by_their_name_and_content() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write = |name: &str, bytes: &[u8]| fs::write(from.path().join(name), bytes).unwrap();
        write("The Gateway.jpg", PNG);
        write("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("large.png", &[PNG, &[0; 1 << 20]].concat());
        let mut pictures = Pictures::new(from.path(), to.path(), true);
        let name = pictures.carry("The Gateway.jpg").unwrap();
        assert!(name.starts_with("the-gateway-") && name.ends_with(".png"), "{name}");
        assert_eq!(fs::read(to.path().join("pictures").join(&name)).unwrap(), PNG);
        assert_eq!(pictures.carry("The Gateway.jpg"), Ok(name));
        for (path, why) in
            [("drawing.svg", "no picture"), ("large.png", "1024 KB"), ("none.png", "no such file")]
        {
            let refused = pictures.carry(path).unwrap_err();
            assert!(refused.contains(why), "{refused}");
        }
        assert_eq!(pictures.count(), 1);
        assert_eq!(fs::read_dir(to.path().join("pictures")).unwrap().count(), 1);
    }

    #[test]
    fn a_trial_writes_nothing() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(from.path().join("a.png"), PNG).unwrap();
        assert!(Pictures::new(from.path(), to.path(), false).carry("a.png").is_ok());
        assert!(!to.path().join("pictures").exists());
    }
}
