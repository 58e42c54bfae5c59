//! Path and query.

use crate::campaign::{
    rng::Rng,
    storm::{
        known::{Known, Operation},
        odd,
    },
};
use guichet_contract::BASE_PATH;

/// Values that fit a query somewhere.
const FITTING: [&str; 12] = [
    "1",
    "20",
    "true",
    "false",
    "all",
    "groups",
    "open",
    "updated",
    "laptop",
    "incident",
    "aylin-kaya",
    "vpn",
];
/// Queries that are none.
const QUERIES: [&str; 8] = ["&&==&", "%zz", "=", "limit", "limit=1&limit=2", "a[b]=c", "+++", "since=1;2"];

/// Path and query.
pub(super) fn target(rng: &mut Rng, operation: &Operation, known: &Known) -> String {
    let mut target = BASE_PATH.to_owned();
    for segment in operation.path.split('/').skip(1) {
        target.push('/');
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            None => target.push_str(segment),
            Some(name) => {
                let real = known.real.get(name).and_then(|real| rng.one(real).cloned());
                match real.filter(|_| rng.chance(65)) {
                    Some(real) => target.push_str(&odd::escaped(&real)),
                    None => target.push_str(&odd::escaped(&odd::text(rng))),
                }
            }
        }
    }
    if rng.chance(4) {
        let more = ["/", "//", "/.", "/..", "/../..", "/%2e%2e/%2e%2e", "/a", "%00", ";a=b", "~"];
        target.push_str(rng.word(&more));
    }
    match rng.below(100) {
        0..35 => query(rng, operation, &mut target),
        35..38 => {
            target.push('?');
            target.push_str(rng.word(&QUERIES));
        }
        _ => {}
    }
    target
}

fn query(rng: &mut Rng, operation: &Operation, target: &mut String) {
    for n in 0..rng.below(5) {
        target.push(if n == 0 { '?' } else { '&' });
        let name = match rng.one(&operation.query) {
            Some(name) if rng.chance(85) => name.clone(),
            _ => odd::text(rng),
        };
        let value = if rng.chance(40) { rng.word(&FITTING).to_owned() } else { odd::text(rng) };
        target.push_str(&format!("{}={}", odd::escaped(&name), odd::escaped(&value)));
    }
}
