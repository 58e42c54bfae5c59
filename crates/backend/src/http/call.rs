//! What a handler is given, and what it gives.

use super::{conditions::Conditions, etag};
use crate::{
    service::{Ctx, Failure, Write},
    store::idempotency,
};
use bytes::Bytes;
use guichet_contract::Endpoint;
use std::marker::PhantomData;

/// A call of an endpoint: everything that does not depend on the resource has been looked at.
pub struct Call<E: Endpoint> {
    /// Who asks, in which language, and when.
    pub ctx: Ctx,
    /// Parameters in the path.
    pub path: E::Path,
    /// Parameters in the query.
    pub query: E::Query,
    /// The body.
    pub body: E::Body,
    /// The conditions of the call.
    pub conditions: Conditions,
    /// The session token that came with it, where it changes something.
    pub token: Option<String>,
}

impl<E: Endpoint> Call<E> {
    /// Begins to change something. A repetition of the call will get the answer that is committed with it.
    pub async fn begin(&self) -> Result<Write, Failure> {
        Write::begin(&self.ctx, self.conditions.key.clone()).await
    }
}

/// The answer to a call.
pub struct Answer<E> {
    /// The body, as JSON.
    pub(super) body: Bytes,
    /// Its `ETag`, quotes included.
    pub(super) etag: Option<String>,
    /// A cookie to set.
    pub(super) cookie: Option<String>,
    /// Nobody may keep it, not even the browser that asked.
    pub(super) fleeting: bool,
    endpoint: PhantomData<fn() -> E>,
}

impl<E: Endpoint> Answer<E> {
    /// A reply whose `ETag` is made of its content.
    pub fn of(reply: &E::Reply) -> Result<Self, Failure> {
        let body = Self::body(reply)?;
        let etag = Some(etag::of(&body));
        Ok(Self { body, etag, cookie: None, fleeting: false, endpoint: PhantomData })
    }

    /// A reply that is a version of something, which `If-Match` may name.
    pub fn versioned(reply: &E::Reply, version: u64) -> Result<Self, Failure> {
        let body = Self::body(reply)?;
        let etag = Some(etag::versioned(version, &body));
        Ok(Self { body, etag, cookie: None, fleeting: false, endpoint: PhantomData })
    }

    /// A reply that nobody keeps: without an `ETag`, and never for repetitions of the call.
    pub fn fleeting(reply: &E::Reply) -> Result<Self, Failure> {
        Ok(Self { body: Self::body(reply)?, fleeting: true, ..Self::empty() })
    }

    /// A reply that says it all with its status.
    pub fn empty() -> Self {
        Self { body: Bytes::new(), etag: None, cookie: None, fleeting: false, endpoint: PhantomData }
    }

    /// With a cookie.
    pub fn with_cookie(self, cookie: String) -> Self {
        Self { cookie: Some(cookie), ..self }
    }

    /// Keeps the change, and with it this answer for repetitions of the call.
    pub async fn commit(self, write: Write) -> Result<Self, Failure> {
        let answer =
            idempotency::Answer { status: E::SUCCESS, body: self.body.to_vec(), etag: self.etag.clone() };
        write.commit(Some(answer)).await?;
        Ok(self)
    }

    fn body(reply: &E::Reply) -> Result<Bytes, Failure> {
        serde_json::to_vec(reply).map(Bytes::from).map_err(Failure::internal)
    }
}
