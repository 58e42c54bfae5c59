//! A list that people look somebody or something up in. It is made ready once, when the content is loaded, for it is asked at
//! every key that somebody types.
//!
//! Rows stand in the order in which they are shown, and whatever is looked for comes to some of them, a bit each: what begins
//! with a word is a piece of an array of all words in order, what holds it is found by three letters of it, and what an earlier
//! answer leaves is known by heart. Where hardly any rows are left, they are looked at one by one.

mod bits;
#[cfg(test)]
mod tests;
mod words;

use crate::spelling::{begins, spellings};
use bits::Bits;
use std::collections::BTreeMap;
use words::{INSIDE, Words};

/// One row in so many is hardly any.
const FEW: usize = 64;

/// By what a list is narrowed, see `Narrowing` in the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The site.
    Location,
    /// Somebody whom it belongs to, or whom they report to.
    Person,
    /// The group.
    Group,
    /// An address for mail, in small letters.
    Email,
}

/// Somebody or something to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What else it is found by, in words.
    pub more: String,
    /// What narrows the list to it, and to others.
    pub under: Vec<(By, String)>,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Words, as `spelling::words` gives them.
    pub words: &'a [String],
    /// Only what is under all of these.
    pub under: &'a [(By, &'a str)],
    /// At most so many.
    pub limit: usize,
}

/// How well a row fits. Each takes in those before it, and is shown behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name begins with what was typed.
    Name,
    /// Each word begins a word.
    Words,
    /// Each word begins a word or, where it is long enough, is inside one.
    Inside,
}

impl Rank {
    const ALL: [Self; 3] = [Self::Name, Self::Words, Self::Inside];
}

/// What was typed: as it stands, and word by word.
#[derive(Clone, Copy)]
struct Typed<'a> {
    whole: &'a str,
    words: &'a [String],
}

/// A row of the list.
#[derive(Debug, Clone)]
struct Row {
    id: String,
    /// Name and all else that it is found by, in each spelling.
    spellings: Vec<String>,
}

impl Row {
    fn fits(&self, rank: Rank, typed: Typed<'_>) -> bool {
        let any = |fits: &dyn Fn(&str) -> bool| self.spellings.iter().any(|text| fits(text));
        let inside = |text: &str, word: &str| word.len() >= INSIDE && text.contains(word);
        match rank {
            Rank::Name => any(&|text| text.starts_with(typed.whole)),
            Rank::Words => typed.words.iter().all(|word| any(&|text| begins(text, word))),
            Rank::Inside => {
                typed.words.iter().all(|word| any(&|text| inside(text, word) || begins(text, word)))
            }
        }
    }
}

/// The list.
#[derive(Debug, Clone, Default)]
pub struct Register {
    rows: Vec<Row>,
    /// The rows in the order of their ids.
    ids: Vec<u32>,
    /// Row and number of each spelling, in the order of the spellings.
    heads: Vec<(u32, usize)>,
    words: Words,
    under: BTreeMap<(By, String), Vec<u32>>,
}

