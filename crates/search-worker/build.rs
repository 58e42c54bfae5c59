//! Makes the small index that the module reads before anything to search in has arrived, see `Engine::warm`.

use guichet_search::{Document, Field, Index, Segments, bundle};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let document = |key: &str, title: &str, body: &str| {
        Document::new(key)
            .of("article", "printing")
            .with(Field::Title, title)
            .with(Field::Headings, "Slow printing\nPaper")
            .with(Field::Body, body)
    };
    let documents = [
        document("1", "The printer is slow", "Printers print slowly where a network is slow"),
        document("2", "Printing on paper", "Paper for a printer"),
        document("3", "Laptop", "A laptop to print from"),
    ];
    let bytes = bundle(&Segments::new(Index::build(documents, "en")?), "");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("warm.gsib"), bytes)?;
    Ok(())
}
