//! Short names for what the main module asks of its script. Tools name each with what it does and a hash; both files
//! carry every name, and nobody reads them.

use anyhow::{Context, Result, ensure};
use std::{collections::BTreeMap, fs, ops::Range, path::Path};
use wasmparser::{Parser, Payload};

/// The section of a module that holds its imports.
const IMPORTS: u8 = 2;

/// Renames in `module` and `script`.
pub fn shorten(module: &Path, script: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let (renamed, names) = in_module(&bytes)?;
    let text = fs::read_to_string(script).with_context(|| format!("{} cannot be read", script.display()))?;
    fs::write(module, renamed)?;
    fs::write(script, in_script(&text, &names))?;
    Ok(())
}

/// The module with short names, and which are short for which.
fn in_module(module: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut names = BTreeMap::new();
    // Where the last section ended; the first begins behind eight bytes of version.
    let mut header = 8;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Payload::ImportSection(section) = payload else {
            if let Some((_, range)) = payload.as_section() {
                header = usize::try_from(range.end)?;
            }
            continue;
        };
        let range = usize::try_from(section.range().start)?..usize::try_from(section.range().end)?;
        let mut content = Vec::new();
        let mut from = range.start;
        for import in section.into_imports() {
            let import = import?;
            if !is_hashed(import.name) {
                continue;
            }
            let short = format!("g{:x}", names.len());
            let name = place(module, import.name);
            // A name stands behind its length, which has as many bytes as it needs.
            let before = name.start - length(import.name.len()).len();
            ensure!(
                module[before..name.start] == length(import.name.len()),
                "a length is longer than need be"
            );
            content.extend_from_slice(&module[from..before]);
            content.extend(length(short.len()));
            content.extend(short.bytes());
            from = name.end;
            names.insert(import.name.to_owned(), short);
        }
        content.extend_from_slice(&module[from..range.end]);
        let mut renamed = module[..header].to_vec();
        renamed.push(IMPORTS);
        renamed.extend(length(content.len()));
        renamed.extend(content);
        renamed.extend_from_slice(&module[range.end..]);
        return Ok((renamed, names));
    }
    Ok((module.to_vec(), names))
}

/// Where `part`, a slice of `whole`, lies in it.
fn place(whole: &[u8], part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}

/// Whether a tool made the name: it ends with 16 hexadecimal digits.
fn is_hashed(name: &str) -> bool {
    name.rsplit_once('_')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A length in LEB128, as short as it can be.
fn length(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

fn in_script(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let word = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(word);
        renamed.push_str(names.get(name).map_or(name, String::as_str));
        let gap = after.find(is_part).unwrap_or(after.len());
        let (between, next) = after.split_at(gap);
        renamed.push_str(between);
        rest = next;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with two imported functions of type 0, and an empty section of its own behind them.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut imports = vec![2];
        for name in names {
            imports.extend([1, b'm']);
            imports.extend(length(name.len()));
            imports.extend(name.bytes());
            imports.extend([0, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        module.extend(length(imports.len()));
        module.extend(imports);
        module.extend([0, 2, 1, b'x']);
        module
    }

    #[test]
    fn long_names_become_short_in_both_files() {
        let long = format!("__wbg_{}_0123456789abcdef", "a".repeat(150));
        let (renamed, names) = in_module(&module([&long, "memory"])).unwrap();
        assert_eq!(renamed, module(["g0", "memory"]));
        let script = format!("const i = {{ {long}: f, \"{long}_x\": 1, m: {{ {long}() {{}} }} }};");
        assert_eq!(
            in_script(&script, &names),
            format!("const i = {{ g0: f, \"{long}_x\": 1, m: {{ g0() {{}} }} }};")
        );
    }

    #[test]
    fn a_module_without_long_names_stays_as_it_is() {
        let plain = module(["memory", "table_0123"]);
        assert_eq!(in_module(&plain).unwrap(), (plain.clone(), BTreeMap::new()));
    }
}
