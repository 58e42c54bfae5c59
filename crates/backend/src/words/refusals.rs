//! Why something cannot be done.

use super::Tongue;
use guichet_rules::{
    approval::DecisionRefusal, article::WritingRefusal, entitlement, secret, ticket::Refusal,
};

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

pub(super) fn secret(refusal: secret::Refusal, t: Tongue) -> String {
    match refusal {
        secret::Refusal::NotWorkingOnIt => say!(
            t,
            "Only those who work on the ticket may read this: the group that has it, and whoever took it.",
            "Das dürfen nur die lesen, die das Ticket bearbeiten: die zuständige Gruppe und wer es übernommen hat."
        ),
        secret::Refusal::AwaitingApproval => say!(
            t,
            "It can be read once everyone has agreed to the request.",
            "Es lässt sich lesen, sobald die Anforderung genehmigt ist."
        ),
        secret::Refusal::Deleted => say!(
            t,
            "It was deleted when the ticket ended. If you still need it, ask for it in a new request.",
            "Es wurde gelöscht, als das Ticket endete. Wird es noch gebraucht, ist eine neue Anforderung nötig."
        ),
        secret::Refusal::Sealed => say!(
            t,
            "It can no longer be opened, because the key it was kept with is gone. Ask the requester for it, and tell whoever runs this service.",
            "Es lässt sich nicht mehr öffnen, weil der Schlüssel dazu fehlt. Fragen Sie die anfragende Person danach, und sagen Sie es denen, die diesen Dienst betreiben."
        ),
        secret::Refusal::Unknown => {
            say!(t, "This cannot be read now.", "Das lässt sich jetzt nicht lesen.")
        }
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

pub(super) fn writing(refusal: WritingRefusal, t: Tongue) -> String {
    match refusal {
        WritingRefusal::NotOffered | WritingRefusal::Unknown => say!(
            t,
            "This is not possible where the text stands now. Look at it again.",
            "Das ist beim jetzigen Stand des Textes nicht möglich. Sehen Sie ihn sich noch einmal an."
        ),
        WritingRefusal::NotYours => {
            say!(t, "Only whoever wrote the text can do this.", "Das kann nur, wer den Text geschrieben hat.")
        }
        WritingRefusal::NotReviewer => say!(
            t,
            "Only the team that keeps the article right can do this.",
            "Das kann nur das Team, das den Artikel aktuell hält."
        ),
        WritingRefusal::OwnProposal => say!(
            t,
            "You wrote this yourself. Ask somebody else of the team to look at it.",
            "Das haben Sie selbst geschrieben. Bitten Sie jemand anderen aus dem Team, es anzusehen."
        ),
        WritingRefusal::Retired => say!(
            t,
            "The article was retired meanwhile. Ask the team that kept it to put it back first.",
            "Der Artikel wurde inzwischen zurückgezogen. Bitten Sie das zuständige Team, ihn zuerst wieder einzustellen."
        ),
    }
}
