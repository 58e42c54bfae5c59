//! Articles, and what people say of them.

use super::{
    Ctx, Failure, Write,
    input::{is_longer, too_long, trimmed},
    paging, pictures, refs, writing,
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
use chrono::NaiveTime;
use guichet_contract::types::{
    Article, ArticleLanguage, ArticleQuery, ArticleRef, ArticleSummary, ArticleText, ArticleVersion,
    FeedbackInput, KnownError, Page, RetiredNotice,
};
use guichet_rules::{
    article::may_write,
    ids::{ArticleId, ItemId, PictureId},
    person::Person,
};

/// Others on the same: as many as fit beside an article.
const RELATED: usize = 4;

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// Articles by title; those that are searched for best first.
pub fn list(ctx: &Ctx, query: &ArticleQuery) -> Result<Page<ArticleSummary>, Failure> {
    let mut articles = in_order(ctx, ctx.me()?, query.q.as_deref());
    articles.retain(|article| {
        query.category.as_ref().is_none_or(|category| article.head.category == *category)
            && query.service.as_ref().is_none_or(|service| article.head.services.contains(service))
    });
    paging::slice(&articles, query.limit, query.cursor.as_deref(), |article| summary(ctx, article))
}

fn in_order<'c>(ctx: &'c Ctx, me: &'c Person, q: Option<&str>) -> Vec<&'c content::Article> {
    let company: &content::Company = &ctx.company;
    let searched = q.map(str::trim).filter(|q| !q.is_empty());
    if let Some(q) = searched {
        let found = ctx.loaded.finders.of(company, me).find(q).into_iter().filter_map(|found| match found {
            Found::Article(id) => company.article(&id),
            Found::Item(_) | Found::Guide(_) | Found::Ticket(_) => None,
        });
        return found.collect();
    }
    let mut articles: Vec<&content::Article> = company.articles_for(me).collect();
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
pub async fn article(ctx: &Ctx, id: &ArticleId, wanted: &ArticleLanguage) -> Result<Article, Failure> {
    let mut conn = ctx.app.store.read().await?;
    wire(ctx, &mut conn, id, reading(ctx, wanted)).await
}

/// The company in the language that an article is wanted in: the reader's own where they ask for no other.
pub(super) fn reading<'c>(ctx: &'c Ctx, wanted: &ArticleLanguage) -> &'c content::Company {
    match &wanted.language {
        Some(language) => ctx.loaded.content.in_language(language).as_ref(),
        None => ctx.company.as_ref(),
    }
}

/// The article as `reading` has it. What stands around it is in the reader's own language.
async fn wire(
    ctx: &Ctx,
    conn: &mut Conn,
    id: &ArticleId,
    reading: &content::Company,
) -> Result<Article, Failure> {
    let company = &ctx.company;
    let me = ctx.me()?;
    let article = visible(ctx, reading, id)?;
    let own = company.article(id).unwrap_or(article);
    let head = &article.head;
    let may_see = |id: &&ItemId| company.item(id).is_none_or(|item| item.is_visible_to(me));
    let title =
        |article: &content::Article| ArticleRef { id: article.id.clone(), title: article.head.title.clone() };
    Ok(Article {
        summary: summary(ctx, article),
        language: article.language.clone(),
        languages: languages(ctx, id),
        body: article.body.clone(),
        pictures: pictures::sizes(ctx, conn, id, &article.body).await?,
        version: Some(article.version()),
        owner: refs::group(company, &head.owner),
        keeper: me.in_group(head.owner.as_str()),
        editable: may_write(me, Some(&head.owner)),
        review_due: Some(article.review_due()),
        services: head.services.iter().map(|id| refs::service(company, id)).collect(),
        items: head.items.iter().filter(may_see).map(|id| refs::item(company, id)).collect(),
        related: company.related(own, me, RELATED).into_iter().map(title).collect(),
        known_errors: company
            .known_errors(own)
            .into_iter()
            .map(|error| known_error(ctx, error, Vec::new()))
            .collect(),
        my_feedback: feedback::of(conn, id, &me.id).await?,
        helped: feedback::helped(conn, id).await?,
    })
}

/// The article as `reading` has it, if whoever asks may know of it.
pub(super) fn visible<'c>(
    ctx: &Ctx,
    reading: &'c content::Company,
    id: &ArticleId,
) -> Result<&'c content::Article, Failure> {
    let me = ctx.me()?;
    let found = reading.article(id).filter(|article| article.is_visible_to(me));
    match (found, reading.retired.get(id)) {
        (Some(article), _) => Ok(article),
        (None, Some(retired)) if retired.article.is_visible_to(me) || retired.is_readable_by(me) => {
            Err(gone(ctx, me, retired))
        }
        (None, _) => Err(Failure::NotFound),
    }
}

