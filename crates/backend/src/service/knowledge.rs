//! Articles, and what people say of them.

use super::{
    Ctx, Failure, Write,
    input::{is_longer, too_long, trimmed},
    paging, refs,
};
use crate::{
    config::limits,
    content,
    finder::Found,
    store::{
        Conn,
        feedback::{self, Feedback},
    },
};
use guichet_contract::types::{Article, ArticleQuery, ArticleRef, ArticleSummary, FeedbackInput, Page};
use guichet_rules::ids::ArticleId;

/// Others on the same: as many as fit beside an article.
const RELATED: usize = 4;

/// Articles by title; those that are searched for best first.
pub fn list(ctx: &Ctx, query: &ArticleQuery) -> Result<Page<ArticleSummary>, Failure> {
    let mut articles = in_order(ctx, query.q.as_deref());
    articles.retain(|article| {
        query.category.as_ref().is_none_or(|category| article.head.category == *category)
            && query.service.as_ref().is_none_or(|service| article.head.services.contains(service))
    });
    paging::slice(&articles, query.limit, query.cursor.as_deref(), |article| summary(ctx, article))
}

fn in_order<'c>(ctx: &'c Ctx, q: Option<&str>) -> Vec<&'c content::Article> {
    let company: &content::Company = &ctx.company;
    let searched = q.map(str::trim).filter(|q| !q.is_empty());
    if let (Some(q), Some(finder)) = (searched, ctx.loaded.finders.get(&company.language)) {
        let found = finder.find(q).into_iter().filter_map(|found| match found {
            Found::Article(id) => company.articles.get(&id),
            Found::Item(_) => None,
        });
        return found.collect();
    }
    let mut articles: Vec<&content::Article> = company.articles.values().collect();
    articles.sort_by_cached_key(|article| (article.head.title.to_lowercase(), article.id.clone()));
    articles
}

fn summary(ctx: &Ctx, article: &content::Article) -> ArticleSummary {
    let head = &article.head;
    let category = ctx.company.categories.get(&head.category);
    ArticleSummary {
        id: article.id.clone(),
        title: head.title.clone(),
        summary: head.summary.clone(),
        category: head.category.clone(),
        category_name: category.map_or_else(|| head.category.to_string(), |category| category.name.clone()),
        reviewed: head.reviewed,
    }
}

/// One article, whole.
pub async fn article(ctx: &Ctx, id: &ArticleId) -> Result<Article, Failure> {
    let mut conn = ctx.app.store.read().await?;
    wire(ctx, &mut conn, id).await
}

async fn wire(ctx: &Ctx, conn: &mut Conn, id: &ArticleId) -> Result<Article, Failure> {
    let company = &ctx.company;
    let article = company.articles.get(id).ok_or(Failure::NotFound)?;
    let head = &article.head;
    let title =
        |article: &content::Article| ArticleRef { id: article.id.clone(), title: article.head.title.clone() };
    Ok(Article {
        summary: summary(ctx, article),
        language: article.language.clone(),
        languages: languages(ctx, id),
        body: article.body.clone(),
        owner: refs::group(company, &head.owner),
        services: head.services.iter().map(|id| refs::service(company, id)).collect(),
        items: head.items.iter().map(|id| refs::item(company, id)).collect(),
        related: company.related(article, RELATED).into_iter().map(title).collect(),
        my_feedback: feedback::of(conn, id, &ctx.me()?.id).await?,
        helped: feedback::helped(conn, id).await?,
    })
}

/// The languages in which the article itself is there, in the company's order.
fn languages(ctx: &Ctx, id: &ArticleId) -> Vec<String> {
    let content = &ctx.loaded.content;
    let there = |language: &&String| {
        let article = content.in_language(language).articles.get(id);
        article.is_some_and(|article| article.language == **language)
    };
    content.languages.iter().filter(there).cloned().collect()
}

/// Keeps what whoever asks says of an article, in the place of what they said before.
pub async fn say(
    ctx: &Ctx,
    write: &mut Write,
    id: &ArticleId,
    input: FeedbackInput,
) -> Result<Article, Failure> {
    if !ctx.company.articles.contains_key(id) {
        return Err(Failure::NotFound);
    }
    let comment = trimmed(input.comment.as_deref());
    if comment.is_some_and(|comment| is_longer(comment, limits::TEXT_CHARS)) {
        return Err(Failure::Invalid(vec![too_long(ctx, "/comment", limits::TEXT_CHARS)]));
    }
    let person = &ctx.me()?.id;
    let feedback = Feedback {
        article: id.clone(),
        person: person.clone(),
        helpful: input.helpful,
        comment: comment.map(str::to_owned),
        at: ctx.now,
    };
    feedback::put(write.conn()?, &feedback).await?;
    write.concerns(person);
    wire(ctx, write.conn()?, id).await
}
