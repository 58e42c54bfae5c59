//! `disk`: files and reports until the backend's disk is full, and a little longer.
//!
//! What does not fit is refused as the contract says and leaves nothing behind; what is there can be read all the while; and
//! once there is room again, the same calls with the same `Idempotency-Key` go through, once.

mod mount;
mod person;

use super::folder::Folder;
use crate::{
    http::Answer,
    process::say,
    server::{self, Server},
};
use anyhow::{Context, Result, bail};
use guichet_contract::{Code, Problem};
use mount::Disk;
use person::{Call, Kept, Person};
use std::{fs, path::Path, time::Instant};

/// In MiB, how large the disk is: room for some files, and little of anybody's memory.
pub const MIB: usize = 24;
/// In MiB: less has no room for a database, its log and something to free.
const LEAST: usize = 16;
/// In bytes, what is uploaded: large files until no more of them fits, then what fits into the rest.
const SIZES: [usize; 3] = [1 << 20, 64 << 10, 4 << 10];
/// So many reports are never filed into what no small file fits into.
const REPORTS: usize = 500;

/// Fills a disk of `mib` MiB; false where nobody may mount one. `program` is the backend.
pub fn run(program: &Path, mib: usize, seed: u64) -> Result<bool> {
    if mib < LEAST {
        bail!("a database needs a disk of {LEAST} MiB or more");
    }
    let began = Instant::now();
    let folder = Folder::new("disk")?;
    let Some(disk) = Disk::new(&folder.path().join("disk"), mib)? else {
        say(
            "SKIPPED: campaign disk. Nobody may mount a small disk here: that takes Linux, and root or `unshare -rm`",
        );
        folder.remove()?;
        return Ok(false);
    };
    let data = disk.path().join("data");
    let mut server = server::start(&mut disk.serve(&server::backend(program, &data)), &folder.log())?;
    let ended = trial(&disk, &mut server, mib, seed);
    let counts =
        ended.with_context(|| format!("with seed {seed}; the log is in {}", folder.path().display()))?;
    // Nobody writes any more; the disk is gone with the backend.
    copy(&disk.seen_from_outside(&server).join("data"), &folder.data())?;
    drop(server);
    folder.check_database()?;
    folder.remove()?;
    println!("    {counts}, in {} s", began.elapsed().as_secs());
    Ok(true)
}

/// The trial itself; gives what it counted.
fn trial(disk: &Disk, server: &mut Server, mib: usize, seed: u64) -> Result<String> {
    let mut person = Person::new(server.origin(), seed)?;
    let mut kept = Kept::default();
    let mut refused = files(&mut person, &mut kept, mib << 20)?;
    refused.push(reports(&mut person, &mut kept)?);
    person.look(&kept).context("while the disk was full")?;
    let read = kept.files.len();
    disk.free(server)?;
    for call in &refused {
        person.again(call, &mut kept).context("after there was room again")?;
    }
    person.look(&kept).context("after there was room again")?;
    if let Some(panic) = server.panics().first() {
        bail!("the backend panicked: {panic}");
    }
    if !server.is_alive() {
        bail!("the backend has ended");
    }
    let (count, mib_free) = (refused.len(), disk.ballast() >> 20);
    Ok(format!(
        "{mib} MiB were full after {read} files: {count} calls were refused with no_space and left nothing behind, the \
         files could be read, and with {mib_free} MiB of room the {count} went through, once"
    ))
}

/// Uploads until nothing more fits; gives what was refused, one of each size.
fn files(person: &mut Person, kept: &mut Kept, bytes: usize) -> Result<Vec<Call>> {
    let mut refused = Vec::new();
    let mut sent = 0;
    for size in SIZES {
        loop {
            let call = person.upload(size);
            match full(person.send(&call)?)? {
                None => {
                    refused.push(call);
                    break;
                }
                Some(answer) => kept.add(&call, &answer)?,
            }
            sent += size;
            if sent > bytes {
                bail!("{sent} bytes went onto a disk of {bytes}");
            }
        }
    }
    Ok(refused)
}

/// Reports problems until one does not fit; gives that one.
fn reports(person: &mut Person, kept: &mut Kept) -> Result<Call> {
    for _ in 0..REPORTS {
        let call = person.report();
        match full(person.send(&call)?)? {
            None => return Ok(call),
            Some(answer) => kept.add(&call, &answer)?,
        }
    }
    bail!("{REPORTS} reports were filed onto a disk that no small file fits onto")
}

/// The answer of success; none where there was no room. Anything else is a mistake.
fn full(answer: Answer) -> Result<Option<Answer>> {
    if answer.status == 201 {
        return Ok(Some(answer));
    }
    let answer = answer.must_be(Code::NoSpace.status())?;
    let problem: Problem = serde_json::from_slice(&answer.body)
        .with_context(|| format!("the refusal cannot be read: {}", answer.excerpt()))?;
    if problem.code != Code::NoSpace || !answer.header("content-type").starts_with("application/problem+json")
    {
        bail!("a full disk was refused with '{}': {}", problem.code, answer.excerpt());
    }
    Ok(None)
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
