//! Signing in and out, and what the backend offers.

use super::{
    call::{Answer, Call},
    cookie,
};
use crate::service::{Ctx, Failure, me, session};
use guichet_contract::{
    endpoints::{CreateSession, DeleteSession, GetCapabilities, GetMe, GetSession, ListPersonas},
    types::SessionState,
};

pub async fn capabilities(call: Call<GetCapabilities>) -> Result<Answer<GetCapabilities>, Failure> {
    Answer::of(&me::capabilities(&call.ctx))
}

pub async fn personas(call: Call<ListPersonas>) -> Result<Answer<ListPersonas>, Failure> {
    Answer::of(&session::personas(&call.ctx))
}

pub async fn sign_in(call: Call<CreateSession>) -> Result<Answer<CreateSession>, Failure> {
    let ctx = call.ctx;
    let token = session::begin(&ctx, &call.body.person).await?;
    // The reply is about who is signed in now, whoever was before.
    let language = ctx.company.language.clone();
    let as_them = Ctx::new(ctx.app.clone(), ctx.loaded.clone(), &language, Some(&call.body.person));
    let answer = Answer::of(&me::me(&as_them).await?)?;
    Ok(answer.with_cookie(cookie::set(&token, session::LIFE, ctx.app.config.is_https())))
}

/// Ends the session that the cookie names, and takes the cookie away. Without one there is nothing to do.
pub async fn sign_out(call: Call<DeleteSession>) -> Result<Answer<DeleteSession>, Failure> {
    let app = &call.ctx.app;
    if let Some(token) = &call.token {
        session::end(app, token).await?;
    }
    Ok(Answer::empty().with_cookie(cookie::clear(app.config.is_https())))
}

pub async fn whoami(call: Call<GetMe>) -> Result<Answer<GetMe>, Failure> {
    Answer::of(&me::me(&call.ctx).await?)
}

pub async fn state(call: Call<GetSession>) -> Result<Answer<GetSession>, Failure> {
    let me = match me::me(&call.ctx).await {
        Ok(me) => Some(me),
        Err(Failure::NotSignedIn) => None,
        Err(failure) => return Err(failure),
    };
    Answer::of(&SessionState { me })
}
