//! The same search without an index, in straightforward code: what the engine answers has to be the same.

use crate::{
    Document, FIELDS, Field, Index, Matcher, Query, Scratch, Segments,
    build::impact::{Counts, averages, level},
    facts::Rule,
    fuzzy,
    noise::is_noise,
    query::{Term, terms},
    rank::{self, Held},
    stem::Language,
    words::{Shape, words},
};
use core::cmp::Reverse;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A term: where it is, and how.
#[derive(Default)]
struct Found {
    lower: String,
    languages: BTreeMap<Language, u32>,
    places: BTreeMap<usize, Counts>,
}

struct Naive {
    keys: Vec<String>,
    terms: BTreeMap<Vec<char>, Found>,
    lengths: Vec<Counts>,
    titles: Vec<u32>,
}

fn letters(word: &str) -> Vec<char> {
    word.chars().collect()
}

fn read(documents: &BTreeMap<String, Document>) -> Naive {
    let mut naive =
        Naive { keys: Vec::new(), terms: BTreeMap::new(), lengths: Vec::new(), titles: Vec::new() };
    for (number, document) in documents.values().enumerate() {
        let language = Language::of(&document.language);
        let (mut lengths, mut telling, mut all) = ([0; FIELDS], 0, 0);
        for field in Field::ALL {
            for text in document.texts(field) {
                words(text, &mut |token| {
                    let noise = is_noise(language, token.folded);
                    let is_word = token.shape == Shape::Word;
                    lengths[field as usize] += u32::from(is_word);
                    if field == Field::Title && is_word {
                        all += 1;
                        telling += u32::from(!noise);
                    }
                    if noise && (field == Field::Summary || field == Field::Body) {
                        return;
                    }
                    let found = naive.terms.entry(letters(token.folded)).or_default();
                    if found.places.is_empty() {
                        found.lower = token.lower.to_owned();
                    }
                    if !found.places.contains_key(&number) {
                        *found.languages.entry(language).or_default() += 1;
                    }
                    found.places.entry(number).or_default()[field as usize] += 1;
                });
            }
        }
        naive.keys.push(document.key.clone());
        naive.lengths.push(lengths);
        naive.titles.push(if telling > 0 { telling } else { all });
    }
    naive
}

/// Every distance between the beginnings of two words: optimal string alignment as in any textbook.
fn distances(a: &[char], b: &[char]) -> Vec<Vec<usize>> {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let wrong = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut best = wrong.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                best
            };
        }
    }
    table
}

/// How many typing errors `term` is away, if not too many.
fn errors(word: &[char], term: &[char], open: bool) -> Option<usize> {
    let most = fuzzy::allowed(word.len());
    let table = distances(word, term);
    let column = |end: usize| table.iter().map(move |row| row[end]);
    let early = (1..=term.len().min(3)).all(|end| column(end).min().unwrap() <= 1);
    let last = &table[word.len()];
    let errors = if open { *last.iter().min().unwrap() } else { *last.last().unwrap() };
    (most > 0 && early && errors <= most).then_some(errors)
}

impl Naive {
    fn having(&self, term: &[char]) -> u32 {
        self.terms.get(term).map_or(0, |found| found.places.len() as u32)
    }

    fn in_title(&self, term: &[char]) -> bool {
        self.terms[term].places.values().any(|counts| counts[0] > 0)
    }

    fn stem(&self, term: &[char]) -> Vec<char> {
        let found = &self.terms[term];
        let language = found.languages.iter().max_by_key(|(language, many)| (**many, Reverse(**language)));
        let stem = language.and_then(|(language, _)| language.stem(&found.lower)).map(|stem| letters(&stem));
        stem.filter(|stem| Rule::between(term, stem).is_some()).unwrap_or_else(|| term.to_vec())
    }

