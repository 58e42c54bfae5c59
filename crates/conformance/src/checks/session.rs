//! What is offered, and signing in.

use crate::{
    Options,
    client::Client,
    walk::{Broken, Check, Walk, ensure, refused, success},
};
use guichet_contract::{
    Code, Endpoint, NoPath, NoQuery,
    endpoints::{CreateSession, GetCapabilities, GetMe, GetSession, ListPersonas, ValidateRequest},
    types::{Capabilities, Me, SignIn, SignInInput},
    url,
};
use guichet_rules::ids::PersonId;

fn address<E: Endpoint<Path = NoPath, Query = NoQuery>>() -> String {
    url::<E>(&NoPath {}, &NoQuery {})
}

/// What holds for somebody whom nobody knows.
pub(super) fn before(walk: &mut Walk) {
    let capabilities = walk.read::<GetCapabilities>(&NoPath {}, &NoQuery {});
    if let Some(capabilities) = &capabilities {
        walk.check("capabilities make sense", |_| sensible(capabilities));
    }
    walk.capabilities = capabilities;
    walk.check("/session answers without a session, and names nobody", |client| {
        let state = success::<GetSession>(&client.get(&address::<GetSession>()).send()?)?;
        ensure(state.me.is_none(), || "it names somebody".to_owned())
    });
    walk.check("without a session /me is refused with not_signed_in", |client| {
        refused(&client.get(&address::<GetMe>()).send()?, Code::NotSignedIn).map(drop)
    });
    walk.check("a session that never was is none", |client| {
        let call = client.get(&address::<GetMe>()).header("Cookie", "__Host-guichet_session=none");
        refused(&call.send()?, Code::NotSignedIn).map(drop)
    });
}

fn sensible(capabilities: &Capabilities) -> Check {
    ensure(capabilities.contract.split('.').next() == Some("1"), || {
        format!("this program knows version 1 of the contract and not {}", capabilities.contract)
    })?;
    ensure(!capabilities.languages.is_empty(), || "there are no languages".to_owned())?;
    let limits = &capabilities.limits;
    let pieces = capabilities.features.iter().any(|feature| feature == "uploads");
    ensure(pieces == limits.chunk_bytes.is_some(), || {
        "'chunk_bytes' and the feature 'uploads' belong together".to_owned()
    })?;
    let sizes = [limits.page_size.into(), limits.body_bytes, limits.chunk_bytes.unwrap_or(1)];
    ensure(sizes.iter().all(|size| *size > 0), || "a limit is 0".to_owned())
}

/// Gets a session. False where there is none.
pub(super) fn begin(walk: &mut Walk, options: &Options) -> bool {
    if let Some(cookie) = &options.cookie {
        walk.client.set_cookie(Some(cookie.clone()));
    } else if let Some(person) = &options.person {
        let offered = walk.capabilities.as_ref().is_some_and(|there| there.sign_in.contains(&SignIn::Demo));
        if !offered {
            walk.leave_out("the demo sign-in", "not offered; give a session with --cookie");
            return false;
        }
        walk.check("the people of the demo sign-in are listed", |client| {
            let personas = success::<ListPersonas>(&client.get(&address::<ListPersonas>()).send()?)?;
            ensure(personas.iter().any(|persona| persona.person.id == *person), || {
                format!("'{person}' is not among them")
            })
        });
        let cookie =
            walk.check("signing in sets a cookie that scripts cannot read", |client| sign_in(client, person));
        walk.client.set_cookie(cookie);
    }
    walk.read::<GetMe>(&NoPath {}, &NoQuery {}).is_some()
}

fn sign_in(client: &Client, person: &PersonId) -> Check<String> {
    let input = SignInInput { person: person.clone() };
    let reply = client.post(&address::<CreateSession>()).json(&input).send()?;
    let me: Me = success::<CreateSession>(&reply)?;
    ensure(me.person.id == *person, || format!("'{}' is signed in and not '{person}'", me.person.id))?;
    let set = reply.header("set-cookie");
    let attributes = set.to_ascii_lowercase();
    for attribute in ["httponly", "samesite=", "path=/"] {
        ensure(attributes.contains(attribute), || format!("the cookie is not {attribute}: {set}"))?;
    }
    let cookie = set.split(';').next().unwrap_or_default().trim();
    ensure(cookie.contains('='), || format!("'{set}' sets no cookie"))?;
    Ok(cookie.to_owned())
}

/// What holds for somebody who is signed in.
pub(super) fn after(walk: &mut Walk) {
    walk.check("/session names whoever is signed in", |client| {
        let state = success::<GetSession>(&client.get(&address::<GetSession>()).send()?)?;
        ensure(state.me.is_some(), || "it names nobody".to_owned())
    });
    walk.check("a call from a page of another origin is refused with foreign_origin", |client| {
        let call = client.post(&address::<ValidateRequest>()).json(&serde_json::json!({}));
        let reply = call.header("Origin", "https://elsewhere.example").send()?;
        refused(&reply, Code::ForeignOrigin).map(drop)
    });
    let languages = walk.capabilities.as_ref().map(|there| there.languages.clone()).unwrap_or_default();
    walk.check("each language of /capabilities is answered in when it is asked for", |client| {
        for language in &languages {
            let reply =
                client.get(&address::<GetMe>()).header("Accept-Language", language.as_str()).send()?;
            let given = reply.header("content-language");
            ensure(given.eq_ignore_ascii_case(language), || {
                format!("'{language}' was asked for, and '{given}' came")
            })?;
        }
        let reply = client.get(&address::<GetMe>()).header("Accept-Language", "tlh").send()?;
        let first = languages.first().map(String::as_str).unwrap_or_default();
        let given = reply.header("content-language");
        ensure(given.eq_ignore_ascii_case(first), || {
            format!("a language that is not there is answered in '{given}' and not in the first, '{first}'")
        })?;
        Ok::<(), Broken>(())
    });
}
