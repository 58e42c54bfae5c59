//! Approvals and delegations.

use crate::NoReply;
use crate::types::{
    ApprovalProblem, ApprovalQuery, ApprovalRequest, DecisionInput, Delegation, DelegationInput,
    DelegationPatch, Page,
};
use guichet_rules::ids::{ApprovalId, DelegationId};

endpoint! {
    /// Approvals asked of this person, or of somebody they stand in for.
    ListApprovals("listApprovals"): Get "/approvals",
    query: ApprovalQuery, reply: Page<ApprovalRequest>, status: 200, cached: true, refusals: [BadParameter],
}

endpoint! {
    /// One approval, with all that its approver needs.
    GetApproval("getApproval"): Get "/approvals/{approval}",
    path: ApprovalPath {
        /// Which.
        approval: ApprovalId,
    },
    reply: ApprovalRequest, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Agrees or refuses.
    DecideApproval("decideApproval"): Post "/approvals/{approval}/decision",
    path: DecisionPath {
        /// Which.
        approval: ApprovalId,
    },
    body: DecisionInput, reply: ApprovalRequest, status: 200, guard: Versioned,
    refusals: [NotFound, Refused, Invalid, NoSpace],
}

endpoint! {
    /// Steps of catalog items that would find nobody to ask. For administrators.
    ListApprovalProblems("listApprovalProblems"): Get "/approval-problems",
    reply: Vec<ApprovalProblem>, status: 200, cached: true, refusals: [NotAllowed],
}

endpoint! {
    /// Who decides for this person while they are away, and for whom they decide.
    ListDelegations("listDelegations"): Get "/me/delegations",
    reply: Vec<Delegation>, status: 200, cached: true,
}

endpoint! {
    /// Lets somebody decide for this person while they are away.
    CreateDelegation("createDelegation"): Post "/me/delegations",
    body: DelegationInput, reply: Delegation, status: 201, guard: Idempotent, refusals: [Invalid, NoSpace],
}

endpoint! {
    /// One delegation.
    GetDelegation("getDelegation"): Get "/me/delegations/{delegation}",
    path: DelegationPath {
        /// Which.
        delegation: DelegationId,
    },
    reply: Delegation, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Changes a delegation of this person that is not over.
    UpdateDelegation("updateDelegation"): Patch "/me/delegations/{delegation}",
    path: DelegationChangePath {
        /// Which.
        delegation: DelegationId,
    },
    body: DelegationPatch, reply: Delegation, status: 200, guard: Versioned,
    refusals: [NotFound, Refused, Invalid, NoSpace],
}

endpoint! {
    /// Ends a delegation of this person now, or calls off one to come.
    DeleteDelegation("deleteDelegation"): Delete "/me/delegations/{delegation}",
    path: DelegationEndPath {
        /// Which.
        delegation: DelegationId,
    },
    reply: NoReply, status: 204, guard: Versioned, refusals: [NotFound, Refused, NoSpace],
}
