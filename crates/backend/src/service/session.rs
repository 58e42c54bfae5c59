//! Signing in and out.

use super::{Ctx, Failure};
use crate::{
    app::App,
    hex,
    store::sessions::{self, Session},
};
use chrono::TimeDelta;
use guichet_contract::types::Persona;
use guichet_rules::ids::PersonId;
use std::{sync::Arc, time::Duration};

/// A working day: whoever comes back the next morning signs in again.
pub const LIFE: Duration = Duration::from_secs(12 * 3600);
/// 256 bits: nobody guesses one.
const TOKEN_BYTES: usize = 32;

/// Who there is to be, where the demo sign-in is offered.
pub fn personas(ctx: &Ctx) -> Vec<Persona> {
    // There is no other way to sign in yet; the next one answers 404 here.
    let persona = |person: &crate::content::Person| {
        let about = person.persona.clone()?;
        Some(Persona { person: super::refs::person_in_full(&ctx.company, &person.id), about })
    };
    ctx.company.personas().into_iter().filter_map(persona).collect()
}

/// Signs `person` in; gives the token, which is known to nobody but the caller from here on.
pub async fn begin(ctx: &Ctx, person: &PersonId) -> Result<String, Failure> {
    let found = ctx.company.person(person).filter(|person| person.active).ok_or(Failure::NotFound)?;
    // The error type of the random source is no std error.
    let token = hex::random::<TOKEN_BYTES>().map_err(|error| Failure::internal(error.to_string()))?;
    let life = TimeDelta::from_std(LIFE).map_err(Failure::internal)?;
    let session = Session {
        token: hex::sha256(token.as_bytes()),
        person: found.id.clone(),
        created: ctx.now,
        expires: ctx.now + life,
    };
    let mut tx = ctx.app.store.begin().await?;
    sessions::add(tx.conn()?, &session).await?;
    tx.commit().await?;
    ctx.app.sessions.insert(session.token.clone(), Arc::new(session));
    Ok(token)
}

/// Ends the session of a token; one that is over or never was is fine too.
pub async fn end(app: &App, token: &str) -> Result<(), Failure> {
    let hash = hex::sha256(token.as_bytes());
    app.sessions.invalidate(&hash);
    let mut tx = app.store.begin().await?;
    sessions::remove(tx.conn()?, &hash).await?;
    tx.commit().await?;
    // Somebody may have read it from the store meanwhile.
    app.sessions.invalidate(&hash);
    Ok(())
}

/// The session of a token, unless it has ended.
pub async fn find(app: &App, token: &str) -> Result<Option<Arc<Session>>, Failure> {
    // Whatever else is in the cookie is none of ours, and not worth hashing.
    if token.len() != 2 * TOKEN_BYTES {
        return Ok(None);
    }
    let hash = hex::sha256(token.as_bytes());
    let session = match app.sessions.get(&hash) {
        Some(known) => Some(known),
        None => {
            let stored = sessions::find(&mut *app.store.read().await?, &hash).await?.map(Arc::new);
            if let Some(session) = &stored {
                app.sessions.insert(hash, Arc::clone(session));
            }
            stored
        }
    };
    let now = app.clock.now();
    Ok(session.filter(|session| now < session.expires))
}
