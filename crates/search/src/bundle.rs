//! Files that are searched as one, on their way to whoever has some of them already.
//!
//! Whoever asks says which they have ([`version`]); what they get says which there are, in order, and brings those that
//! they lack ([`bundle`]). So both sides search in the same files and find the same in the same order, and nobody has to
//! remember who was sent what.

use crate::{Error, Index, Segments, VERSION, bytes::Bytes, bytes::wide};
use alloc::{format, string::String, sync::Arc, vec::Vec};

const MAGIC: [u8; 4] = *b"GSIB";

/// More than anybody pushes before everything is indexed again.
const MOST: usize = 32;

/// What names the files of `segments`, in order: the same for the same files, in letters, digits and points.
pub fn version(segments: &Segments) -> String {
    let mut version = String::new();
    for index in segments.indexes() {
        if !version.is_empty() {
            version.push('.');
        }
        version.push_str(&format!("{:016x}", index.id()));
    }
    version
}

/// What brings somebody who has the files of `known`, a [`version`], up to `segments`. What is no version names none.
pub fn bundle(segments: &Segments, known: &str) -> Vec<u8> {
    let known: Vec<u64> =
        known.split('.').take(MOST).filter_map(|id| u64::from_str_radix(id, 16).ok()).collect();
    let is_sent = |index: &&Arc<Index>| !known.contains(&index.id());
    let many = segments.indexes().count();
    let mut bytes = Vec::from(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&u16::try_from(many).unwrap_or(u16::MAX).to_le_bytes());
    for index in segments.indexes() {
        let length = if is_sent(&index) { index.bytes().len() } else { 0 };
        bytes.extend_from_slice(&index.id().to_le_bytes());
        // The table of sections refuses an index that is longer than its lengths can say.
        bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    }
    for index in segments.indexes().filter(is_sent) {
        bytes.extend_from_slice(index.bytes());
    }
    bytes
}

impl Segments {
    /// The segments that `bytes`, a bundle, say there are: with its files, and with those of `known` that it leaves out.
    pub fn unbundle(bytes: impl Into<Vec<u8>>, known: Option<&Self>) -> Result<Self, Error> {
        let bytes = Arc::new(bytes.into());
        let mut head = Bytes::new(&bytes);
        if head.take(MAGIC.len()).is_none_or(|magic| magic != MAGIC) {
            return Err(Error::Magic);
        }
        match head.u16().ok_or(Error::Length)? {
            VERSION => {}
            other => return Err(Error::Version(other)),
        }
        let many = usize::from(head.u16().ok_or(Error::Length)?);
        if many > MOST {
            return Err(Error::Length);
        }
        let mut files = Vec::with_capacity(many);
        for _ in 0..many {
            files.push((head.u64().ok_or(Error::Length)?, head.u32().ok_or(Error::Length)?));
        }
        let mut segments: Option<Self> = None;
        for (id, length) in files {
            let index = if length == 0 {
                let there = known.and_then(|known| known.indexes().find(|index| index.id() == id));
                Arc::clone(there.ok_or(Error::Missing)?)
            } else {
                let start = bytes.len() - head.rest().len();
                let file = head.take(wide(length)).ok_or(Error::Length)?;
                let index = Index::within(Arc::clone(&bytes), start..start + file.len())?;
                if index.id() != id {
                    return Err(Error::Checksum);
                }
                Arc::new(index)
            };
            match &mut segments {
                Some(segments) => segments.push(index)?,
                None => segments = Some(Self::new(index)),
            }
        }
        if head.rest().is_empty() { segments.ok_or(Error::Length) } else { Err(Error::Length) }
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use crate::{Document, Field, Query, Scratch};
    use alloc::vec;

    fn index(key: &str, title: &str) -> Index {
        Index::build([Document::new(key).with(Field::Title, title)], "en").unwrap()
    }

    fn all() -> Segments {
        let mut segments = Segments::new(index("a", "Printer"));
        segments.push(index("b", "Laptop")).unwrap();
        segments
    }

    fn keys(segments: &Segments) -> Vec<String> {
        segments.keys().map(|key| String::from(key.unwrap())).collect()
    }

    #[test]
    fn whoever_has_nothing_gets_everything() {
        let whole = bundle(&all(), "");
        let there = Segments::unbundle(whole, None).unwrap();
        assert_eq!(version(&there), version(&all()));
        assert_eq!(version(&there).len(), 33);
        let hits = there.search(&Query::new("laptop"), &mut Scratch::default()).unwrap().hits.len();
        assert_eq!((keys(&there), hits), (vec![String::from("a"), String::from("b")], 1));
    }

    #[test]
    fn only_what_is_missing_is_sent() {
        let before = all();
        let mut after = Segments::new(index("a", "Printer"));
        after.push(index("b", "Tablet")).unwrap();
        after.push(index("c", "Phone")).unwrap();
        let difference = bundle(&after, &version(&before));
        assert!(difference.len() < bundle(&after, "").len() - index("a", "Printer").bytes().len() + 12);
        let there = Segments::unbundle(difference.clone(), Some(&before)).unwrap();
        assert_eq!(version(&there), version(&after));
        // Whoever lost what they said they have notices, and asks for everything.
        assert_eq!(Segments::unbundle(difference, None).err(), Some(Error::Missing));
        assert_eq!(bundle(&after, "x..0000000000000000"), bundle(&after, ""));
    }

    #[test]
    fn what_is_no_bundle_is_refused() {
        let whole = bundle(&all(), "");
        for end in 0..whole.len() {
            assert!(Segments::unbundle(&whole[..end], None).is_err(), "{end}");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            assert!(Segments::unbundle(changed, None).is_err(), "{at}");
        }
        let mut longer = whole;
        longer.push(0);
        assert_eq!(Segments::unbundle(longer, None).err(), Some(Error::Length));
    }
}
