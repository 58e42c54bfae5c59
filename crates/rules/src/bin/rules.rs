//! The `rules` program: evaluates the rules on JSON Lines, one answer a line.
//!
//! It lets people who write backends in other languages compare their own rules with ours, and it is what our tests
//! of the rules against other implementations talk to. A line that cannot be answered gives
//! `{"error": "…", "line": N}` in its place, counted from 1, and the program ends with exit code 1.

use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand};
use guichet_rules::{
    approval::{Policy, outcome},
    priority::{Matrix, PriorityError},
    schedule::{Calendar, Clock, Pause, UnknownZone},
};
use regex::Regex;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    io::{self, BufRead, Write},
    process::ExitCode,
};

/// Evaluates the rules of Guichet: reads JSON Lines, writes one JSON line per line.
#[derive(Debug, Parser)]
#[command(name = "rules", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Command {
    /// How a clock stands: {calendar, start, target_seconds, pauses?, stopped_at?, now}
    /// -> {due, state, accrued_seconds, remaining_seconds}
    Clock,
    /// Schedule time between two instants: {calendar, from, to} -> {seconds}
    Between,
    /// The priority of an incident: {impacts, urgencies, matrix, impact, urgency} -> {priority}
    Priority,
    /// Whether the answers decide: {policy, asked, approved, rejected} -> {outcome}
    Approval,
    /// What holds for a form: {form, answers, today, groups?, currency?} -> {problems, visible, required, price}
    Form,
}

