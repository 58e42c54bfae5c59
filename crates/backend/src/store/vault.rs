//! The key that secrets are sealed with: in a file of its own beside the database, so that whoever has a copy of the database
//! alone has none of them.

use crate::hex::sha256;
use chacha20poly1305::{
    Key, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use std::{
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Of the key, in bytes: what the cipher takes.
const KEY: usize = 32;
/// Of the number that is used once, in bytes: long enough to be drawn at random for ever.
const NONCE: usize = 24;

/// Seals secrets, and opens them.
#[derive(Clone)]
pub struct Vault([u8; KEY]);

/// There is no key to seal with.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The file cannot be read or made.
    #[error("the key of the secrets cannot be read from {}, or made there", .path.display())]
    File {
        /// Where it is.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// The file holds something else.
    #[error(
        "{} holds {bytes} bytes and is no key: put the file back from your backup. Without one, remove it: a new key is \
         made, and the secrets that are kept can no longer be read", .path.display()
    )]
    NoKey {
        /// Where it is.
        path: PathBuf,
        /// How much it holds.
        bytes: usize,
    },
    /// The system gave no random numbers. Its error is no std error.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(String),
    /// More than the cipher takes at once, which is more than any body may hold.
    #[error("the secret is too long to be sealed")]
    TooLong,
}

impl Vault {
    /// The key in the file at `path`, which is made where it is not there.
    pub(super) fn open(path: &Path) -> Result<Self, VaultError> {
        let failed = |source| VaultError::File { path: path.to_owned(), source };
        let bytes = match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let key: [u8; KEY] = random()?;
                match write(path, &key) {
                    Ok(()) => return Ok(Self(key)),
                    // Another process began at the same moment, and was faster.
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                        fs::read(path).map_err(failed)?
                    }
                    Err(error) => return Err(failed(error)),
                }
            }
            read => read.map_err(failed)?,
        };
        warn_if_shared(path);
        let no_key = |bytes: Vec<u8>| VaultError::NoKey { path: path.to_owned(), bytes: bytes.len() };
        <[u8; KEY]>::try_from(bytes).map(Self).map_err(no_key)
    }

    /// Seals `secret` so that it can be opened in this place alone.
    pub(super) fn seal(&self, place: &str, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        let nonce: [u8; NONCE] = random()?;
        let payload = Payload { msg: secret, aad: place.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| VaultError::TooLong)?;
        Ok([&nonce[..], &sealed[..]].concat())
    }

    /// What was sealed in this place; nothing where it was with another key, or is damaged.
    pub(super) fn unseal(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()
    }

    /// A hash of `bytes` from which nobody without the key guesses them.
    pub fn fingerprint(&self, bytes: &[u8]) -> String {
        sha256(&[&self.0[..], bytes].concat())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.0))
    }
}

/// The key is in no log.
impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

fn random<const BYTES: usize>() -> Result<[u8; BYTES], VaultError> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| VaultError::NoRandomness(error.to_string()))?;
    Ok(bytes)
}

/// Makes the file whole or not at all, and never in the place of another: whoever is killed in the middle begins anew.
fn write(path: &Path, key: &[u8]) -> io::Result<()> {
    let beside = path.with_extension(format!("key.{}", std::process::id()));
    let made = write_beside(&beside, key).and_then(|()| match fs::hard_link(&beside, path) {
        // Not every file system has links.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => fs::rename(&beside, path),
        linked => linked,
    });
    // It has its own name now, or is of no use.
    let _ = fs::remove_file(&beside);
    made?;
    // The name has to outlive a power cut too, before anything is sealed.
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// For the backend's own user alone.
fn write_beside(path: &Path, key: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(key)?;
    file.sync_all()
}

#[cfg(unix)]
fn warn_if_shared(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let shared = fs::metadata(path).is_ok_and(|there| there.permissions().mode() & 0o077 != 0);
    if shared {
        tracing::warn!(key = %path.display(), "others on this computer can read the key of the secrets: chmod 600");
    }
}

#[cfg(not(unix))]
fn warn_if_shared(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_opened_with_its_key_in_its_place_alone() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::open(&folder.path().join("a.key")).unwrap();
        let sealed = vault.seal("1/pin", b"4711").unwrap();
        assert!(!sealed.windows(4).any(|part| part == b"4711"));
        assert_ne!(sealed, vault.seal("1/pin", b"4711").unwrap(), "the same secret twice looks like two");
        assert_eq!(vault.unseal("1/pin", &sealed).as_deref(), Some(&b"4711"[..]));
        assert_eq!(vault.unseal("2/pin", &sealed), None, "it was moved to another ticket");
        let other = Vault::open(&folder.path().join("b.key")).unwrap();
        assert_eq!(other.unseal("1/pin", &sealed), None);
        assert_eq!(vault.fingerprint(b"4711"), vault.fingerprint(b"4711"));
        assert_ne!(vault.fingerprint(b"4711"), other.fingerprint(b"4711"));
        assert_ne!(vault.fingerprint(b"4711"), sha256(b"4711"));
        let mut damaged = sealed.clone();
        *damaged.last_mut().unwrap() ^= 1;
        for bad in [&damaged[..], &sealed[..NONCE], &sealed[..3], &[]] {
            assert_eq!(vault.unseal("1/pin", bad), None);
        }
    }

    #[test]
    fn the_key_is_made_once_for_nobody_else_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guichet.key");
        let sealed = Vault::open(&path).unwrap().seal("1/pin", b"4711").unwrap();
        assert_eq!(Vault::open(&path).unwrap().unseal("1/pin", &sealed).as_deref(), Some(&b"4711"[..]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        fs::write(&path, b"half a key").unwrap();
        let error = Vault::open(&path).unwrap_err().to_string();
        assert!(error.contains("guichet.key holds 10 bytes") && error.contains("backup"), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"half a key");
        assert!(!format!("{:?}", Vault([7; KEY])).contains('7'));
    }
}
