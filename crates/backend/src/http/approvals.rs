//! Approvals.

use super::call::{Answer, Call};
use crate::service::{Failure, approvals};
use guichet_contract::endpoints::{DecideApproval, GetApproval, ListApprovalProblems, ListApprovals};

pub async fn list(call: Call<ListApprovals>) -> Result<Answer<ListApprovals>, Failure> {
    Answer::of(&approvals::list(&call.ctx, &call.query).await?)
}

pub async fn approval(call: Call<GetApproval>) -> Result<Answer<GetApproval>, Failure> {
    let approval = approvals::approval(&call.ctx, &call.path.approval).await?;
    Answer::versioned(&approval, approval.version)
}

pub async fn decide(call: Call<DecideApproval>) -> Result<Answer<DecideApproval>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let id = &call.path.approval;
    let approval = approvals::decide(&call.ctx, &mut write, id, &call.body, has_seen).await?;
    Answer::versioned(&approval, approval.version)?.commit(write).await
}

pub async fn problems(call: Call<ListApprovalProblems>) -> Result<Answer<ListApprovalProblems>, Failure> {
    Answer::of(&approvals::problems(&call.ctx)?)
}