    /// The terms that would do, what they count and whether they add up, and how rare the word is.
    fn candidates(&self, term: &Term) -> (BTreeMap<Vec<char>, (u32, bool)>, u32) {
        let own: Vec<Vec<char>> =
            core::iter::once(&term.word).chain(&term.others).map(|word| letters(word)).collect();
        let mut found: BTreeMap<Vec<char>, (u32, bool)> = BTreeMap::new();
        for word in own.iter().filter(|word| self.terms.contains_key(*word)) {
            found.insert(word.clone(), (rank::SAME, true));
        }
        for other in
            self.terms.keys().filter(|other| term.stems.iter().any(|stem| letters(stem) == self.stem(other)))
        {
            found.entry(other.clone()).or_insert((rank::FORM, true));
        }
        let sum = |found: &BTreeMap<Vec<char>, (u32, bool)>| {
            found.keys().map(|word| self.having(word)).sum::<u32>()
        };
        let known = sum(&found);
        if term.open {
            let begin = |other: &&Vec<char>| own.iter().any(|word| other.starts_with(word));
            let mut all: Vec<&Vec<char>> = self.terms.keys().filter(begin).collect();
            all.sort_by_key(|other| Reverse(self.having(other) * if self.in_title(other) { 8 } else { 1 }));
            for other in all.into_iter().take(48) {
                let factor = rank::beginning(term.letters.len(), other.len());
                found.entry(other.clone()).or_insert((factor, false));
            }
        }
        if sum(&found) < 3 {
            let mut all: Vec<(usize, &Vec<char>)> = Vec::new();
            for other in self.terms.keys() {
                if let Some(errors) = errors(&term.letters, other, term.open) {
                    all.push((2 * errors + usize::from(other[0] != term.letters[0]), other));
                }
            }
            all.sort();
            all.truncate(96);
            all.sort_by_key(|(distance, other)| (*distance, Reverse(self.having(other))));
            all.truncate(24);
            let nearest =
                all.iter().map(|(distance, _)| *distance).find(|distance| *distance > 0).unwrap_or(0);
            let is_known = !found.is_empty();
            let mut likeliest = None;
            for (distance, other) in all.into_iter().filter(|(distance, _)| *distance <= nearest + 1) {
                if found.contains_key(other) {
                    continue;
                }
                let factor = rank::typo(distance / 2, is_known);
                let (stem, _) =
                    likeliest.get_or_insert_with(|| (self.stem(other), rank::form_of_typo(factor)));
                found.insert(other.clone(), (factor, *stem == self.stem(other)));
            }
            if let Some((stem, factor)) = likeliest {
                for other in self.terms.keys().filter(|other| self.stem(other) == stem) {
                    found.entry(other.clone()).or_insert((factor, true));
                }
            }
        }
        if sum(&found) < 3 && term.letters.len() >= 4 {
            for other in self.terms.keys().filter(|other| other.len() > term.letters.len()) {
                if other.windows(term.letters.len()).any(|part| part == term.letters) {
                    found.entry(other.clone()).or_insert((rank::INSIDE, false));
                }
            }
        }
        let having = if known > 0 { known } else { sum(&found) };
        (found, rank::rarity(having, self.keys.len() as u32))
    }