/// What is said of an article that was retired to those who could read it.
fn gone(ctx: &Ctx, me: &Person, retired: &content::Retired) -> Failure {
    let notice = RetiredNotice {
        id: retired.article.id.clone(),
        title: retired.article.head.title.clone(),
        retired_at: retired.at,
        comment: retired.comment.clone(),
        replaced_by: retired.replaced_by.as_ref().and_then(|id| writing::replacement(ctx, id)),
        readable: retired.is_readable_by(me),
    };
    serde_json::to_value(notice).map_or_else(Failure::internal, Failure::Retired)
}

/// A picture, if whoever asks may know of something that shows it.
pub fn picture<'c>(ctx: &'c Ctx, id: &PictureId) -> Result<&'c content::Picture, Failure> {
    let me = ctx.me()?;
    let picture = ctx.loaded.content.pictures.get(id);
    picture.filter(|picture| ctx.company.shows(picture, me)).ok_or(Failure::NotFound)
}

/// All that is known to be wrong, each with the articles that show it to whoever asks.
pub fn known_errors(ctx: &Ctx) -> Result<Vec<KnownError>, Failure> {
    let company: &content::Company = &ctx.company;
    let me = ctx.me()?;
    let known = |error: &content::KnownError| {
        let shows = |article: &&content::Article| {
            company.known_errors(article).iter().any(|shown| shown.id == error.id)
        };
        let articles = company.articles_for(me).filter(shows).map(|article| article.id.clone()).collect();
        known_error(ctx, error, articles)
    };
    Ok(company.problems.iter().map(known).collect())
}

fn known_error(ctx: &Ctx, error: &content::KnownError, articles: Vec<ArticleId>) -> KnownError {
    KnownError {
        id: error.id.clone(),
        title: error.title.clone(),
        workaround: error.workaround.clone(),
        services: error.services.iter().map(|id| refs::service(&ctx.company, id)).collect(),
        since: error.since,
        fix: error.fix.clone(),
        articles,
    }
}

/// The versions of an article, newest first.
pub fn versions(
    ctx: &Ctx,
    id: &ArticleId,
    wanted: &ArticleLanguage,
) -> Result<Page<ArticleVersion>, Failure> {
    let article = visible(ctx, reading(ctx, wanted), id)?;
    let items = article.versions().into_iter().map(|revision| version_of(ctx, article, revision)).collect();
    Ok(Page { items, next: None, total: None })
}

/// What one version of an article said.
pub fn version(
    ctx: &Ctx,
    id: &ArticleId,
    number: &str,
    wanted: &ArticleLanguage,
) -> Result<ArticleText, Failure> {
    let article = visible(ctx, reading(ctx, wanted), id)?;
    let mut revisions = article.versions().into_iter();
    let revision = revisions.find(|revision| revision.version.to_string() == number);
    let revision = revision.ok_or(Failure::NotFound)?;
    let head = &article.head;
    let (title, summary, body) = match article.before.get(&revision.version) {
        _ if revision.version == article.version() => (&head.title, &head.summary, &article.body),
        Some(earlier) => (&earlier.title, &earlier.summary, &earlier.body),
        None => return Err(Failure::NotFound),
    };
    Ok(ArticleText {
        language: article.language.clone(),
        title: title.clone(),
        summary: summary.clone(),
        body: body.clone(),
        of: version_of(ctx, article, revision),
    })
}

fn version_of(ctx: &Ctx, article: &content::Article, revision: content::Revision) -> ArticleVersion {
    let version = revision.version;
    ArticleVersion {
        version,
        // At noon it is the same day nearly everywhere.
        published_at: revision.date.and_time(NOON).and_utc(),
        by: revision.author.map(|author| refs::person(&ctx.company, &author)),
        note: revision.note,
        readable: version == article.version() || article.before.contains_key(&version),
    }
}

/// The languages in which the article itself is there, in the company's order.
fn languages(ctx: &Ctx, id: &ArticleId) -> Vec<String> {
    let content = &ctx.loaded.content;
    let there = |language: &&String| {
        let article = content.in_language(language).article(id);
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
    visible(ctx, &ctx.company, id)?;
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
    wire(ctx, write.conn()?, id, &ctx.company).await
}
