//! Amounts, numbers and dates, as the portal writes them with the browser's `Intl`: somebody reads both on one page, and each is
//! written in one way. How many decimals there are is for neither to choose: an amount has those of ISO 4217, a number its own.

use super::Tongue;
use chrono::{Datelike, NaiveDate};
use guichet_rules::money::Currency;

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// What stands between a number and the sign of a currency: it keeps them on one line.
const SPACE: char = '\u{a0}';

/// Currencies that have a sign, in English and in German: as the Unicode CLDR has them for Germany, and for English outside the
/// United States, which is what the portal writes for whoever prefers no variant.
const SIGNS: [(&str, &str, &str); 23] = [
    ("AUD", "A$", "AU$"),
    ("BRL", "R$", "R$"),
    ("CAD", "CA$", "CA$"),
    ("CNY", "CN¥", "CN¥"),
    ("EUR", "€", "€"),
    ("GBP", "£", "£"),
    ("HKD", "HK$", "HK$"),
    ("ILS", "₪", "₪"),
    ("INR", "₹", "₹"),
    ("JPY", "JP¥", "¥"),
    ("KRW", "₩", "₩"),
    ("MXN", "MX$", "MX$"),
    ("NZD", "NZ$", "NZ$"),
    ("PHP", "₱", "PHP"),
    ("THB", "THB", "฿"),
    ("TWD", "NT$", "NT$"),
    ("USD", "US$", "$"),
    ("VND", "₫", "₫"),
    ("XAF", "FCFA", "FCFA"),
    ("XCD", "EC$", "EC$"),
    ("XCG", "Cg.", "Cg."),
    ("XOF", "F\u{202f}CFA", "F\u{202f}CFA"),
    ("XPF", "CFPF", "CFPF"),
];

/// So many minor units: "€1,234.56", "1.234,56 €". No float comes near it.
pub(super) fn money(minor: i64, currency: Currency, t: Tongue) -> String {
    let (minus, minor) = (if minor < 0 { "-" } else { "" }, minor.unsigned_abs());
    let scale = 10_u64.pow(currency.digits());
    let (whole, rest) = (grouped(&(minor / scale).to_string(), t), minor % scale);
    let amount = match usize::try_from(currency.digits()) {
        Ok(width) if width > 0 => format!("{whole}{}{rest:0width$}", point(t)),
        _ => whole,
    };
    let sign = sign(&currency, t);
    match t {
        // Letters, and what shortens them, stand apart.
        Tongue::English if sign.ends_with(|c: char| c.is_alphabetic() || c == '.') => {
            format!("{minus}{sign}{SPACE}{amount}")
        }
        Tongue::English => format!("{minus}{sign}{amount}"),
        Tongue::German => format!("{minus}{amount}{SPACE}{sign}"),
    }
}

/// As many decimals of a number are written, as in the portal.
const DECIMALS: usize = 20;

/// A number with the signs of the language, and with all its decimals.
pub(super) fn number(number: f64, t: Tongue) -> String {
    let mut plain = number.to_string();
    if plain.split_once('.').is_some_and(|(_, decimals)| decimals.len() > DECIMALS) {
        plain = format!("{number:.DECIMALS$}").trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    let (minus, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    match plain.split_once('.') {
        Some((whole, rest)) => format!("{minus}{}{}{rest}", grouped(whole, t), point(t)),
        None => format!("{minus}{}", grouped(plain, t)),
    }
}

/// A date in full: "21 November 2026", "21. November 2026".
pub(super) fn date(date: NaiveDate, t: Tongue) -> String {
    match t {
        Tongue::English => date.format("%-d %B %Y").to_string(),
        Tongue::German => {
            let months = GERMAN_MONTHS.iter().zip(1..);
            let month = months.filter(|(_, number)| *number == date.month()).map(|(name, _)| *name);
            format!("{}. {} {}", date.day(), month.collect::<String>(), date.year())
        }
    }
}

/// Digits in groups of three.
fn grouped(digits: &str, t: Tongue) -> String {
    let between = match t {
        Tongue::English => ',',
        Tongue::German => '.',
    };
    let mut all = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            all.push(between);
        }
        all.push(digit);
    }
    all
}

fn point(t: Tongue) -> char {
    match t {
        Tongue::English => '.',
        Tongue::German => ',',
    }
}

