//! One use case that changes something: one transaction, with its hints and the answer for repetitions.

use super::{Ctx, Failure};
use crate::{
    app::App,
    store::{
        Conn, StoreError, Tx,
        events::{self, Audience, Event},
        idempotency::{self, Answer, Fingerprint},
    },
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{EventHint, Topic};
use guichet_rules::ids::PersonId;
use std::collections::BTreeSet;

/// What a repetition of a call is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Who calls.
    pub person: PersonId,
    /// Their `Idempotency-Key`.
    pub key: String,
    /// What they call.
    pub call: Fingerprint,
}

/// A change in the making. Dropped without [`commit`](Self::commit), it never was.
#[derive(Debug)]
pub struct Write {
    app: App,
    now: DateTime<Utc>,
    tx: Tx,
    key: Option<Key>,
    told: Vec<Event>,
    concerned: BTreeSet<PersonId>,
}

impl Write {
    /// Begins a change. From here on nobody else changes anything.
    pub async fn begin(ctx: &Ctx, key: Option<Key>) -> Result<Self, Failure> {
        let mut write = Self::by_the_system(&ctx.app, ctx.now).await?;
        if let Some(key) = &key {
            let conn = write.tx.conn()?;
            match idempotency::begin(conn, &key.person, &key.key, &key.call, ctx.now).await {
                // Another process was faster; by the time of the next try its answer is there.
                Err(StoreError::Duplicate(_)) => return Err(Failure::StillRunning),
                other => other?,
            }
        }
        write.key = key;
        Ok(write)
    }

    /// Begins a change that nobody asked for.
    pub async fn by_the_system(app: &App, now: DateTime<Utc>) -> Result<Self, Failure> {
        Ok(Self {
            app: app.clone(),
            now,
            tx: app.store.begin().await?,
            key: None,
            told: Vec::new(),
            concerned: BTreeSet::new(),
        })
    }

    /// When it happens.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// What to read and write with.
    pub fn conn(&mut self) -> Result<&mut Conn, Failure> {
        Ok(self.tx.conn()?)
    }

    /// Says that something changed, to these people and to everyone who works at the desk. Heard once it is kept.
    pub async fn tell(
        &mut self,
        topic: Topic,
        id: &str,
        version: u64,
        people: BTreeSet<PersonId>,
    ) -> Result<(), Failure> {
        self.concerned.extend(people.iter().cloned());
        let hint = EventHint { topic, id: id.to_owned(), version };
        let event = events::add(self.tx.conn()?, hint, Audience::People(people), true, self.now).await?;
        self.told.push(event);
        Ok(())
    }

    /// Says that these people see something else from now on, without a hint to them.
    pub fn concerns(&mut self, person: &PersonId) {
        self.concerned.insert(person.clone());
    }

    /// Keeps the change, and `answer` for repetitions of the call.
    pub async fn commit(mut self, answer: Option<Answer>) -> Result<(), Failure> {
        if let (Some(key), Some(answer)) = (&self.key, &answer) {
            idempotency::finish(self.tx.conn()?, &key.person, &key.key, answer).await?;
        }
        self.tx.commit().await?;
        self.app.replies.changed(&self.concerned);
        for event in self.told {
            self.app.hub.publish(event);
        }
        Ok(())
    }
}
