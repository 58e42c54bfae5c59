//! Chunks that travel together. The splitter makes a module of whatever the same pages share, down to a single function: more
//! than two hundred, most smaller than the head of the reply that carries them. Those that are wanted by much the same pages become one
//! file each, of which the link module takes its pieces (ADR 0027).

use anyhow::{Context, Result, ensure};
use std::{cmp::Reverse, fmt::Write, fs, ops::Range, path::Path};

/// The link module that the splitter writes.
pub const SCRIPT: &str = "__wasm_split.js";

/// What a request is worth, in bytes: a head each way, and its share of a round trip.
const REQUEST: usize = 3_000;

/// How often what is sent fits into what is fetched: brotli halves a chunk, about.
const PACKED: usize = 2;

/// What the link module needs to take chunks out of packs.
const HELPERS: &str = include_str!("packs.js");

/// Packs the chunks in `assets`, and tells the link module beside them.
pub fn pack(assets: &Path) -> Result<()> {
    let file = assets.join(SCRIPT);
    let script = fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
    let definitions = definitions(&script)?;
    let mut chunks = Vec::new();
    for definition in &definitions {
        let bytes = fs::read(assets.join(definition.file()))
            .with_context(|| format!("{} is missing", definition.file()))?;
        chunks.push(bytes);
    }
    let sizes = definitions.iter().zip(&chunks).map(|(definition, bytes)| (definition.pages, bytes.len()));
    let packs = packs(sizes);
    for (n, pack) in packs.iter().enumerate() {
        let bytes: Vec<u8> = pack.chunks.iter().flat_map(|&chunk| &chunks[chunk]).copied().collect();
        fs::write(assets.join(name(n)), bytes)?;
        for &chunk in &pack.chunks {
            fs::remove_file(assets.join(definitions[chunk].file()))?;
        }
    }
    let sizes: Vec<usize> = chunks.iter().map(Vec::len).collect();
    fs::write(file, linked(&script, &definitions, &packs, &sizes)?)?;
    Ok(())
}

fn name(pack: usize) -> String {
    format!("pack_{pack}.bin")
}

/// Where the link module defines a chunk.
#[derive(Debug, PartialEq)]
struct Definition {
    /// Its number.
    chunk: usize,
    /// The pages that want it: a bit each.
    pages: u64,
    /// Its text, from the comment that names the pages to the end of the statement.
    text: Range<usize>,
}

impl Definition {
    fn file(&self) -> String {
        format!("chunk_{}.wasm", self.chunk)
    }
}

/// The chunks of a link module, in its order.
fn definitions(script: &str) -> Result<Vec<Definition>> {
    let (before, constant, end) = ("/* ", " */\nconst __chunk_", "\n, []);\n");
    let mut names: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (at, _) in script.match_indices(constant) {
        let odd = || format!("{SCRIPT} is written in another way than packs.rs knows, at byte {at}");
        let start = script[..at].rfind(before).with_context(odd)?;
        let users = &script[start + before.len()..at];
        let rest = &script[at + constant.len()..];
        let chunk = rest.split(' ').next().and_then(|number| number.parse().ok()).with_context(odd)?;
        let length = script[start..].find(end).with_context(odd)? + end.len();
        let mut pages = 0;
        for user in users.split(", ") {
            let page = names.iter().position(|name| *name == user).unwrap_or_else(|| {
                names.push(user);
                names.len() - 1
            });
            ensure!(page < 64, "there are more than 64 pages");
            pages |= 1 << page;
        }
        found.push(Definition { chunk, pages, text: start..start + length });
    }
    ensure!(!found.is_empty(), "{SCRIPT} names no chunks; packs.rs looks for what it is written like");
    Ok(found)
}

/// Chunks in one file.
#[derive(Debug)]
struct Pack {
    pages: u64,
    bytes: usize,
    chunks: Vec<usize>,
}

impl Pack {
    /// What all pages together pay for a file of `bytes` that `pages` fetch.
    fn cost(pages: u64, bytes: usize) -> usize {
        (bytes / PACKED + REQUEST) * pages.count_ones() as usize
    }

    /// What is gained where the two are one.
    fn gain(&self, other: &Self) -> Option<usize> {
        let apart = Self::cost(self.pages, self.bytes) + Self::cost(other.pages, other.bytes);
        apart
            .checked_sub(Self::cost(self.pages | other.pages, self.bytes + other.bytes))
            .filter(|gain| *gain > 0)
    }

    fn join(&mut self, other: Self) {
        self.pages |= other.pages;
        self.bytes += other.bytes;
        self.chunks.extend(other.chunks);
    }
}

/// Puts together, again and again, those two with which most is gained. A chunk that travels alone is in none.
fn packs(chunks: impl Iterator<Item = (u64, usize)>) -> Vec<Pack> {
    let alone = |(chunk, (pages, bytes))| Pack { pages, bytes, chunks: vec![chunk] };
    let mut packs: Vec<Pack> = chunks.enumerate().map(alone).collect();
    while let Some((one, other)) = best(&packs) {
        let other = packs.remove(other);
        packs[one].join(other);
    }
    packs.retain(|pack| pack.chunks.len() > 1);
    packs
}

