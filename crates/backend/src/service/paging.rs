//! Parts of lists.

use super::Failure;
use crate::{config::limits, store::lists::Place};
use guichet_contract::types::Page;

/// How many items are wanted: no more than a page holds, and at least one.
pub fn limit(wanted: Option<u32>) -> Result<u32, Failure> {
    match wanted {
        Some(0) => Err(Failure::BadParameter("limit".to_owned())),
        Some(wanted) => Ok(wanted.min(limits::PAGE_SIZE)),
        None => Ok(limits::PAGE_SIZE_UNASKED),
    }
}

/// The words of a search, in lower case.
pub fn words(query: Option<&str>) -> Vec<String> {
    query.unwrap_or_default().split_whitespace().map(str::to_lowercase).collect()
}

/// A cursor behind a ticket.
pub fn after_place(place: Place) -> String {
    format!("{:x}.{:x}", place.key, place.seq)
}

/// Where a cursor points to.
pub fn place(cursor: Option<&str>) -> Result<Option<Place>, Failure> {
    let Some(cursor) = cursor else { return Ok(None) };
    let number = |text: &str| i64::from_str_radix(text, 16).ok();
    let read =
        cursor.split_once('.').and_then(|(key, seq)| Some(Place { key: number(key)?, seq: number(seq)? }));
    read.map(Some).ok_or_else(bad_cursor)
}

/// A cursor behind so many.
fn after_number(number: usize) -> String {
    format!("{number:x}")
}

/// How many a cursor is behind.
fn number(cursor: Option<&str>) -> Result<Option<i64>, Failure> {
    cursor.map(|cursor| i64::from_str_radix(cursor, 16).map_err(|_| bad_cursor())).transpose()
}

/// A part of a list that stays as it is until the content changes: the cursor counts what was given.
pub fn slice<T, U>(
    all: &[T],
    wanted: Option<u32>,
    cursor: Option<&str>,
    make: impl FnMut(&T) -> U,
) -> Result<Page<U>, Failure> {
    let limit = usize::try_from(limit(wanted)?).unwrap_or(usize::MAX);
    let start = usize::try_from(number(cursor)?.unwrap_or(0)).map_err(|_| bad_cursor())?;
    let items = all.iter().skip(start).take(limit).map(make).collect();
    let end = start.saturating_add(limit);
    let next = (end < all.len()).then(|| after_number(end));
    Ok(Page { items, next, total: None })
}

fn bad_cursor() -> Failure {
    Failure::BadParameter("cursor".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_are_read_back() {
        let end = Place { key: i64::MAX, seq: 7 };
        assert_eq!(place(Some(&after_place(end))).unwrap(), Some(end));
        assert_eq!(number(Some(&after_number(255))).unwrap(), Some(255));
        for bad in ["", "x", "1", "1.", "1.x"] {
            assert!(place(Some(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn parts_follow_one_another() {
        let all: Vec<u32> = (0..7).collect();
        let mut seen = Vec::new();
        let mut cursor = None;
        loop {
            let page = slice(&all, Some(3), cursor.as_deref(), |n| *n).unwrap();
            seen.extend(page.items);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
        assert!(slice(&all, Some(0), None, |n| *n).is_err());
        assert!(slice(&all, None, Some("-1"), |n| *n).is_err());
    }
}
