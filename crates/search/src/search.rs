//! Looking for a query.

use crate::{
    Hit, Index, distance,
    distance::Ruler,
    rank,
    words::{in_one, words},
};
use alloc::{string::String, vec, vec::Vec};

/// Nobody types more words into a search box; a pasted page must not keep the browser busy.
const MAX_TERMS: usize = 16;

/// A term that fewer documents have is also looked for with typing errors and inside longer words.
const LITTLE: usize = 3;

/// Shorter parts are in too many words to mean anything.
const SHORTEST_PART: usize = 4;

/// What another form of the word counts, beside 1 for the word itself.
const STEM: f64 = 0.9;
/// What a word counts that goes on after what was typed.
const BEGINNING: f64 = 0.6;
/// What a longer word counts that holds it.
const INSIDE: f64 = 0.45;
/// What a word with a typing error counts; with two, half of it.
const TYPO: f64 = 0.5;

/// A word to look for.
struct Term {
    word: String,
    /// The compound that it is a part of, as one word.
    compound: Option<String>,
    /// It may be half typed.
    open: bool,
}

/// A term of the index that would do, and what it counts.
struct Candidate {
    term: usize,
    factor: f64,
}

/// What a document has of the query.
#[derive(Clone, Copy, Default)]
struct Found {
    terms: u32,
    score: f64,
}