impl Register {
    /// A list of `entries`, in the order in which they are shown.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut list = Self::default();
        for (row, entry) in (0_u32..).zip(entries) {
            let spellings = spellings(&format!("{} {}", entry.name, entry.more));
            list.ids.push(row);
            list.heads.extend((0..spellings.len()).map(|spelling| (row, spelling)));
            for under in entry.under {
                list.under.entry(under).or_default().push(row);
            }
            list.rows.push(Row { id: entry.id, spellings });
        }
        let rows = &list.rows;
        list.ids.sort_by_key(|row| id(rows, *row));
        list.heads.sort_by_key(|head| spelling(rows, *head));
        list.words = Words::of(rows.iter().map(|row| row.spellings.as_slice()));
        list
    }

    /// The ids of what is wanted and may be given, best first.
    pub fn find(&self, wanted: Wanted<'_>, may: &dyn Fn(&str) -> bool) -> Vec<&str> {
        let whole = wanted.words.join(" ");
        let typed = Typed { whole: &whole, words: wanted.words };
        let mut left = self.all_under(wanted.under);
        let few = left.count() * FEW <= self.rows.len();
        let mut found = Vec::new();
        for rank in Rank::ALL {
            let mut fitting =
                if few { self.one_by_one(&left, rank, typed) } else { self.at_once(rank, typed) };
            fitting.keep(&left);
            for row in fitting.rows() {
                if found.len() == wanted.limit {
                    return found;
                }
                left.remove(row);
                found.extend(Some(id(&self.rows, row)).filter(|id| may(id)));
            }
        }
        found
    }

    /// The same without `under`, by looking at every row: what the list is tested and measured against.
    pub fn scan(&self, words: &[String], limit: usize, may: &dyn Fn(&str) -> bool) -> Vec<&str> {
        let whole = words.join(" ");
        let typed = Typed { whole: &whole, words };
        let rank = |row: &Row| Rank::ALL.into_iter().find(|rank| row.fits(*rank, typed));
        let allowed = self.rows.iter().filter(|row| may(&row.id));
        let mut found: Vec<(Rank, &str)> =
            allowed.filter_map(|row| Some((rank(row)?, row.id.as_str()))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, id)| id).take(limit).collect()
    }

    /// Whether what has this id is on the list and fits the words.
    pub fn has(&self, wanted: &str, words: &[String]) -> bool {
        let found = self.ids.binary_search_by_key(&wanted, |row| id(&self.rows, *row)).ok();
        let row = found.and_then(|n| self.rows.get(*self.ids.get(n)? as usize));
        // That takes in all others.
        row.is_some_and(|row| row.fits(Rank::Inside, Typed { whole: "", words }))
    }

    /// The ids of what is under one of `names`, in the order of the list.
    pub fn under_any(&self, by: By, names: &[String]) -> Vec<&str> {
        let under = |name: &String| self.under.get(&(by, name.clone())).into_iter().flatten().copied();
        let found = Bits::of(self.rows.len(), names.iter().flat_map(under));
        found.rows().map(|row| id(&self.rows, row)).collect()
    }

    /// The rows that are under all of these.
    fn all_under(&self, under: &[(By, &str)]) -> Bits {
        let count = self.rows.len();
        let mut left = Bits::all(count);
        for (by, name) in under {
            let rows = self.under.get(&(*by, (*name).to_owned()));
            left.keep(&Bits::of(count, rows.into_iter().flatten().copied()));
        }
        left
    }

    fn one_by_one(&self, left: &Bits, rank: Rank, typed: Typed<'_>) -> Bits {
        let fits = |row: &u32| self.rows.get(*row as usize).is_some_and(|row| row.fits(rank, typed));
        Bits::of(self.rows.len(), left.rows().filter(fits))
    }

    fn at_once(&self, rank: Rank, typed: Typed<'_>) -> Bits {
        let count = self.rows.len();
        if rank == Rank::Name {
            let heads = &self.heads;
            let from = heads.partition_point(|head| spelling(&self.rows, *head) < typed.whole);
            let rest = heads.get(from..).unwrap_or_default();
            let fitting = rest.partition_point(|head| spelling(&self.rows, *head).starts_with(typed.whole));
            return Bits::of(count, rest.iter().take(fitting).map(|(row, _)| *row));
        }
        let mut words: Vec<&str> = typed.words.iter().map(String::as_str).collect();
        // Whoever types a word a thousand times need not wait for each of them.
        words.sort_unstable();
        words.dedup();
        let mut fitting = Bits::all(count);
        for word in words {
            let mut with = Bits::of(count, self.words.beginning(word).iter().copied());
            if rank == Rank::Inside && word.len() >= INSIDE {
                with.add(self.words.holding(word));
            }
            fitting.keep(&with);
        }
        fitting
    }
}

fn id(rows: &[Row], row: u32) -> &str {
    rows.get(row as usize).map_or("", |row| row.id.as_str())
}

fn spelling(rows: &[Row], (row, spelling): (u32, usize)) -> &str {
    rows.get(row as usize).and_then(|row| row.spellings.get(spelling)).map_or("", String::as_str)
}
