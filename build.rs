//! Makes Rust functions of the message files; a missing translation stops the build.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/messages");
    let catalog = guichet_messages::read(Path::new("src/messages"), &["en", "de"])?;
    let out = Path::new(&env::var("OUT_DIR")?).join("messages.rs");
    fs::write(out, guichet_messages::rust(&catalog))?;
    Ok(())
}
