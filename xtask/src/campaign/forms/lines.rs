//! A program that answers JSON Lines, one after the other.

use crate::process::Running;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Write},
    process::{ChildStdin, ChildStdout, Command, Stdio},
};

/// The program; it ends with its owner.
pub struct Lines {
    name: &'static str,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    _running: Running,
}

impl Lines {
    /// Starts it. `name` is what it is called where it fails.
    pub fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.with_context(|| format!("{name} could not be started"))?;
        let input = child.stdin.take().context("it has no input")?;
        let output = BufReader::new(child.stdout.take().context("it has no output")?);
        Ok(Self { name, input, output, _running: Running(child) })
    }

    /// Sends a line and waits for its answer.
    pub fn ask(&mut self, line: &Value) -> Result<Value> {
        self.send(line)?;
        self.hear()
    }

    /// Sends a line.
    pub fn send(&mut self, line: &Value) -> Result<()> {
        writeln!(self.input, "{line}").with_context(|| format!("{} takes no more lines", self.name))
    }

    /// Waits for the answer to the oldest line that has none yet.
    pub fn hear(&mut self) -> Result<Value> {
        let mut answer = String::new();
        if self.output.read_line(&mut answer)? == 0 {
            bail!("{} ended without an answer", self.name);
        }
        let answer: Value = serde_json::from_str(&answer).with_context(|| format!("no JSON: {answer}"))?;
        if let Some(error) = answer.get("error") {
            bail!("{}: {error}", self.name);
        }
        Ok(answer)
    }
}
