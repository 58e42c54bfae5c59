//! Signing in and out, and what the backend offers.

use super::{
    call::{Answer, Call},
    cookie,
};
use crate::service::{Ctx, Failure, me, session};
use axum::http::HeaderMap;
use guichet_contract::endpoints::{CreateSession, GetCapabilities, GetMe, ListPersonas};

pub async fn capabilities(call: Call<GetCapabilities>) -> Result<Answer<GetCapabilities>, Failure> {
    Answer::of(&me::capabilities(&call.ctx))
}

pub async fn personas(call: Call<ListPersonas>) -> Result<Answer<ListPersonas>, Failure> {
    Answer::of(&session::personas(&call.ctx))
}

pub async fn sign_in(call: Call<CreateSession>) -> Result<Answer<CreateSession>, Failure> {
    let ctx = call.ctx;
    let token = session::begin(&ctx, &call.body.person).await?;
    // Who was signed in before, if anybody, does not matter: the reply is about who is now.
    let loaded = ctx.loaded.clone();
    let as_them = Ctx::new(ctx.app.clone(), loaded, &ctx.company.language, Some(&call.body.person));
    let answer = Answer::of(&me::me(&as_them).await?)?;
    Ok(answer.with_cookie(cookie::set(&token, session::LIFE, ctx.app.config.is_https())))
}

/// Ends the session that the cookie names, and takes the cookie away.
pub async fn sign_out(ctx: &crate::app::App, headers: &HeaderMap) -> Result<String, Failure> {
    let https = ctx.config.is_https();
    if let Some(token) = cookie::token(headers, https) {
        session::end(ctx, token).await?;
    }
    Ok(cookie::clear(https))
}

pub async fn whoami(call: Call<GetMe>) -> Result<Answer<GetMe>, Failure> {
    Answer::of(&me::me(&call.ctx).await?)
}