/// The first of the pairs with the highest gain, the lower place before the higher.
fn best(packs: &[Pack]) -> Option<(usize, usize)> {
    let pairs = (0..packs.len()).flat_map(|one| (one + 1..packs.len()).map(move |other| (one, other)));
    let gains = pairs.filter_map(|(one, other)| Some((packs[one].gain(&packs[other])?, one, other)));
    let (_, one, other) = gains.max_by_key(|&(gain, one, other)| (gain, Reverse(one), Reverse(other)))?;
    Some((one, other))
}

/// The link module, with the chunks of packs taken out of them.
fn linked(script: &str, definitions: &[Definition], packs: &[Pack], sizes: &[usize]) -> Result<String> {
    // For each chunk its pack, and where it is in there.
    let mut places = vec![None; definitions.len()];
    for (n, pack) in packs.iter().enumerate() {
        let mut from = 0;
        for &chunk in &pack.chunks {
            places[chunk] = Some((n, from));
            from += sizes[chunk];
        }
    }
    let first = definitions.first().map_or(0, |definition| definition.text.start);
    let mut linked = script[..first].to_owned();
    linked.push_str(HELPERS);
    for (n, pack) in packs.iter().enumerate() {
        let (name, many) = (name(n), pack.chunks.len());
        writeln!(linked, "const __pack_{n} = makePack(new URL(\"./{name}\", import.meta.url), {many});")?;
    }
    let mut from = first;
    for ((definition, place), size) in definitions.iter().zip(places).zip(sizes) {
        let Some((pack, at)) = place else { continue };
        linked.push_str(&script[from..definition.text.start]);
        let chunk = definition.chunk;
        writeln!(linked, "const __chunk_{chunk} = makeLoad(__pack_{pack}({at}, {size}), []);")?;
        from = definition.text.end;
    }
    linked.push_str(&script[from..]);
    Ok(linked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(chunk: usize, users: &str) -> String {
        format!(
            "/* {users} */\nconst __chunk_{chunk} = makeLoad(() => {{\n    const src = fetch(new \
             URL(\"./chunk_{chunk}.wasm\", import.meta.url));\n    src.catch(() => {{}});\n    return async (imports) => \
             (WebAssembly.instantiateStreaming(src, imports));\n}}\n, []);\n"
        )
    }

    fn script() -> String {
        let chunks = [(12, "forms, tickets"), (13, "forms"), (14, "answers"), (15, "forms, tickets")];
        let chunks: String = chunks.map(|(chunk, users)| definition(chunk, users)).concat();
        format!(
            "function makeLoad() {{}}\n{chunks}export const __wasm_split_load_forms = \
             makeLoad(0\n, [__chunk_12, __chunk_13, __chunk_15]);\n"
        )
    }

    #[test]
    fn chunks_are_found_with_the_pages_that_want_them() {
        let script = script();
        let found = definitions(&script).unwrap();
        let pages: Vec<(usize, u64)> = found.iter().map(|it| (it.chunk, it.pages)).collect();
        assert_eq!(pages, [(12, 0b11), (13, 0b01), (14, 0b100), (15, 0b11)]);
        assert_eq!(script[found[1].text.clone()], definition(13, "forms"));
        assert!(definitions("export const nothing = 0;").is_err());
        let other = script.replace("\n, []);", ", []);");
        assert!(definitions(&other).is_err(), "what cannot be read is not taken for nothing");
    }

    #[test]
    fn what_the_same_pages_want_travels_together_and_what_only_others_want_does_not() {
        let chunks = [(0b11, 700), (0b01, 400_000), (0b100, 700), (0b11, 900), (0b01, 500_000)];
        let packs = packs(chunks.into_iter());
        let mut together: Vec<Vec<usize>> = packs.into_iter().map(|pack| pack.chunks).collect();
        together.iter_mut().for_each(|chunks| chunks.sort_unstable());
        together.sort_unstable();
        assert_eq!(together, [[0, 3], [1, 4]]);
    }

    #[test]
    fn a_page_does_not_wait_for_much_that_it_does_not_want() {
        assert_eq!(packs([(0b11, 100), (0b01, 100)].into_iter()).len(), 1, "a request less for one page");
        assert!(packs([(0b11, 100), (0b01, 6_100)].into_iter()).is_empty(), "too much for the other");
    }

    #[test]
    fn the_link_module_takes_each_piece_from_its_place() {
        let script = script();
        let definitions = definitions(&script).unwrap();
        let packs = [Pack { pages: 0b11, bytes: 1_600, chunks: vec![3, 0] }];
        let linked = linked(&script, &definitions, &packs, &[700, 100, 100, 900]).unwrap();
        assert!(
            linked.contains("const __pack_0 = makePack(new URL(\"./pack_0.bin\", import.meta.url), 2);\n")
        );
        assert!(linked.contains("const __chunk_12 = makeLoad(__pack_0(900, 700), []);\n"), "{linked}");
        assert!(linked.contains("const __chunk_15 = makeLoad(__pack_0(0, 900), []);\n"), "{linked}");
        assert!(linked.contains(&definition(13, "forms")) && !linked.contains("chunk_12.wasm"), "{linked}");
        assert!(linked.ends_with("\n, [__chunk_12, __chunk_13, __chunk_15]);\n"));
    }
}
