//! What a company offers, as a folder of YAML and Markdown: see `docs/content.md` for the format.
//!
//! [`load()`] reads the folder, checks all of it and gives [`Content`]: one [`Company`] a language, so that whoever answers
//! a call picks the reader's company and never thinks of languages again. Where anything is wrong it gives a [`Report`]
//! instead, with file, line and remedy for each mistake. [`watch()`] does the same whenever a file changes. [`Sources`] are the
//! files themselves: with them one item or guide can be tried with another text, see [`Sources::draft`].
//!
//! | step | module |
//! | --- | --- |
//! | files to trees that remember their lines | `folder`, `guard`, `doc` |
//! | texts to one language | `localise` |
//! | trees to typed values | `build`, `item`, `guide`, `form`, `question`, `read` |
//! | what no single value can show: ids that lead nowhere, circles, links | `check` |
//! | what was published in the portal, over the articles of the files | `overlay` |

mod build;
mod check;
mod doc;
mod draft;
mod explain;
#[cfg(test)]
pub(crate) mod fixture;
mod folder;
mod form;
mod guard;
mod guide;
mod item;
mod keys;
mod load;
mod localise;
mod model;
mod outline;
mod overlay;
pub mod pattern;
mod pictures;
mod pointer;
mod question;
mod read;
mod registers;
mod report;
mod source;
#[cfg(test)]
mod tests;
mod watch;

pub use draft::{Draft, with_version};
pub use load::{Broken, load, read};
pub use model::{
    Announcement, Article, Asset, AssetKind, Category, Company, CostCentre, Earlier, Group, GroupKind, Guide,
    Head, Imported, Item, KnownError, Level, Location, Moment, NoMoment, Person, Picture, PriorityLevel,
    Retired, Revision, Service, Showing,
};
pub(crate) use outline::{Outline, head_of, outline};
pub use overlay::{End, Overlay, Published, Standing};
pub(crate) use pictures::{picture as judged_picture, shown, uploaded};
pub use report::{ContentProblem, Report, Severity};
pub use source::{Sources, file_of, guide_of};
pub use watch::{Watch, watch};

use doc::Doc;
use guichet_rules::ids::PictureId;
use std::{collections::BTreeMap, sync::Arc};

/// Everything that a content folder says, in each of its languages.
#[derive(Debug, Clone)]
pub struct Content {
    /// The languages; the first is the fallback.
    pub languages: Vec<String>,
    /// The company by language.
    pub companies: BTreeMap<String, Arc<Company>>,
    /// Pictures of articles, the same in every language.
    pub pictures: BTreeMap<PictureId, Picture>,
    /// A hash of all files: 32 hexadecimal digits, the same as long as no file changes.
    pub digest: String,
    /// The files.
    pub sources: Sources,
    /// What is not wrong with them, and could be better.
    pub warnings: Vec<ContentProblem>,
    /// The company in the first language.
    fallback: Arc<Company>,
}

impl Content {
    /// The company in the language that is nearest to `wanted`, a BCP 47 tag: `de-AT` is answered in `de`, and `en` in
    /// `en-GB`; whatever is not there in the first language.
    pub fn in_language(&self, wanted: &str) -> &Arc<Company> {
        let exact = |tag: &str| {
            let (_, company) =
                self.companies.iter().find(|(language, _)| language.eq_ignore_ascii_case(tag))?;
            Some(company)
        };
        let primary = wanted.split('-').next().unwrap_or_default();
        let variant = || {
            let found = self.languages.iter().find(|language| {
                language.split('-').next().is_some_and(|there| there.eq_ignore_ascii_case(primary))
            })?;
            self.companies.get(found)
        };
        exact(wanted).or_else(|| exact(primary)).or_else(variant).unwrap_or(&self.fallback)
    }
}
