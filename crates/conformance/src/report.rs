//! What was found.

use std::fmt;

/// What became of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The backend keeps it.
    Kept,
    /// It does not; why.
    Broken(String),
    /// It was not looked at; why.
    LeftOut(String),
}

/// One convention, and whether it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which, as a sentence.
    pub convention: String,
    /// Whether it is.
    pub verdict: Verdict,
}

/// Everything that was found, in the order of the walk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// One a check.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing is broken.
    pub fn is_kept(&self) -> bool {
        !self.findings.iter().any(|finding| matches!(finding.verdict, Verdict::Broken(_)))
    }

    fn count(&self, wanted: fn(&Verdict) -> bool) -> usize {
        self.findings.iter().filter(|finding| wanted(&finding.verdict)).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Finding { convention, verdict } in &self.findings {
            match verdict {
                Verdict::Kept => writeln!(f, "  kept      {convention}")?,
                Verdict::Broken(why) => writeln!(f, "  BROKEN    {convention}\n            {why}")?,
                Verdict::LeftOut(why) => writeln!(f, "  left out  {convention} ({why})")?,
            }
        }
        let kept = self.count(|verdict| *verdict == Verdict::Kept);
        let broken = self.count(|verdict| matches!(verdict, Verdict::Broken(_)));
        let left_out = self.count(|verdict| matches!(verdict, Verdict::LeftOut(_)));
        writeln!(f, "\n{kept} kept, {broken} broken, {left_out} left out")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_convention_is_enough() {
        let finding = |verdict| Finding { convention: "404 is a problem".to_owned(), verdict };
        let mut report = Report { findings: vec![finding(Verdict::Kept)] };
        report.findings.push(finding(Verdict::LeftOut("read-only".to_owned())));
        assert!(report.is_kept());
        report.findings.push(finding(Verdict::Broken("it is a page".to_owned())));
        assert!(!report.is_kept());
        let text = report.to_string();
        assert!(text.ends_with("1 kept, 1 broken, 1 left out\n"), "{text}");
        assert!(text.contains("it is a page"), "{text}");
    }
}
