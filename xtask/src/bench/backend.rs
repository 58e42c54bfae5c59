//! How many calls the backend answers, with a year of a large company in its database, beside a peer that answers as many
//! constant bytes with nothing behind them.
//!
//! Load, backend and peer are on one computer and take turns: what the load costs, both lose.

mod data;
mod figures;
mod scenario;

use super::line;
use crate::{
    process::{build, command, output, root, say},
    server::{self, Server},
};
use anyhow::{Context, Result, bail};
use clap::Args;
use figures::Figures;
use scenario::{People, Scenario};
use std::{fs, path::PathBuf};

/// How long and how hard.
#[derive(Debug, Args)]
pub struct Options {
    /// Connections that call at the same time
    #[arg(long, value_name = "N", default_value_t = 16)]
    connections: usize,
    /// Seconds of each run, after one that is not measured
    #[arg(long, value_name = "S", default_value_t = 5)]
    seconds: u32,
}

/// So often each side runs; the median is taken, so one run that something disturbed does not count.
const ROUNDS: usize = 3;
/// The least share of the peer's calls that a read should reach.
const GOAL: f64 = 0.5;

/// Where everything is.
struct Bench<'o> {
    options: &'o Options,
    program: PathBuf,
    folder: PathBuf,
}

/// One row of the table.
struct Row {
    scenario: Scenario,
    ours: Figures,
    peer: Figures,
    /// With addresses that are never the same, so that no reply is one that was kept. Reads alone.
    unkept: Option<Figures>,
}

/// Measures.
pub fn measure(options: &Options) -> Result<()> {
    build(&["--package", "guichet-backend", "--package", "guichet-bench"])?;
    let release = root().join("target/release");
    let folder = root().join("target/bench");
    let data = data::copy(&release.join("guichet-backend"), &folder)?;
    let bench = Bench { options, program: release.join("guichet-bench"), folder };
    let mut serve = server::backend(&release.join("guichet-backend"), &data);
    let backend = server::start(&mut serve, &bench.folder.join("backend.log"))?;
    let people = People::sign_in(backend.origin())?;
    let rows = scenario::all(backend.origin(), &people)?
        .into_iter()
        .map(|scenario| bench.compare(&backend, scenario))
        .collect::<Result<Vec<Row>>>()?;
    drop(backend);
    // What was filed is of no use to anybody; the original stays.
    fs::remove_dir_all(&data).with_context(|| format!("{} cannot be removed", data.display()))?;
    print(&rows);
    Ok(())
}

impl Bench<'_> {
    /// Ours and the peer by turns.
    fn compare(&self, backend: &Server, scenario: Scenario) -> Result<Row> {
        let name = scenario.name;
        say(format!("{name}: {} addresses, {} people", scenario.paths.len(), scenario.cookies.len()));
        let answer = self.folder.join(format!("{name}.answer.json"));
        fs::write(&answer, &scenario.answer)?;
        let mut constant = command(&self.program.to_string_lossy());
        constant.args(["constant", "--listen", "127.0.0.1:0", "--body"]).arg(&answer);
        let peer = server::start(&mut constant, &self.folder.join("peer.log"))?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(self.load(backend.origin(), &scenario, false)?);
            theirs.push(self.load(peer.origin(), &scenario, false)?);
        }
        let unkept = match &scenario.body {
            None => Some(self.load(backend.origin(), &scenario, true)?),
            Some(_) => None,
        };
        Ok(Row { scenario, ours: Figures::median(ours), peer: Figures::median(theirs), unkept })
    }

    fn load(&self, origin: &str, scenario: &Scenario, fresh: bool) -> Result<Figures> {
        let mut load = command(&self.program.to_string_lossy());
        load.arg("load");
        load.args(["--connections", &self.options.connections.to_string()]);
        load.args(["--seconds", &self.options.seconds.to_string()]);
        for cookie in &scenario.cookies {
            load.args(["--cookie", cookie]);
        }
        if let Some(body) = &scenario.body {
            let file = self.folder.join(format!("{}.body.json", scenario.name));
            fs::write(&file, body.to_string())?;
            load.arg("--create").arg(file);
        }
        if fresh {
            load.arg("--fresh");
        }
        load.arg("--url").args(scenario.paths.iter().map(|path| format!("{origin}{path}")));
        let figures: Figures =
            serde_json::from_str(&output(&mut load)?).context("the load printed no figures")?;
        if figures.errors > 0 || figures.requests == 0 {
            bail!("{}: {} calls were answered and {} not", scenario.name, figures.requests, figures.errors);
        }
        Ok(figures)
    }
}

/// The table, then the lines.
fn print(rows: &[Row]) {
    println!("\nAnswers a second, and below them the milliseconds of the slowest of a hundred\n");
    println!("                  bytes       ours       peer  ratio");
    for Row { scenario, ours, peer, .. } in rows {
        let bytes = scenario.answer.len();
        let ratio = ours.rps / peer.rps;
        println!("{:<14}{bytes:>9}{:>11.0}{:>11.0}{ratio:>7.2}", scenario.name, ours.rps, peer.rps);
        println!("{:>34.2}{:>11.2}", ours.p99_us / 1000.0, peer.p99_us / 1000.0);
    }
    println!();
    for Row { scenario, ours, peer, unkept } in rows {
        let name = format!("backend/{}", scenario.name);
        let (goal, met) = match scenario.body {
            None => ("at least 0.5 of the peer", ours.rps >= GOAL * peer.rps),
            // What it costs to be sure that it is on the disk is the disk's.
            Some(_) => ("none", true),
        };
        println!("{}", line(&name, ours.rps, peer.rps, goal, met));
        println!("{}", line(&format!("{name}-p99-us"), ours.p99_us, peer.p99_us, "none", true));
        if let Some(unkept) = unkept {
            println!("{}", line(&format!("{name}-unkept"), unkept.rps, peer.rps, "none", true));
        }
    }
}
