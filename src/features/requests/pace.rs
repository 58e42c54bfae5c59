//! When the backend is asked what would come of something that somebody is still changing.

use leptos::prelude::*;
use std::time::Duration;

/// Long enough that a word is typed to its end, short enough that prices and sums seem to follow.
const PAUSE: Duration = Duration::from_millis(300);

/// Asks about `body` now, and after each change once the person pauses.
pub(super) fn follow<B>(body: impl Fn() -> B + Send + Sync + 'static, ask: impl Fn(B) + Copy + 'static)
where
    B: Clone + PartialEq + Send + Sync + 'static,
{
    let body = Memo::new(move |_| body());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let body = body.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let pause = before.map_or(Duration::ZERO, |()| PAUSE);
        timer.set_value(set_timeout_with_handle(move || ask(body), pause).ok());
    });
}