/// The sign of a currency; the code where there is none.
fn sign(currency: &Currency, t: Tongue) -> &str {
    let code = currency.as_str();
    let known = SIGNS.iter().find(|(known, ..)| *known == code);
    known.map_or(code, |&(_, english, german)| match t {
        Tongue::English => english,
        Tongue::German => german,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_the_portal_writes_them() {
        for (minor, currency, english, german) in [
            (5, "EUR", "€0.05", "0,05\u{a0}€"),
            (100, "EUR", "€1.00", "1,00\u{a0}€"),
            (99_999, "EUR", "€999.99", "999,99\u{a0}€"),
            (-123_456, "EUR", "-€1,234.56", "-1.234,56\u{a0}€"),
            (123_456_789, "GBP", "£1,234,567.89", "1.234.567,89\u{a0}£"),
            (129_000, "USD", "US$1,290.00", "1.290,00\u{a0}$"),
            (5_000, "JPY", "JP¥5,000", "5.000\u{a0}¥"),
            (1_234_567, "KWD", "KWD\u{a0}1,234.567", "1.234,567\u{a0}KWD"),
            (-129_000, "AUD", "-A$1,290.00", "-1.290,00\u{a0}AU$"),
            (5_000, "XAF", "FCFA\u{a0}5,000", "5.000\u{a0}FCFA"),
            (-50, "CHF", "-CHF\u{a0}0.50", "-0,50\u{a0}CHF"),
            (1_250, "XCG", "Cg.\u{a0}12.50", "12,50\u{a0}Cg."),
            (i64::MIN, "EUR", "-€92,233,720,368,547,758.08", "-92.233.720.368.547.758,08\u{a0}€"),
        ] {
            let currency = Currency::new(currency).unwrap();
            let written = [Tongue::English, Tongue::German].map(|t| money(minor, currency, t));
            assert_eq!(written, [english, german]);
        }
    }

    #[test]
    fn amounts_have_the_decimals_of_iso_4217() {
        // Left to themselves, browsers write as many as the Unicode CLDR has: of the first five none.
        for (minor, currency, english, german) in [
            (123_456, "HUF", "HUF\u{a0}1,234.56", "1.234,56\u{a0}HUF"),
            (150, "IDR", "IDR\u{a0}1.50", "1,50\u{a0}IDR"),
            (99, "COP", "COP\u{a0}0.99", "0,99\u{a0}COP"),
            (100, "PKR", "PKR\u{a0}1.00", "1,00\u{a0}PKR"),
            (-1_500, "IQD", "-IQD\u{a0}1.500", "-1,500\u{a0}IQD"),
            (1_234, "JPY", "JP¥1,234", "1.234\u{a0}¥"),
            (1_234, "CLP", "CLP\u{a0}1,234", "1.234\u{a0}CLP"),
            (5, "KWD", "KWD\u{a0}0.005", "0,005\u{a0}KWD"),
            (123_456, "CLF", "CLF\u{a0}12.3456", "12,3456\u{a0}CLF"),
            (123_456, "RSD", "RSD\u{a0}1,234.56", "1.234,56\u{a0}RSD"),
        ] {
            let currency = Currency::new(currency).unwrap();
            let written = [Tongue::English, Tongue::German].map(|t| money(minor, currency, t));
            assert_eq!(written, [english, german]);
        }
    }

    #[test]
    fn dates_are_written_in_full() {
        for (day, english, german) in [
            ("2026-01-01", "1 January 2026", "1. Januar 2026"),
            ("2026-03-31", "31 March 2026", "31. März 2026"),
            ("2027-12-24", "24 December 2027", "24. Dezember 2027"),
        ] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!([Tongue::English, Tongue::German].map(|t| date(day, t)), [english, german]);
        }
    }

    #[test]
    fn numbers_have_the_signs_of_the_language() {
        for (value, english, german) in [
            (1.5, "1.5", "1,5"),
            (3.0, "3", "3"),
            (999.0, "999", "999"),
            (1_000.0, "1,000", "1.000"),
            (-1_234_567.25, "-1,234,567.25", "-1.234.567,25"),
            // What was typed is not rounded.
            (1.234_56, "1.23456", "1,23456"),
            (0.000_5, "0.0005", "0,0005"),
            (0.000_000_1, "0.0000001", "0,0000001"),
            (1_234_567.891_234, "1,234,567.891234", "1.234.567,891234"),
            (0.000_012_345_678_901_234_56, "0.00001234567890123456", "0,00001234567890123456"),
            (1e21, "1,000,000,000,000,000,000,000", "1.000.000.000.000.000.000.000"),
            // Beyond twenty decimals the portal shows nothing.
            (1e-21, "0", "0"),
            (-1e-21, "-0", "-0"),
            (1.6e-20, "0.00000000000000000002", "0,00000000000000000002"),
        ] {
            assert_eq!([Tongue::English, Tongue::German].map(|t| number(value, t)), [english, german]);
        }
    }
}
