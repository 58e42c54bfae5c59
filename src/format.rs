//! Numbers, money and time as people of the reader's language and place write them, by the browser's own `Intl`: it knows
//! every language and zone and costs no bytes.

use crate::i18n::{self, m};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use guichet_contract::types::{Delivery, DeliveryUnit, StartingPrice};
use guichet_rules::money::{Amounts, Currency};
use js_sys::{Array, Date, Intl, Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

thread_local! {
    static ZONE: RefCell<Option<String>> = const { RefCell::new(None) };
    static SKEW: RefCell<f64> = const { RefCell::new(0.0) };
    /// Today, and the minute since 1970 in which it was looked up.
    static TODAY: Cell<Option<(i64, NaiveDate)>> = const { Cell::new(None) };
}

/// Times are shown in this IANA zone from now on: that of the person's site.
pub fn set_zone(zone: &str) {
    ZONE.with_borrow_mut(|z| {
        if z.as_deref() != Some(zone) {
            *z = Some(zone.to_owned());
            TODAY.set(None);
        }
    });
}

/// Takes the backend's clock from an HTTP `Date`, so that countdowns are right on a device whose clock is wrong.
pub fn set_server_time(date: &str) {
    let server = Date::parse(date);
    if server.is_finite() {
        SKEW.with_borrow_mut(|skew| *skew = server - Date::now());
    }
}

/// Now, by the backend's clock.
pub fn now() -> DateTime<Utc> {
    let millis = Date::now() + SKEW.with_borrow(|s| *s);
    DateTime::from_timestamp_millis(millis as i64).unwrap_or_default()
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

/// The reader's language, in the variant that their browser prefers: `en-US` and `en-GB` write dates differently.
fn locales() -> Array {
    let language = i18n::language();
    let preferred = web_sys::window().map(|w| w.navigator().languages()).unwrap_or_default();
    let variant = preferred.iter().find_map(|l| {
        let tag = l.as_string()?;
        (tag.split_once('-')?.0 == language).then_some(l)
    });
    // Without a preference English is written as most of the world writes it: 24 Nov, not Nov 24.
    let fallback = if language == "en" { "en-GB" } else { &language };
    Array::of1(&variant.unwrap_or_else(|| JsValue::from_str(fallback)))
}

/// Whether the language uses the singular for `count`.
pub fn is_one(count: u32) -> bool {
    Intl::PluralRules::new(&locales(), &Object::new()).select(f64::from(count)) == "one"
}

fn format_number(n: f64, settings: &Object) -> String {
    let format = Intl::NumberFormat::new(&locales(), settings).format();
    format.call1(&JsValue::UNDEFINED, &n.into()).ok().and_then(|t| t.as_string()).unwrap_or_default()
}

/// As many decimals of a number are shown: all that anybody types, and as many as the backend writes. `Intl` itself would round
/// to three.
const DECIMALS: u32 = 20;

/// A number with the separators of the language, and with all its decimals.
pub fn number(n: f64) -> String {
    format_number(n, &options(&[("maximumFractionDigits", DECIMALS.into())]))
}

/// An amount of minor units; whole amounts of a round price without decimals where `short`.
pub fn money(minor: i64, currency: Currency, short: bool) -> String {
    let scale = 10_i64.pow(currency.digits());
    let digits = if short && minor % scale == 0 { 0 } else { currency.digits() };
    // Browsers know other digits than ISO 4217 for some currencies, such as none for the forint: they would round what is owed.
    let settings = options(&[
        ("style", "currency".into()),
        ("currency", currency.as_str().into()),
        ("minimumFractionDigits", digits.into()),
        ("maximumFractionDigits", digits.into()),
    ]);
    // Display only: up to 2^53 minor units are exact.
    format_number(minor as f64 / scale as f64, &settings)
}

/// An amount of minor units as it is typed: without the currency and signs between thousands.
pub fn plain_amount(minor: i64, currency: Currency) -> String {
    let digits = currency.digits();
    let settings = options(&[
        ("useGrouping", false.into()),
        ("minimumFractionDigits", digits.into()),
        ("maximumFractionDigits", digits.into()),
    ]);
    format_number(minor as f64 / 10_i64.pow(digits) as f64, &settings)
}

/// One-off, monthly and yearly amounts in one phrase; "no charge" where there are none.
pub fn amounts(amounts: Amounts, currency: Currency, short: bool) -> String {
    let mut parts = Vec::new();
    if amounts.one_off != 0 {
        parts.push(money(amounts.one_off, currency, short));
    }
    if amounts.monthly != 0 {
        parts.push(m::common::a_month(&money(amounts.monthly, currency, short)));
    }
    if amounts.yearly != 0 {
        parts.push(m::common::a_year(&money(amounts.yearly, currency, short)));
    }
    match parts.split_first() {
        None => m::common::free(),
        Some((first, rest)) => rest.iter().fold(first.clone(), |all, part| m::common::plus(&all, part)),
    }
}

/// What one costs at least: "from €1,290", "no charge", "price by choice".
pub fn starting_price(price: &StartingPrice) -> String {
    let least = amounts(price.amounts, price.currency, true);
    match (price.from, price.amounts.is_free()) {
        (true, true) => m::common::price_varies(),
        (true, false) => m::common::from_price(&least),
        (false, _) => least,
    }
}

/// A delivery time, such as "3 working days".
pub fn delivery(delivery: &Delivery) -> String {
    match delivery.unit {
        DeliveryUnit::Minutes => m::common::minutes(delivery.amount),
        DeliveryUnit::Hours => m::common::hours(delivery.amount),
        DeliveryUnit::WorkingDays => m::common::working_days(delivery.amount),
        DeliveryUnit::Days | DeliveryUnit::Other => m::common::days(delivery.amount),
    }
}

fn format_date(millis: f64, settings: &[(&str, JsValue)], zoned: bool) -> String {
    let settings = options(settings);
    if zoned && let Some(zone) = ZONE.with_borrow(Clone::clone) {
        let _ = Reflect::set(&settings, &"timeZone".into(), &zone.into());
    } else if !zoned {
        let _ = Reflect::set(&settings, &"timeZone".into(), &"UTC".into());
    }
    let format = Intl::DateTimeFormat::new(&locales(), &settings).format();
    let date = Date::new(&millis.into());
    format.call1(&JsValue::UNDEFINED, &date).ok().and_then(|t| t.as_string()).unwrap_or_default()
}

/// The time of day, such as "15:00".
pub fn time(at: DateTime<Utc>) -> String {
    format_date(
        millis(at),
        &[("hour", "2-digit".into()), ("minute", "2-digit".into()), ("hour12", false.into())],
        true,
    )
}

fn millis(at: DateTime<Utc>) -> f64 {
    at.timestamp_millis() as f64
}

/// The day at the person's site.
fn local_day(at: DateTime<Utc>) -> Option<NaiveDate> {
    let settings =
        options(&[("year", "numeric".into()), ("month", "2-digit".into()), ("day", "2-digit".into())]);
    if let Some(zone) = ZONE.with_borrow(Clone::clone) {
        let _ = Reflect::set(&settings, &"timeZone".into(), &zone.into());
    }
    // Swedish writes dates as ISO 8601 does. What chrono reads dates with weighs 2 KB of a first visit.
    let format = Intl::DateTimeFormat::new(&Array::of1(&"sv-SE".into()), &settings).format();
    let text = format.call1(&JsValue::UNDEFINED, &Date::new(&millis(at).into())).ok()?.as_string()?;
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Today at the person's site. A form asks for it at each key; no day begins within a minute.
pub fn today() -> NaiveDate {
    let now = now();
    let minute = now.timestamp().div_euclid(60);
    if let Some((_, day)) = TODAY.get().filter(|(known, _)| *known == minute) {
        return day;
    }
    let day = local_day(now).unwrap_or_default();
    TODAY.set(Some((minute, day)));
    day
}

/// Human and exact: "today, 16:30", "tomorrow, 09:00", "Tue 24 Nov, 12:00"; with the year where it is another.
pub fn when(at: DateTime<Utc>) -> String {
    let clock = time(at);
    let (Some(day), today) = (local_day(at), today()) else { return clock };
    match day.signed_duration_since(today).num_days() {
        0 => m::common::today_at(&clock),
        1 => m::common::tomorrow_at(&clock),
        -1 => m::common::yesterday_at(&clock),
        _ => m::common::day_at(&short_day(at, day.year() != today.year()), &clock),
    }
}

fn short_day(at: DateTime<Utc>, with_year: bool) -> String {
    let mut settings =
        vec![("weekday", "short".into()), ("day", "numeric".into()), ("month", "short".into())];
    if with_year {
        settings.push(("year", "numeric".into()));
    }
    format_date(millis(at), &settings, true)
}

/// In full, with the zone: "Tuesday, 24 November 2026 at 12:00 CET". For titles and on demand.
pub fn full(at: DateTime<Utc>) -> String {
    let settings = [
        ("weekday", "long".into()),
        ("day", "numeric".into()),
        ("month", "long".into()),
        ("year", "numeric".into()),
        ("hour", "2-digit".into()),
        ("minute", "2-digit".into()),
        ("hour12", false.into()),
        ("timeZoneName", "short".into()),
    ];
    format_date(millis(at), &settings, true)
}

/// The day of something that happened, at the person's site: "14 September 2026".
pub fn day_of(at: DateTime<Utc>) -> String {
    date(local_day(at).unwrap_or_default())
}

/// A calendar date, which has no zone: "14 September 2026".
pub fn date(day: NaiveDate) -> String {
    let settings = [("day", "numeric".into()), ("month", "long".into()), ("year", "numeric".into())];
    let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc();
    format_date(millis(midnight), &settings, false)
}

/// A span of working time: "1 h 12 min"; "3 min"; never negative.
pub fn span(seconds: i64) -> String {
    let minutes = seconds.abs() / 60;
    if minutes < 60 {
        m::common::min_only(&number(minutes as f64))
    } else {
        m::common::h_min(&number((minutes / 60) as f64), &number((minutes % 60) as f64))
    }
}

/// A file size: "14 KB".
pub fn size(bytes: u64) -> String {
    let (n, unit) = match bytes {
        0..1_000 => (bytes as f64, "byte"),
        1_000..1_000_000 => ((bytes as f64 / 1e3).round(), "kilobyte"),
        _ => ((bytes as f64 / 1e5).round() / 10.0, "megabyte"),
    };
    format_number(
        n,
        &options(&[("style", "unit".into()), ("unit", unit.into()), ("unitDisplay", "short".into())]),
    )
}
