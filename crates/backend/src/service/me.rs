//! Who is signed in, and what the backend offers.

use super::{Ctx, Failure, facts, refs};
use crate::{
    config::{SignIn, limits},
    store::approvals,
};
use guichet_contract::types::{Capabilities, Limits, Me, SignIn as OfferedSignIn};

/// The version of the contract that this backend keeps.
const CONTRACT: &str = "1.0";
/// Older portals do not know the forms' `sensitive`, which they would show.
const LEAST_CLIENT: &str = "0.1.0";

/// Whoever asks.
pub async fn me(ctx: &Ctx) -> Result<Me, Failure> {
    let me = ctx.me()?;
    let company = &ctx.company;
    let found = company.person(&me.id).ok_or(Failure::NotSignedIn)?;
    let mut conn = ctx.app.store.read().await?;
    let approvals_waiting = approvals::waiting_for(&mut conn, &me.id, ctx.now).await?;
    Ok(Me {
        person: refs::person_in_full(company, &me.id),
        given_name: found.name.split_whitespace().next().unwrap_or(&found.name).to_owned(),
        language: found.language.clone(),
        location: found.location.clone(),
        zone: company.calendar_for_person(&me.id).zone.to_string(),
        groups: found.groups.iter().map(|group| refs::group(company, group)).collect(),
        rights: found.rights.clone(),
        approvals_waiting,
        facts: facts::of_person(found, true),
    })
}

/// What this backend offers.
pub fn capabilities(ctx: &Ctx) -> Capabilities {
    let sign_in = match ctx.app.config.sign_in {
        SignIn::Demo => OfferedSignIn::Demo,
    };
    Capabilities {
        contract: CONTRACT.to_owned(),
        company: ctx.company.name.clone(),
        languages: ctx.company.languages.clone(),
        sign_in: vec![sign_in],
        features: [
            "knowledge",
            "search",
            "index",
            "events",
            "attachments",
            "uploads",
            "delegations",
            "orders",
            "secrets",
            "studio",
            "writing",
            "learning",
        ]
        .map(str::to_owned)
        .to_vec(),
        limits: Limits {
            body_bytes: limits::BODY_BYTES,
            attachment_bytes: limits::ATTACHMENT_BYTES,
            attachment_types: guichet_contract::FILE_TYPES
                .iter()
                .map(|(media_type, _)| (*media_type).to_owned())
                .collect(),
            attachments: Some(limits::FILES),
            chunk_bytes: Some(limits::CHUNK_BYTES),
            page_size: limits::PAGE_SIZE,
        },
        least_client: LEAST_CLIENT.to_owned(),
    }
}
