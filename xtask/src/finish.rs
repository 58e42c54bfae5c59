//! The last step of a build, on what Trunk has staged: each file is named after its content, so that it can be cached for
//! ever, and is compressed beside itself, so that no server has to.

use crate::{packs, process::say};
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::{
    collections::BTreeMap,
    env, fs,
    io::Write,
    path::{Path, PathBuf},
};

/// The two scripts that import each other: they can only be named together.
const ENTANGLED: [&str; 2] = ["guichet.js", packs::SCRIPT];

/// Names, links and compresses. Trunk says where in `TRUNK_STAGING_DIR`.
pub fn finish() -> Result<()> {
    let staging = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this")?);
    let assets = staging.join("assets");
    let mut files = Files::read(&assets)?;
    let leaves: Vec<String> = files.0.keys().filter(|n| !n.ends_with(".js")).cloned().collect();
    for name in leaves {
        files.rename(&[name.as_str()]);
    }
    files.rename(&ENTANGLED);
    files.seal("search-worker.js", "search.wasm")?;
    files.seal("boot.js", "guichet_bg.wasm")?;
    // Whoever is named by another comes first.
    for script in ["search-worker.js", "search.js", "boot.js"] {
        files.rename(&[script]);
    }
    let index = staging.join("index.html");
    let mut html = fs::read_to_string(&index).context("index.html is missing")?;
    for (old, file) in &files.0 {
        html = html.replace(&format!("assets/{old}"), &format!("assets/{}", file.name));
    }
    fs::write(&index, html)?;
    files.write(&assets)?;
    compress(&staging)
}

struct File {
    name: String,
    bytes: Vec<u8>,
}

struct Files(BTreeMap<String, File>);

impl Files {
    fn read(directory: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(directory)? {
            let path = entry?.path();
            if let Some(name) = path.file_name().and_then(|n| n.to_str()) {
                files.insert(name.to_owned(), File { name: name.to_owned(), bytes: fs::read(&path)? });
            }
        }
        Ok(Self(files))
    }

    /// Names `group` after its content, and tells every script.
    fn rename(&mut self, group: &[&str]) {
        let mut hash = Sha256::new();
        for name in group {
            if let Some(file) = self.0.get(*name) {
                hash.update(&file.bytes);
            }
        }
        let hash: String = hash.finalize().iter().take(6).map(|b| format!("{b:02x}")).collect();
        for old in group {
            let (stem, extension) = old.rsplit_once('.').unwrap_or((old, ""));
            let new = format!("{stem}-{hash}.{extension}");
            for (_, script) in self.0.iter_mut().filter(|(n, _)| n.ends_with(".js")) {
                script.bytes = refer(&String::from_utf8_lossy(&script.bytes), old, &new).into_bytes();
            }
            if let Some(file) = self.0.get_mut(*old) {
                file.name = new;
            }
        }
    }

    /// Gives a script the integrity of the module that it fetches.
    fn seal(&mut self, script: &str, module: &str) -> Result<()> {
        let module = self.0.get(module).with_context(|| format!("{module} is missing"))?;
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&module.bytes)));
        let script = self.0.get_mut(script).with_context(|| format!("{script} is missing"))?;
        script.bytes =
            String::from_utf8_lossy(&script.bytes).replace("__INTEGRITY__", &integrity).into_bytes();
        Ok(())
    }

    fn write(&self, directory: &Path) -> Result<()> {
        for (old, file) in &self.0 {
            fs::remove_file(directory.join(old))?;
            fs::write(directory.join(&file.name), &file.bytes)?;
        }
        Ok(())
    }
}

/// Makes `script` refer to `new` instead of `old`. A key of an object stays: it is the name under which a WebAssembly
/// module asks for its imports.
fn refer(script: &str, old: &str, new: &str) -> String {
    let (quoted, renamed) = (format!("\"./{old}\""), format!("\"./{new}\""));
    let mut parts = script.split(quoted.as_str());
    let mut done = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        done.push_str(if part.starts_with(':') { &quoted } else { &renamed });
        done.push_str(part);
    }
    done
}

/// Brotli at its strongest: done once here instead of on each request.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    // Quality 11; a window of 2^22 bytes, the largest that every decoder takes.
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed)
}

fn compress(directory: &Path) -> Result<()> {
    say("compressing");
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            compress(&path)?;
        } else if path
            .extension()
            .and_then(|e| e.to_str())
            .is_some_and(|e| !matches!(e, "br" | "png" | "woff2"))
        {
            let mut name = path.clone().into_os_string();
            name.push(".br");
            fs::write(name, brotli(&fs::read(&path)?)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_renamed_and_the_names_of_modules_are_not() {
        let script =
            "import * as i from \"./a.js\";\nconst o = { \"./a.js\": i, b: new URL(\"./a.js\", base) };";
        let expected =
            "import * as i from \"./a-1.js\";\nconst o = { \"./a.js\": i, b: new URL(\"./a-1.js\", base) };";
        assert_eq!(refer(script, "a.js", "a-1.js"), expected);
    }
}