    fn search(
        &self,
        query: &Query<'_>,
        languages: &[Language],
        matcher: &Matcher,
        documents: &[Document],
    ) -> Vec<(String, u32)> {
        let terms = terms(query, languages);
        let plans: Vec<_> = terms.iter().map(|term| self.candidates(term)).collect();
        let averages = averages(&self.lengths);
        let whole: u32 = plans.iter().map(|(_, rarity)| rarity).sum();
        let mut scores: Vec<(u32, Reverse<usize>)> = Vec::new();
        for number in 0..self.keys.len() {
            let (mut worth, mut in_title, mut share, mut has) = (0, 0, 0, false);
            for (candidates, rarity) in &plans {
                let (mut best, mut sum, mut any, mut titled) = (0, 0_u16, false, false);
                for (word, (factor, adds_up)) in candidates {
                    if let Some(counts) = self.terms[word].places.get(&number) {
                        let level = level(counts, &self.lengths[number], &averages);
                        let holds = rank::holds(*factor, level);
                        best = best.max(holds);
                        sum = sum.saturating_add(if *adds_up { holds } else { 0 });
                        any = true;
                        titled |= counts[0] > 0;
                    }
                }
                worth += rarity * rank::together(best, sum);
                in_title += u32::from(titled);
                share += if any { *rarity } else { 0 };
                has |= any;
            }
            if has {
                let title = self.titles[number].min(255);
                let all = plans.len() as u32;
                let held = Held { worth, in_title, all, title, share: 256 * share / whole };
                scores.push((rank::score(&held), Reverse(number)));
            }
        }
        scores.sort_by_key(|score| Reverse(*score));
        let best = scores.first().map_or(0, |(score, _)| *score);
        scores.retain(|(score, _)| rank::belongs(*score, best));
        for (score, Reverse(number)) in scores.iter_mut().take(24).filter(|_| plans.len() > 1) {
            let document = &documents[*number];
            let texts = [&document.title, &document.summary].into_iter();
            let texts = texts.chain(document.headings.iter().map(|heading| &heading.text));
            let pairs = texts.map(|text| matcher.pairs(text).count_ones()).max().unwrap_or(0);
            *score = rank::nearer(*score, pairs, plans.len() as u32);
        }
        // There are fewer than 24.
        scores.sort_by_key(|score| Reverse(*score));
        scores.into_iter().map(|(score, Reverse(number))| (self.keys[number].clone(), score)).collect()
    }
}

/// Words that share beginnings, endings, stems and spellings.
fn text() -> impl Strategy<Value = String> {
    let known = [
        "laptop",
        "laptops",
        "laptpo",
        "lap",
        "printing",
        "printer",
        "print",
        "printr",
        "drucker",
        "Druckertreiber",
        "Treiber",
        "treibre",
        "Gerät",
        "geraet",
        "Geräte",
        "E-Mail",
        "email",
        "the",
        "how",
        "der",
        "policies",
        "policy",
        "configuration",
        "confgiuratoin",
        "東京都",
        "京都",
    ];
    let word = prop_oneof![
        prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        "[a-c]{1,9}",
        "[aä][bß][a-c]{1,7}"
    ];
    prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "))
}

fn document() -> impl Strategy<Value = Document> {
    let language = prop::sample::select(vec!["", "en", "de", "ja"]);
    ((text(), text(), text()), (text(), text(), text()), language, "[a-h]").prop_map(
        |(front, back, language, key)| {
            let document = Document::new(key)
                .with(Field::Title, &front.0)
                .with(Field::Keywords, &front.1)
                .with(Field::Summary, &front.2)
                .with(Field::Headings, &back.0)
                .with(Field::Headings, &back.1)
                .with(Field::Body, &back.2);
            Document { language: language.to_owned(), ..document }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn the_index_answers_like_no_index(documents in prop::collection::vec(document(), 0..12), query in text(), typing: bool) {
        let mut sorted = BTreeMap::new();
        for mut document in documents.iter().cloned() {
            if document.language.is_empty() {
                document.language = "de".to_owned();
            }
            sorted.insert(document.key.clone(), document);
        }
        let segments = Segments::new(Index::build(documents, "de").unwrap());
        let query = Query { typing, ..Query::new(&query) };
        let answer = segments.search(&query, &mut Scratch::default()).unwrap();
        let found: Vec<(String, u32)> = answer.hits.iter().map(|hit| (hit.key.to_owned(), hit.score)).collect();
        let languages: BTreeSet<Language> = sorted.values().map(|document| Language::of(&document.language)).collect();
        let languages: Vec<Language> = languages.into_iter().collect();
        let naive = read(&sorted);
        let sorted: Vec<Document> = sorted.into_values().collect();
        prop_assert_eq!(found, naive.search(&query, &languages, &answer.matcher, &sorted));
    }
}
