//! What is refused before a byte of it is sent. The backend looks again, into the file.

use super::kinds;
use guichet_contract::{is_in_range, types::Limits};

/// What a question, report or message wants; what is absent it leaves to the backend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// How many files at most.
    pub files: Option<u32>,
    /// How large one may be, in bytes.
    pub bytes: Option<u64>,
    /// Media types, and ranges such as `image/*`.
    pub types: Vec<String>,
}

impl Wanted {
    /// Why a file is not taken, going by what the backend found in it: it keeps what any place may want, and this one may want
    /// less.
    pub fn refuse(&self, media_type: &str) -> Option<Refusal> {
        let kind = media_type.split(';').next().unwrap_or_default().trim();
        let fits = self.types.is_empty() || self.types.iter().any(|range| is_in_range(kind, range));
        (!fits).then_some(Refusal::Content)
    }
}

/// What holds: the narrower of what is wanted and what the backend takes, as far as that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// How many files at most.
    pub files: Option<u32>,
    /// How large one may be, in bytes.
    pub bytes: Option<u64>,
    /// Media types and ranges; empty: any.
    pub types: Vec<String>,
}

/// A file, as the browser tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is called.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Its media type; empty where the browser does not know.
    pub media_type: String,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// This backend takes no files at all.
    NotOffered,
    /// There is nothing in it.
    Empty,
    /// It is larger than so many bytes; absent where nobody knows how many.
    TooLarge(Option<u64>),
    /// Of another type.
    Type,
    /// What is in it is of another type than it looked.
    Content,
    /// There are so many already.
    TooMany(u32),
    /// It is there already.
    Twice,
}

impl Bounds {
    /// The narrower of the two.
    pub fn new(wanted: &Wanted, limits: Option<&Limits>) -> Self {
        let taken = limits.map(|limits| limits.attachment_types.as_slice()).unwrap_or_default();
        Self {
            files: least(wanted.files, limits.and_then(|limits| limits.attachments)),
            bytes: least(wanted.bytes, limits.map(|limits| limits.attachment_bytes)),
            types: kinds::both(&wanted.types, taken),
        }
    }

    /// Why a file is not taken, going by itself.
    pub fn refuse(&self, file: &Told) -> Option<Refusal> {
        if file.size == 0 {
            return Some(Refusal::Empty);
        }
        if !kinds::fits(&self.types, &file.name, &file.media_type) {
            return Some(Refusal::Type);
        }
        self.bytes.filter(|most| file.size > *most).map(|most| Refusal::TooLarge(Some(most)))
    }

    /// Why no more files are taken where there are so many.
    pub fn full(&self, there: usize) -> Option<Refusal> {
        let full = |most: &u32| usize::try_from(*most).is_ok_and(|most| there >= most);
        self.files.filter(full).map(Refusal::TooMany)
    }

    /// Why a file of `size` was refused for its size. What was refused below every limit was refused by somebody on the way,
    /// whose limit is another.
    pub fn exceeded(&self, size: u64) -> Refusal {
        Refusal::TooLarge(self.bytes.filter(|most| size > *most))
    }
}

/// The narrower of two limits.
fn least<T: Ord>(one: Option<T>, other: Option<T>) -> Option<T> {
    one.into_iter().chain(other).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, media_type: &str, size: u64) -> Told {
        Told { name: name.to_owned(), size, media_type: media_type.to_owned() }
    }

    fn limits() -> Limits {
        Limits {
            body_bytes: 1,
            attachment_bytes: 10,
            attachment_types: vec!["image/png".to_owned(), "text/plain".to_owned()],
            attachments: Some(5),
            chunk_bytes: None,
            page_size: 1,
        }
    }

    #[test]
    fn the_narrower_limit_holds() {
        for (one, other, expected) in [
            (None, None, None),
            (Some(5), None, Some(5)),
            (None, Some(7), Some(7)),
            (Some(5), Some(7), Some(5)),
            (Some(9), Some(7), Some(7)),
        ] {
            assert_eq!(least(one, other), expected, "{one:?} {other:?}");
        }
        let wanted = Wanted { files: Some(3), bytes: Some(50), types: vec!["image/*".to_owned()] };
        let bounds = Bounds::new(&wanted, Some(&limits()));
        assert_eq!(
            (bounds.files, bounds.bytes, bounds.types),
            (Some(3), Some(10), vec!["image/png".to_owned()])
        );
        let alone = Bounds::new(&wanted, None);
        assert_eq!((alone.files, alone.bytes), (Some(3), Some(50)));
    }

    #[test]
    fn a_file_is_refused_for_what_can_be_seen_of_it() {
        let bounds = Bounds::new(&Wanted::default(), Some(&limits()));
        for (told, refusal) in [
            (file("a.png", "image/png", 10), None),
            (file("a.png", "image/png", 11), Some(Refusal::TooLarge(Some(10)))),
            (file("a.png", "image/png", 0), Some(Refusal::Empty)),
            (file("a.mp4", "video/mp4", 11), Some(Refusal::Type)),
        ] {
            assert_eq!(bounds.refuse(&told), refusal, "{told:?}");
        }
        assert_eq!((bounds.full(4), bounds.full(5)), (None, Some(Refusal::TooMany(5))));
        assert_eq!(Bounds::default().full(1000), None);
    }

    #[test]
    fn a_file_is_what_the_backend_found_in_it() {
        let pictures = Wanted { types: vec!["image/*".to_owned()], ..Wanted::default() };
        assert_eq!(pictures.refuse("image/webp"), None);
        assert_eq!(pictures.refuse("application/pdf"), Some(Refusal::Content));
        let texts = Wanted { types: vec!["text/plain".to_owned()], ..Wanted::default() };
        assert_eq!(texts.refuse("text/plain; charset=utf-8"), None);
        assert_eq!(Wanted::default().refuse("application/pdf"), None, "whatever the backend takes");
    }

    #[test]
    fn a_limit_is_named_only_where_the_file_is_over_it() {
        let bounds = Bounds { bytes: Some(7), ..Bounds::default() };
        assert_eq!(bounds.exceeded(8), Refusal::TooLarge(Some(7)));
        assert_eq!(bounds.exceeded(7), Refusal::TooLarge(None));
        assert_eq!(Bounds::default().exceeded(8), Refusal::TooLarge(None));
    }
}
