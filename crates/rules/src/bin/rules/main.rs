//! The `rules` program: evaluates the rules on JSON Lines, one answer a line.
//!
//! It lets people who write backends in other languages compare their own rules with ours, and it is what our tests
//! of the rules against other implementations talk to. A line that cannot be answered gives
//! `{"error": "…", "line": N}` in its place, counted from 1, and the program ends with exit code 1.

mod answers;

use answers::answer;
use clap::{Parser, Subcommand};
use serde_json::json;
use std::{
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
    /// What holds for a form: {form, answers?, today, groups?, prefill?, currency?}
    /// -> {problems, visible, required, read_only, options, waits_for, defaults, because, submitted, left_behind, lint, price}
    Form,
    /// The JSON Schema of what may be submitted: {form} -> {schema, exact}
    FormSchema,
    /// A form made up from a number, with answers, to compare with: {seed, set?, wild?}
    /// -> {form, answers, today, groups, prefill}, which is a line for `form`
    RandomForm,
    /// A form made up from a number with nothing wrong with it, and answers: {seed, sets?} -> {form, answers: […]}
    SoundForm,
    /// One number a form for all that the rules say of it and of random answers, to compare builds by:
    /// {from, forms, sets, said?} -> {digests, said?}
    RandomDigest,
    /// A schema of a random form, with answers and whether the form takes them: {seed, sets, short?}
    /// -> {schema, exact, cases: [{answers, right}]}
    RandomCases,
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

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
                json!([{"question": "q", "pointer": "/q", "code": "pattern", "message": "No."}])
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

    #[test]
    fn a_random_form_is_a_line_for_the_others() {
        let (made, all) =
            lines(Command::RandomForm, "{\"seed\":7}\n{\"seed\":7}\n{\"seed\":8,\"wild\":true}");
        assert!(all && made.len() == 3, "{made:?}");
        assert_eq!(made[0], made[1]);
        assert_ne!(made[0], made[2]);
        for line in made {
            let (said, all) = lines(Command::Form, &line.to_string());
            assert!(all && said[0]["visible"].is_array(), "{said:?}");
            let (said, all) = lines(Command::FormSchema, &line.to_string());
            assert!(all && said[0]["schema"]["type"] == "object", "{said:?}");
        }
    }

    #[test]
    fn builds_are_compared_by_what_they_say_of_random_forms() {
        let (said, all) = lines(
            Command::RandomDigest,
            "{\"from\":3,\"forms\":2,\"sets\":4}\n{\"from\":4,\"forms\":1,\"sets\":4,\"said\":true}",
        );
        assert!(all, "{said:?}");
        assert_eq!(said[0]["digests"][1], said[1]["digests"][0]);
        assert_ne!(said[0]["digests"][0], said[0]["digests"][1]);
        // What it says of the form itself comes first.
        assert_eq!(said[1]["said"][0].as_array().map(Vec::len), Some(5));
        assert!(said[1]["said"][0][1]["visible"].is_array() && said[0].get("said").is_none());
    }

    #[test]
    fn a_sound_form_has_no_faults_and_cases_have_a_verdict() {
        for seed in 0..6 {
            let (made, all) = lines(Command::SoundForm, &json!({"seed": seed}).to_string());
            let line = json!({"form": made[0]["form"], "today": "2026-11-21"});
            let (said, well) = lines(Command::Form, &line.to_string());
            // Of some nothing is left.
            let fine = made[0]["form"]["pages"] == json!([]) || said[0]["lint"] == json!([]);
            assert!(all && well && fine, "{made:?} {said:?}");
        }
        let (cases, all) = lines(Command::RandomCases, "{\"seed\":1,\"sets\":3,\"short\":true}");
        assert!(all && cases[0]["schema"]["type"] == "object", "{cases:?}");
        assert_eq!(cases[0]["cases"].as_array().map(Vec::len), Some(6));
        assert!(cases[0]["cases"][0]["right"].is_boolean() && cases[0]["exact"].is_boolean());
    }
}
