//! Writing forms.

use super::call::{Answer, Call};
use crate::service::{Failure, studio};
use guichet_contract::endpoints::{
    CheckStudioForm, GetStudioForm, ListStudioForms, ListStudioPersonas, LookUpInStudio, SaveStudioForm,
};

pub async fn list(call: Call<ListStudioForms>) -> Result<Answer<ListStudioForms>, Failure> {
    Answer::of(&studio::list(&call.ctx)?)
}

pub async fn form(call: Call<GetStudioForm>) -> Result<Answer<GetStudioForm>, Failure> {
    let form = studio::form(&call.ctx, &call.path.item).await?;
    Answer::versioned(&form, form.version)
}

pub async fn check(call: Call<CheckStudioForm>) -> Result<Answer<CheckStudioForm>, Failure> {
    Answer::of(&studio::check(&call.ctx, &call.path.item, call.body.source).await?)
}

pub async fn save(call: Call<SaveStudioForm>) -> Result<Answer<SaveStudioForm>, Failure> {
    let mut write = call.begin().await?;
    let has_seen = |version| call.conditions.has_seen(version);
    let (item, source) = (&call.path.item, &call.body.source);
    let saving = studio::save(&call.ctx, &mut write, item, source, has_seen).await?;
    let answer = Answer::versioned(&saving.saved, saving.saved.form.version)?.commit(write).await?;
    saving.take_effect(&call.ctx.app).await;
    Ok(answer)
}

pub async fn personas(call: Call<ListStudioPersonas>) -> Result<Answer<ListStudioPersonas>, Failure> {
    Answer::of(&studio::personas(&call.ctx, &call.query)?)
}

pub async fn lookup(call: Call<LookUpInStudio>) -> Result<Answer<LookUpInStudio>, Failure> {
    Answer::of(&studio::lookup(&call.ctx, &call.path.source, &call.body)?)
}
