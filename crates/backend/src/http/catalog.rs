//! The catalog, its forms, and what there is to choose from.

use super::call::{Answer, Call};
use crate::service::{Failure, catalog, guides, lookups};
use guichet_contract::endpoints::{
    GetForm, GetFormSchema, GetGuide, GetItem, ListCategories, ListGuides, ListItems, Lookups, PreviewGuide,
};

pub async fn categories(call: Call<ListCategories>) -> Result<Answer<ListCategories>, Failure> {
    Answer::of(&catalog::categories(&call.ctx)?)
}

pub async fn items(call: Call<ListItems>) -> Result<Answer<ListItems>, Failure> {
    Answer::of(&catalog::items(&call.ctx, &call.query)?)
}

pub async fn item(call: Call<GetItem>) -> Result<Answer<GetItem>, Failure> {
    Answer::of(&catalog::item(&call.ctx, &call.path.item)?)
}

pub async fn guides(call: Call<ListGuides>) -> Result<Answer<ListGuides>, Failure> {
    Answer::of(&guides::guides(&call.ctx)?)
}

pub async fn guide(call: Call<GetGuide>) -> Result<Answer<GetGuide>, Failure> {
    Answer::of(&guides::guide(&call.ctx, &call.path.guide)?)
}

pub async fn preview_guide(call: Call<PreviewGuide>) -> Result<Answer<PreviewGuide>, Failure> {
    Answer::of(&guides::preview(&call.ctx, &call.path.guide, &call.body)?)
}

pub async fn form(call: Call<GetForm>) -> Result<Answer<GetForm>, Failure> {
    Answer::of(&catalog::form(&call.ctx, &call.path.form).await?)
}

pub async fn form_schema(call: Call<GetFormSchema>) -> Result<Answer<GetFormSchema>, Failure> {
    Answer::of(&catalog::form_schema(&call.ctx, &call.path.form).await?)
}

pub async fn lookup(call: Call<Lookups>) -> Result<Answer<Lookups>, Failure> {
    Answer::of(&lookups::lookup(&call.ctx, &call.path.source, &call.query)?)
}
