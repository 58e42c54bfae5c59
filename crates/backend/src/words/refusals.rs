//! Why something cannot be done.

use super::Tongue;
use guichet_rules::{approval::DecisionRefusal, entitlement, ticket::Refusal};

pub(super) fn ticket(refusal: Refusal, t: Tongue) -> String {
    match refusal {
        Refusal::NotPermitted => {
            say!(t, "You may not do this with this ticket.", "Das dürfen Sie mit diesem Ticket nicht tun.")
        }
        Refusal::NotOffered | Refusal::Unrecognised | Refusal::Unknown => {
            say!(t, "This is not possible in this state.", "Das ist in diesem Zustand nicht möglich.")
        }
        Refusal::AwaitingApproval => {
            say!(t, "Somebody has to approve it first.", "Zuerst muss es jemand genehmigen.")
        }
        Refusal::NotStarted => {
            say!(t, "Nobody has begun to work on it.", "Es hat noch niemand mit der Arbeit begonnen.")
        }
        Refusal::NotAssigned => say!(
            t,
            "Nobody is assigned. Take it first.",
            "Es ist niemand zugewiesen. Übernehmen Sie es zuerst."
        ),
        Refusal::AlreadyYours => {
            say!(t, "It is already assigned to you.", "Es ist Ihnen bereits zugewiesen.")
        }
        Refusal::Finished => say!(
            t,
            "The work is finished. There is nothing to cancel.",
            "Die Arbeit ist erledigt. Es gibt nichts zu stornieren."
        ),
        Refusal::Closed => {
            say!(t, "It is closed. Open a follow-up.", "Es ist abgeschlossen. Eröffnen Sie ein Folgeticket.")
        }
        Refusal::ReopenWindowEnded { .. } => say!(
            t,
            "It is too late to reopen it. Open a follow-up.",
            "Zum Wiedereröffnen ist es zu spät. Eröffnen Sie ein Folgeticket."
        ),
        Refusal::ReopenWindowOpen { .. } => say!(
            t,
            "The requester can still reopen it.",
            "Die anfragende Person kann es noch wiedereröffnen."
        ),
        Refusal::ReopenInstead { .. } => {
            say!(t, "You can still reopen it.", "Sie können es noch wiedereröffnen.")
        }
        Refusal::MajorIncident => say!(
            t,
            "It concerns many people. The service desk decides.",
            "Es betrifft viele Personen. Der Service Desk entscheidet."
        ),
        Refusal::DeliveryBegun => say!(
            t,
            "Part of it is already delivered. Ask in a comment.",
            "Ein Teil ist schon geliefert. Fragen Sie in einem Kommentar nach."
        ),
        Refusal::RemindLater { .. } => say!(
            t,
            "They heard of it less than a day ago. You can remind them later.",
            "Die Gefragten haben vor weniger als einem Tag davon erfahren. Sie können später erinnern."
        ),
        Refusal::CommentNeeded => say!(t, "Write a comment.", "Schreiben Sie einen Kommentar."),
        Refusal::HoldReasonNeeded => say!(t, "Say what it waits for.", "Geben Sie an, worauf es wartet."),
        Refusal::ResolutionCodeNeeded => {
            say!(t, "Say how it was resolved.", "Geben Sie an, wie es gelöst wurde.")
        }
        Refusal::ResolutionTextNeeded => say!(t, "Write what was done.", "Schreiben Sie, was getan wurde."),
    }
}

pub(super) fn order(refusal: entitlement::Refusal, t: Tongue) -> String {
    match refusal {
        entitlement::Refusal::NotInAudience | entitlement::Refusal::Unknown => {
            say!(t, "This is not available to everyone.", "Das steht nicht allen zur Verfügung.")
        }
        entitlement::Refusal::OnlyForSelf => {
            say!(t, "You can order this for yourself only.", "Das können Sie nur für sich selbst bestellen.")
        }
        entitlement::Refusal::NotAReport => say!(
            t,
            "You can order this for yourself and your team only.",
            "Das können Sie nur für sich und Ihr Team bestellen."
        ),
        entitlement::Refusal::Inactive => {
            say!(t, "This person is not active.", "Diese Person ist nicht aktiv.")
        }
        entitlement::Refusal::NotYourCostCentre => say!(
            t,
            "You cannot charge this cost centre. Choose your own, that of the person it is for, or one that you answer for.",
            "Diese Kostenstelle können Sie nicht belasten. Wählen Sie Ihre eigene, die der Person, für die es ist, oder eine, die Sie verantworten."
        ),
    }
}

pub(super) fn decision(refusal: DecisionRefusal, t: Tongue) -> String {
    match refusal {
        DecisionRefusal::NotAsked | DecisionRefusal::Unknown => {
            say!(t, "You are not asked here.", "Sie werden hier nicht gefragt.")
        }
        DecisionRefusal::NotYet => say!(t, "Others have to agree first.", "Zuerst müssen andere zustimmen."),
        DecisionRefusal::AlreadyAnswered => {
            say!(t, "You have already decided.", "Sie haben schon entschieden.")
        }
        DecisionRefusal::SecondVote => say!(
            t,
            "You have a say in this step already; nobody decides twice in one.",
            "In diesem Schritt entscheiden Sie schon mit; niemand entscheidet dort zweimal."
        ),
        DecisionRefusal::Over => say!(t, "This was decided by others.", "Das haben andere entschieden."),
    }
}