/// Why a line has no answer.
#[derive(Debug, thiserror::Error)]
enum LineError {
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Zone(#[from] UnknownZone),
    #[error(transparent)]
    Priority(#[from] PriorityError),
    #[error("a pattern of the form is no regular expression: {0}")]
    Pattern(#[from] regex::Error),
}

#[derive(Deserialize)]
struct ClockLine {
    calendar: Calendar,
    start: Option<DateTime<Utc>>,
    target_seconds: i64,
    #[serde(default)]
    pauses: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    #[serde(default)]
    stopped_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
}

#[derive(Deserialize)]
struct BetweenLine {
    calendar: Calendar,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

#[derive(Deserialize)]
struct PriorityLine {
    impact: String,
    urgency: String,
}

#[derive(Deserialize)]
struct ApprovalLine {
    policy: Policy,
    asked: u32,
    approved: u32,
    rejected: u32,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.command, io::stdin().lock(), io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("rules: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line of `input`; whether all of them had an answer.
fn run(command: Command, input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let mut all = true;
    for (index, line) in input.split(b'\n').enumerate() {
        match answer(command, &line?) {
            Ok(value) => writeln!(output, "{value}")?,
            Err(error) => {
                all = false;
                writeln!(output, "{}", json!({ "error": error.to_string(), "line": index + 1 }))?;
            }
        }
    }
    Ok(all)
}

fn answer(command: Command, line: &[u8]) -> Result<Value, LineError> {
    let line = serde_json::from_slice(line)?;
    match command {
        Command::Clock => clock(line),
        Command::Between => between(line),
        Command::Priority => priority(line),
        Command::Approval => approval(line),
        Command::Form => form(line),
    }
}

fn clock(line: Value) -> Result<Value, LineError> {
    let line: ClockLine = serde_json::from_value(line)?;
    let clock = Clock {
        start: line.start,
        target_seconds: line.target_seconds,
        pauses: line.pauses.into_iter().map(Pause::from).collect(),
        stopped_at: line.stopped_at,
    };
    let reading = line.calendar.read(&clock, line.now)?;
    Ok(json!({
        "due": reading.due,
        "state": reading.state,
        "accrued_seconds": reading.accrued_seconds,
        "remaining_seconds": reading.remaining_seconds,
    }))
}

fn between(line: Value) -> Result<Value, LineError> {
    let line: BetweenLine = serde_json::from_value(line)?;
    Ok(json!({ "seconds": line.calendar.between(line.from, line.to)? }))
}

fn priority(line: Value) -> Result<Value, LineError> {
    let asked = PriorityLine::deserialize(&line)?;
    let matrix: Matrix = serde_json::from_value(line)?;
    Ok(json!({ "priority": matrix.priority(&asked.impact, &asked.urgency)? }))
}

fn approval(line: Value) -> Result<Value, LineError> {
    let line: ApprovalLine = serde_json::from_value(line)?;
    Ok(json!({ "outcome": outcome(line.policy, line.asked, line.approved, line.rejected) }))
}

/// The rules hold no regular expressions, because the browser and the backend each bring their own; this program brings
/// the backend's. A pattern that cannot be read calls no answer right or wrong: the line has no answer.
fn form(line: Value) -> Result<Value, LineError> {
    let unreadable = RefCell::new(None);
    let matches = |pattern: &str, text: &str| match whole(pattern) {
        Ok(regex) => regex.is_match(text),
        Err(error) => {
            *unreadable.borrow_mut() = Some(error);
            true
        }
    };
    let answer = guichet_rules::form::cli(line, &matches)?;
    match unreadable.into_inner() {
        Some(error) => Err(error.into()),
        None => Ok(answer),
    }
}

/// `pattern`, matching a text as a whole.
fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    // By itself first: `a)|(b` is none, and would become one by the brackets around it.
    Regex::new(pattern)?;
    Regex::new(&format!("^(?:{pattern})$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(command: Command, input: &str) -> (Vec<Value>, bool) {
        let mut output = Vec::new();
        let all = run(command, input.as_bytes(), &mut output).unwrap();
        (output.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect(), all)
    }

    const CALENDAR: &str = r#"{"zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],"fri":[["09:00","17:00"]],"sun":[]},
        "holidays":[{"date":"2026-12-25","name":"Christmas Day","yearly":true}]}"#;

    #[test]
    fn a_clock_is_read() {
        let calendar = CALENDAR.replace('\n', " ");
        let input = format!(
            r#"{{"calendar":{calendar},"start":"2026-11-20T15:00:00Z","target_seconds":14400,"pauses":[],"now":"2026-11-20T15:30:00Z"}}
{{"calendar":{calendar},"start":"2026-11-20T15:00:00Z","target_seconds":14400,"pauses":[["2026-11-20T15:15:00Z",null]],"now":"2026-11-20T15:30:00Z"}}"#
        );
        let (answers, all) = lines(Command::Clock, &input);
        assert!(all, "{answers:?}");
        assert_eq!(
            answers,
            [
                json!({"due": "2026-11-23T11:00:00Z", "state": "running", "accrued_seconds": 1800, "remaining_seconds": 12600}),
                json!({"due": null, "state": "paused", "accrued_seconds": 900, "remaining_seconds": 13500}),
            ]
        );
    }

    #[test]
    fn a_bad_line_is_answered_in_its_place_and_spoils_the_exit_code() {
        let calendar = CALENDAR.replace('\n', " ");
        let good =
            format!(r#"{{"calendar":{calendar},"from":"2026-12-25T00:00:00Z","to":"2027-01-01T15:00:00Z"}}"#);
        let input = format!("{good}\nnonsense\n{}\n{good}\n", good.replace("Berlin", "Atlantis"));
        let (answers, all) = lines(Command::Between, &input);
        assert!(!all);
        let seen: Vec<_> = answers.iter().map(|a| (a["seconds"].as_i64(), a["line"].as_i64())).collect();
        // Monday the 28th, and New Year's Day until 16:00 in Berlin.
        assert_eq!(seen, [(Some(54_000), None), (None, Some(2)), (None, Some(3)), (Some(54_000), None)]);
    }

    #[test]
    fn a_priority_is_looked_up_and_an_approval_decided() {
        let (answers, all) = lines(
            Command::Priority,
            r#"{"impacts":["all","one"],"urgencies":["now","later"],"matrix":[[1,2],[3,4]],"impact":"one","urgency":"now"}"#,
        );
        assert_eq!((answers, all), (vec![json!({"priority": 3})], true));
        let (answers, all) =
            lines(Command::Approval, r#"{"policy":"all","asked":2,"approved":1,"rejected":0}"#);
        assert_eq!((answers, all), (vec![json!({"outcome": "waiting"})], true));
    }

    #[test]
    fn a_pattern_is_matched_against_the_whole_answer() {
        let line = |pattern: &str, answer: &str| {
            let question = json!({"id": "q", "type": "short_text", "label": "Q", "pattern": pattern, "pattern_message": "No."});
            let page = json!({"id": "p", "title": "P", "questions": [question]});
            let form = json!({"id": "f", "version": 1, "pages": [page]});
            json!({"form": form, "answers": {"q": answer}, "today": "2026-11-21"}).to_string()
        };
        for (pattern, answer, fits) in [
            (r"\d{4}", "4410", true),
            (r"\d{4}", "44101", false),
            (r"\d{4}", "x4410", false),
            ("a|bc", "bc", true),
            ("a|bc", "abc", false),
        ] {
            let (answers, all) = lines(Command::Form, &line(pattern, answer));
            assert!(all, "{answers:?}");
            let expected = if fits {
                json!([])
            } else {
                json!([{"question": "q", "code": "pattern", "message": "No."}])
            };
            assert_eq!(answers[0]["problems"], expected, "{pattern} {answer}");
        }
        for pattern in ["(", "a)|(b"] {
            let (answers, all) = lines(Command::Form, &line(pattern, "a"));
            assert!(!all && answers[0]["line"] == 1, "{answers:?}");
        }
        let (_, all) = lines(Command::Form, &line("(", ""));
        assert!(all, "a pattern is not read where there is no answer");
    }
}
