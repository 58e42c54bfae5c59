//! A small disk that only the backend and its children see, and that is gone when they are.

use crate::{
    process::{command, works},
    server::Server,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// How `unshare` lets a program mount something: as who may anyway, or as root of a world of its own.
const WAYS: [&[&str]; 2] = [&["--mount"], &["--map-root-user", "--mount"]];
/// Whether mounting works, at the path that is `$0`.
const TRIAL: &str = r#"mount -t tmpfs -o size=1m tmpfs "$0""#;
/// Mounts a disk of `$1` MiB at the path that is `$0`, puts `$2` bytes onto it, and becomes the program that follows.
const SERVE: &str = r#"disk=$0 mib=$1 ballast=$2; shift 2
mount -t tmpfs -o "size=${mib}m" tmpfs "$disk" && head -c "$ballast" /dev/zero > "$disk/ballast" && exec "$@""#;

/// A disk in memory.
pub struct Disk {
    path: PathBuf,
    mib: usize,
    way: &'static [&'static str],
}

impl Disk {
    /// One of `mib` MiB at `path`, once a program is started [on it](Self::serve). None where nobody may mount one.
    pub fn new(path: &Path, mib: usize) -> Result<Option<Self>> {
        fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
        let may = |way: &&[&str]| works(command("unshare").args(*way).args(["sh", "-c", TRIAL]).arg(path));
        let way = WAYS.into_iter().find(may);
        Ok(way.map(|way| Self { path: path.to_owned(), mib, way }))
    }

    /// Where the program that is started on it finds it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// In bytes, what can be freed: a quarter, more than all that was refused.
    pub fn ballast(&self) -> usize {
        (self.mib << 20) / 4
    }

    /// `program`, as one that has the disk. It keeps its process id.
    pub fn serve(&self, program: &Command) -> Command {
        let mut serve = command("unshare");
        serve.args(self.way).args(["sh", "-c", SERVE]).arg(&self.path);
        serve.args([self.mib.to_string(), self.ballast().to_string()]);
        serve.arg(program.get_program()).args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => serve.env(name, value),
                None => serve.env_remove(name),
            };
        }
        serve
    }

    /// Where others find it while the program runs.
    pub fn seen_from_outside(&self, server: &Server) -> PathBuf {
        let root = PathBuf::from(format!("/proc/{}/root", server.id()));
        root.join(self.path.strip_prefix("/").unwrap_or(&self.path))
    }

    /// Makes room.
    pub fn free(&self, server: &Server) -> Result<()> {
        let ballast = self.seen_from_outside(server).join("ballast");
        fs::remove_file(&ballast).with_context(|| format!("{} cannot be removed", ballast.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    #[test]
    fn a_program_on_the_disk_keeps_its_arguments_and_settings() {
        let disk = Disk { path: PathBuf::from("/tmp/disk"), mib: 24, way: WAYS[1] };
        let mut program = Command::new("serve");
        program.arg("--data").arg("/tmp/disk/data").env("RUST_LOG", "warn").env_remove("GUICHET_PORTAL");
        let serve = disk.serve(&program);
        let words: Vec<_> = serve.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert_eq!(words[..4], ["--map-root-user", "--mount", "sh", "-c"]);
        assert_eq!(words[5..], ["/tmp/disk", "24", "6291456", "serve", "--data", "/tmp/disk/data"]);
        let set = |name: &str| serve.get_envs().find(|(other, _)| *other == name).map(|(_, value)| value);
        assert_eq!(set("RUST_LOG"), Some(Some(OsStr::new("warn"))));
        assert_eq!(set("GUICHET_PORTAL"), Some(None));
    }
}
