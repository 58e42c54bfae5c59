//! Who is asked to agree, what a refusal does, and why somebody cannot decide for somebody else.

use super::{Tongue, Words};
use guichet_rules::approval::{ConfigProblem, DelegationProblem};

/// What a refusal does where `end` of them end it and so many are asked.
pub(super) fn refusals(end: u32, asked: u32, t: Tongue) -> String {
    match (end, asked) {
        (_, 1) => say!(
            t,
            "A refusal ends the request, and nobody else is asked.",
            "Eine Ablehnung beendet die Anforderung, und niemand sonst wird gefragt."
        ),
        (1, _) => say!(
            t,
            "If one of them refuses, the request ends and nobody else is asked.",
            "Lehnt eine dieser Personen ab, endet die Anforderung, und niemand sonst wird gefragt."
        ),
        (end, asked) if end == asked => say!(
            t,
            "One refusal does not end the request, only if all {asked} refuse.",
            "Eine Ablehnung beendet die Anforderung nicht, nur wenn alle {asked} ablehnen."
        ),
        (end, _) => say!(
            t,
            "One refusal does not end the request, but {end} refusals do.",
            "Eine Ablehnung beendet die Anforderung nicht, {end} Ablehnungen beenden sie."
        ),
    }
}

/// What an administrator has to mend. `name` is that of the person, group or cost centre that it is about.
pub(super) fn unaskable(problem: &ConfigProblem, name: &str, t: Tongue) -> String {
    match problem {
        ConfigProblem::NoSuchPerson { .. } => {
            say!(
                t,
                "“{name}”, whom it is for, is not known.",
                "Die Person „{name}“, für die es ist, ist nicht bekannt."
            )
        }
        ConfigProblem::NoManager { .. } => {
            say!(
                t,
                "{name} has no manager who could agree.",
                "{name} hat keine Führungskraft, die zustimmen könnte."
            )
        }
        ConfigProblem::NoCostCentre { .. } => say!(
            t,
            "{name} has no cost centre, so nobody knows who has to agree.",
            "{name} hat keine Kostenstelle, daher ist offen, wer zustimmen muss."
        ),
        ConfigProblem::NoCostCentreOwner { .. } => say!(
            t,
            "Nobody answers for the cost centre “{name}”.",
            "Für die Kostenstelle „{name}“ ist niemand verantwortlich."
        ),
        ConfigProblem::NoServiceOwner => say!(
            t,
            "Nobody answers for the service that it belongs to.",
            "Für den Dienst, zu dem es gehört, ist niemand verantwortlich."
        ),
        ConfigProblem::EmptyGroup { .. } => {
            say!(t, "Nobody is in the group “{name}”.", "In der Gruppe „{name}“ ist niemand.")
        }
        ConfigProblem::NobodyNamed | ConfigProblem::NobodyLeft => say!(
            t,
            "Of those who should agree nobody can be asked: they have left, or it is their own request.",
            "Von denen, die zustimmen sollen, kann niemand gefragt werden: Sie sind nicht mehr da, oder es ist ihre eigene Anforderung."
        ),
        ConfigProblem::CountOutOfRange { count, asked } => say!(
            t,
            "{count} people have to agree, but only {asked} can be asked.",
            "{count} Personen müssen zustimmen, aber nur {asked} können gefragt werden."
        ),
        ConfigProblem::PercentOutOfRange { .. } | ConfigProblem::UnknownPolicy | ConfigProblem::Unknown => {
            say!(
                t,
                "The approval cannot be decided as it is set up.",
                "Die Freigabe kann so, wie sie eingerichtet ist, nicht entschieden werden."
            )
        }
    }
}

/// What is wrong with a delegation, and what to do.
pub(super) fn delegation(problem: DelegationProblem, t: Tongue) -> String {
    let date = |date| Words::Date(date).say(t);
    match problem {
        DelegationProblem::ToOneself => {
            say!(t, "Choose somebody else than yourself.", "Wählen Sie jemand anderen als sich selbst.")
        }
        DelegationProblem::NotFound | DelegationProblem::Unknown => {
            say!(t, "Choose somebody who is on offer.", "Wählen Sie jemanden, der zur Auswahl steht.")
        }
        DelegationProblem::Inactive => {
            say!(
                t,
                "This person is not here any more. Choose another.",
                "Diese Person ist nicht mehr da. Wählen Sie eine andere."
            )
        }
        DelegationProblem::NotEmployed => say!(
            t,
            "Only employees decide for others. Choose somebody who is one.",
            "Nur Angestellte entscheiden für andere. Wählen Sie jemanden, der angestellt ist."
        ),
        DelegationProblem::DelegateAway { from, until } => {
            let (from, until) = (date(from), date(until));
            say!(
                t,
                "This person is away themselves from {from} to {until}. Choose another, or other days.",
                "Diese Person ist selbst vom {from} bis {until} abwesend. Wählen Sie eine andere oder andere Tage."
            )
        }
        DelegationProblem::BeginsInThePast => {
            say!(t, "Choose today or a later day.", "Wählen Sie heute oder einen späteren Tag.")
        }
        DelegationProblem::DelegateFixed => say!(
            t,
            "It has begun already. End it and arrange one with somebody else.",
            "Sie hat schon begonnen. Beenden Sie sie und richten Sie eine mit jemand anderem ein."
        ),
        DelegationProblem::Begun => say!(
            t,
            "It has begun already. End it and arrange another one.",
            "Sie hat schon begonnen. Beenden Sie sie und richten Sie eine neue ein."
        ),
        DelegationProblem::EndsTooEarly => say!(
            t,
            "Choose a last day that is not over and not before the first.",
            "Wählen Sie einen letzten Tag, der nicht vorbei ist und nicht vor dem ersten liegt."
        ),
        DelegationProblem::TooLong { days } => {
            say!(t, "Choose at most {days} days.", "Wählen Sie höchstens {days} Tage.")
        }
        DelegationProblem::Overlaps { from, until } => {
            let (from, until) = (date(from), date(until));
            say!(
                t,
                "Somebody decides for you from {from} to {until} already. Choose other days, or change that one.",
                "Vom {from} bis {until} entscheidet schon jemand für Sie. Wählen Sie andere Tage oder ändern Sie diese Vertretung."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_refusal_is_told_from_several() {
        for (end, asked, english) in [
            (1, 1, "A refusal ends the request, and nobody else is asked."),
            (1, 3, "If one of them refuses, the request ends and nobody else is asked."),
            (3, 3, "One refusal does not end the request, only if all 3 refuse."),
            (2, 3, "One refusal does not end the request, but 2 refusals do."),
        ] {
            assert_eq!(Words::Refusals(end, asked).say(Tongue::English), english);
        }
    }

    #[test]
    fn what_is_in_the_way_is_named() {
        let day = |text: &str| text.parse().unwrap();
        let overlaps = DelegationProblem::Overlaps { from: day("2026-12-01"), until: day("2026-12-03") };
        let words = Words::Delegation(overlaps).say(Tongue::German);
        assert!(words.starts_with("Vom 1. Dezember 2026 bis 3. Dezember 2026 entscheidet"), "{words}");
        let empty = ConfigProblem::EmptyGroup { group: "finance".parse().unwrap() };
        assert_eq!(
            Words::Unaskable(&empty, "Finance").say(Tongue::English),
            "Nobody is in the group “Finance”."
        );
    }
}
