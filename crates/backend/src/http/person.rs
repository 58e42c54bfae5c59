//! Who calls.

use super::cookie;
use crate::{
    app::{App, Loaded},
    content::Company,
    service::{Failure, session},
};
use axum::http::HeaderMap;
use guichet_rules::{ids::PersonId, person::Right};

/// Whose session the call brings. Nobody's where it has ended, or the person has left.
pub async fn of(app: &App, loaded: &Loaded, headers: &HeaderMap) -> Result<Option<PersonId>, Failure> {
    let Some(token) = cookie::token(headers, app.config.is_https()).filter(|token| !token.is_empty()) else {
        return Ok(None);
    };
    let Some(session) = session::find(app, token).await? else { return Ok(None) };
    let company = loaded.content.in_language("");
    let active = company.person(&session.person).is_some_and(|person| person.active);
    Ok(active.then(|| session.person.clone()))
}

/// Whether a person works on tickets.
pub fn works_at_desk(company: &Company, person: &PersonId) -> bool {
    company.person(person).is_some_and(|person| person.rights.contains(&Right::Desk))
}