impl Index {
    /// The `limit` documents that fit `query` best, best first; of those that fit equally well, by key.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let terms = self.query(query);
        let mut found = vec![Found::default(); self.len()];
        for term in &terms {
            for (found, score) in found.iter_mut().zip(self.scores(term)) {
                if score > 0.0 {
                    found.terms += 1;
                    found.score += score;
                }
            }
        }
        let all = u32::try_from(terms.len()).unwrap_or(u32::MAX);
        let some_have_all = found.iter().any(|found| found.terms == all);
        let least = if some_have_all { all } else { 1 };
        let mut hits: Vec<(f64, &String)> = found
            .iter()
            .zip(&self.keys)
            .filter(|(found, _)| found.terms >= least.max(1))
            // Where nobody has all, two of three rare words beat one very rare one.
            .map(|(found, key)| (found.score * f64::from(found.terms) / f64::from(all.max(1)), key))
            .collect();
        hits.sort_by(|(a, a_key), (b, b_key)| b.total_cmp(a).then_with(|| a_key.cmp(b_key)));
        hits.truncate(limit);
        hits.into_iter().map(|(score, key)| Hit { key: key.clone(), score }).collect()
    }

    /// The words to look for, each once. Words that say nothing are left out where others say something.
    fn query(&self, query: &str) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for compound in words(query) {
            let whole = in_one(&compound);
            for word in compound {
                if terms.len() < MAX_TERMS && !terms.iter().any(|term| term.word == word) {
                    terms.push(Term { word, compound: whole.clone(), open: false });
                }
            }
        }
        let typing = query.chars().next_back().is_some_and(|c| !c.is_whitespace());
        if let Some(last) = terms.last_mut() {
            last.open = typing;
        }
        // The last word may be the beginning of another one: "do" of "docking station".
        let says_something = |term: &Term| term.open || !self.language.is_noise(&term.word);
        if terms.iter().any(says_something) {
            terms.retain(says_something);
        }
        terms
    }

    /// For each document, the best of what it has for `term`; 0 for nothing.
    fn scores(&self, term: &Term) -> Vec<f64> {
        let mut scores = vec![0.0_f64; self.len()];
        for candidate in self.candidates(term) {
            let postings = self.postings(candidate.term);
            let rarity = rank::rarity(postings.len(), self.len()) * candidate.factor;
            for posting in postings {
                let place = usize::try_from(posting.document).ok().and_then(|n| scores.get_mut(n));
                if let Some(score) = place {
                    *score = score.max(rank::worth(posting.weight, rarity));
                }
            }
        }
        scores
    }

    fn candidates(&self, term: &Term) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut add = |text: &str, factor: f64| {
            found.extend(self.term(text).map(|term| Candidate { term, factor }));
        };
        add(&term.word, 1.0);
        if let Some(compound) = &term.compound {
            add(compound, 1.0);
        }
        if let Some((stem, instead)) = self.language.stem(&term.word) {
            add(&String::from_iter([stem, instead]), STEM);
        }
        if term.open {
            let from = self.terms_from(&term.word);
            let known: Vec<usize> = found.iter().map(|candidate| candidate.term).collect();
            let more = from.filter(|term| !known.contains(term));
            found.extend(more.map(|term| Candidate { term, factor: BEGINNING }));
        }
        let having: usize = found.iter().map(|candidate| self.postings(candidate.term).len()).sum();
        if having < LITTLE {
            self.add_similar(term, &mut found);
        }
        found
    }

    /// Adds what might have been meant.
    fn add_similar(&self, term: &Term, found: &mut Vec<Candidate>) {
        let letters: Vec<char> = term.word.chars().collect();
        let most = distance::allowed(letters.len());
        let is_part = letters.len() >= SHORTEST_PART;
        if most == 0 && !is_part {
            return;
        }
        let mut ruler = Ruler::new(&letters, most, term.open);
        for (number, text) in self.terms().enumerate() {
            let factor = if is_part && text.contains(term.word.as_str()) {
                INSIDE
            } else {
                match ruler.measure(text) {
                    Some(2..) => TYPO / 2.0,
                    Some(_) => TYPO,
                    None => continue,
                }
            };
            found.push(Candidate { term: number, factor });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Field, Index};

    fn index() -> Index {
        let document = |key: &str, title: &str, body: &str| {
            Document::new(key).with(Field::Title, title).with(Field::Body, body)
        };
        Index::build(
            [
                document(
                    "email",
                    "Outlook does not open",
                    "Restart E-Mail and try again. The printer is fine.",
                ),
                document("laptop", "Laptop", "A notebook for your desk"),
                document("laptop-slow", "Laptop is slow", "Restart it; then look at the programs that run"),
                document("printer", "Add a printer", "Printers are on every floor"),
                document("driver", "Druckertreiber", "Install a driver"),
                document("tokyo", "東京オフィスのプリンタ", "ネットワーク"),
            ],
            "en",
        )
    }

    fn keys(query: &str) -> Vec<String> {
        index().search(query, 10).into_iter().map(|hit| hit.key).collect()
    }

    #[test]
    fn what_people_type_finds_what_they_mean() {
        for (query, expected) in [
            ("laptop", &["laptop", "laptop-slow"][..]),
            ("LAPTOPS", &["laptop", "laptop-slow"]),
            ("lapt", &["laptop", "laptop-slow"]),
            ("slow laptop", &["laptop-slow"]),
            ("laptpo slow", &["laptop-slow"]),
            ("my laptop is slow", &["laptop-slow"]),
            ("email", &["email"]),
            ("e-mail", &["email"]),
            ("treiber", &["driver"]),
            ("プリンタ", &["tokyo"]),
            ("東", &["tokyo"]),
            ("ｎｏｔｅｂｏｏｋ", &["laptop"]),
            ("xyzzy", &[]),
            ("", &[]),
            ("!?", &[]),
        ] {
            assert_eq!(keys(query), expected, "{query}");
        }
    }

    #[test]
    fn a_word_in_the_title_comes_before_one_in_the_body() {
        assert_eq!(keys("printer"), ["printer", "email"]);
    }

    #[test]
    fn where_nothing_has_all_the_most_wins() {
        let keys = keys("slow laptop unobtainium");
        assert_eq!(keys.first().map(String::as_str), Some("laptop-slow"), "{keys:?}");
        assert!(keys.len() > 1);
    }

    #[test]
    fn the_limit_holds() {
        assert_eq!(index().search("restart", 1).len(), 1);
        assert!(index().search("restart", 0).is_empty());
    }
}
