//! What a look-up takes while somebody types, among 100,000 people and as many devices, beside a scan of the same list.
//!
//! Backend, calls and scan are in one process, an example of the backend's package.

use super::line;
use crate::process::{build, command, output, root, say};
use anyhow::{Context, Result};
use serde::Deserialize;

/// In microseconds, 99 of 100 over HTTP.
const GOAL_US: f64 = 5_000.0;
/// Of the slowest of a hundred scans, at most this share.
const SHARE: f64 = 0.25;

/// One kind of look-up, as the example prints it.
#[derive(Deserialize)]
struct Looked {
    name: String,
    /// Over HTTP.
    ours: Spread,
    /// In the list itself.
    list: Spread,
    /// The scan.
    peer: Spread,
}

/// In microseconds.
#[derive(Deserialize)]
struct Spread {
    p50_us: f64,
    p99_us: f64,
}

/// Builds, looks up.
pub fn measure() -> Result<()> {
    build(&["--package", "guichet-backend", "--example", "lookups"])?;
    say("looking up among 100,000 people and 100,000 devices (a minute or two)");
    let program = root().join("target/release/examples/lookups");
    let text = output(&mut command(&program.to_string_lossy()))?;
    let all: Vec<Looked> = serde_json::from_str(&text).context("the example printed no list of figures")?;
    println!("\nMicroseconds, of half and of 99 of 100 look-ups\n");
    println!("                              over HTTP       in the list          a scan");
    for Looked { name, ours, list, peer } in &all {
        print!("{name:<24}");
        for Spread { p50_us, p99_us } in [ours, list, peer] {
            print!("{p50_us:>9.0}{p99_us:>9.0}");
        }
        println!();
    }
    println!();
    for Looked { name, ours, peer, .. } in &all {
        let name = format!("lookups/{name}");
        let met = ours.p99_us <= GOAL_US && ours.p99_us <= SHARE * peer.p99_us;
        let goal = "99 of 100 within 5 ms and 0.25 of the peer";
        println!("{}", line(&format!("{name}-p99-us"), ours.p99_us, peer.p99_us, goal, met));
        println!("{}", line(&format!("{name}-p50-us"), ours.p50_us, peer.p50_us, "none", true));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_example_prints_is_read() {
        let spread = r#"{"p50_us": 210.4, "p99_us": 611.0}"#;
        let printed =
            format!(r#"[{{"name":"people-by-id","ours":{spread},"list":{spread},"peer":{spread}}}]"#);
        let read: Vec<Looked> = serde_json::from_str(&printed).unwrap();
        assert_eq!((read[0].name.as_str(), read[0].list.p99_us), ("people-by-id", 611.0));
    }
}
