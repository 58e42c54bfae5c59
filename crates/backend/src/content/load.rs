//! From a folder to [`Content`].

use super::{
    Content, Report, Sources, build, check, folder::Folder, localise::is_language_tag, pictures,
    pointer::join,
};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path, sync::Arc};

/// A folder that cannot be taken as it is.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Its files, as far as they can be read.
    pub sources: Sources,
    /// What is wrong with them.
    pub report: Report,
}

/// Reads and checks the content folder `dir`. Gives all of it or, where anything is wrong, everything that is.
pub fn load(dir: &Path) -> Result<Content, Report> {
    read(dir).map_err(|broken| broken.report)
}

/// The same, and its files in any case.
pub fn read(dir: &Path) -> Result<Content, Box<Broken>> {
    let mut report = Report::default();
    let folder = Arc::new(Folder::read(dir, &mut report));
    let sources = Sources::new(dir, Arc::clone(&folder));
    let broken = |report| Box::new(Broken { sources: sources.clone(), report });
    let languages = languages(&folder, &mut report);
    let Some(first) = languages.first() else { return report.or(None).map_err(broken) };
    let known = check::Known::of(&folder);
    check::files(&folder, &languages, &known, &mut report);
    let mut companies = BTreeMap::new();
    for language in &languages {
        if let Some(company) = build::company(&folder, &languages, language, &mut report) {
            check::company(&folder, &company, &known, &mut report);
            companies.insert(language.clone(), Arc::new(company.with_registers()));
        }
    }
    let mut pictures = pictures::pictures(&folder, &mut report);
    for company in companies.values() {
        pictures::note_showing(&mut pictures, company);
    }
    let fallback = companies.get(first).cloned();
    let digest = folder.digest.clone();
    let warnings = report.warnings();
    let content = fallback.map(|fallback| Content {
        languages: languages.clone(),
        companies,
        pictures,
        digest,
        sources: sources.clone(),
        warnings,
        fallback,
    });
    report.or(content).map_err(broken)
}

/// The languages of company.yaml; none where they cannot be read, for then nothing else can be.
pub(super) fn languages(folder: &Folder, report: &mut Report) -> Vec<String> {
    let Some(doc) = folder.docs.get("company.yaml") else { return Vec::new() };
    let at = "/languages";
    let remedy = "write a list such as [en, de]; the first is the fallback";
    let Some(listed) = doc.value.pointer(at).and_then(Value::as_array).filter(|listed| !listed.is_empty())
    else {
        report.add(doc.problem(at, "the company has no languages", remedy));
        return Vec::new();
    };
    let mut languages: Vec<String> = Vec::new();
    for (n, language) in listed.iter().enumerate() {
        let at = join(at, &n.to_string());
        match language.as_str().filter(|tag| is_language_tag(tag)) {
            Some(tag) if languages.iter().any(|earlier| earlier == tag) => {
                report.add(doc.problem(&at, format!("'{tag}' is there twice"), "keep one of the two"));
            }
            Some(tag) => languages.push(tag.to_owned()),
            None => {
                let what = format!("{language} is no language");
                report.add(doc.problem(&at, what, "write a BCP 47 tag such as de or pt-BR"));
            }
        }
    }
    languages
}
