//! What those who file and the one who kills know of each other.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

/// Where the backend is, and whether to go on.
pub struct Shared {
    /// Empty while it is down. Each start has another port: a connection to one where nobody listens can reach itself.
    origin: Mutex<Option<String>>,
    over: AtomicBool,
    lost: AtomicBool,
}

impl Shared {
    /// A backend that can be called.
    pub fn new(origin: &str) -> Self {
        Self {
            origin: Mutex::new(Some(origin.to_owned())),
            over: AtomicBool::new(false),
            lost: AtomicBool::new(false),
        }
    }

    /// Where it is now, if anywhere.
    pub fn origin(&self) -> Option<String> {
        self.origin.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// It was killed.
    pub fn down(&self) {
        *self.origin.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// It is back.
    pub fn up(&self, origin: &str) {
        *self.origin.lock().unwrap_or_else(PoisonError::into_inner) = Some(origin.to_owned());
    }

    /// Nothing new is filed from here on; what is unanswered is asked again, unless there is nobody left to ask.
    pub fn finish(&self, lost: bool) {
        self.over.store(true, Ordering::Relaxed);
        self.lost.fetch_or(lost, Ordering::Relaxed);
    }

    /// Whether nothing new is to be filed.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Whether the backend will not come back.
    pub fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }
}
