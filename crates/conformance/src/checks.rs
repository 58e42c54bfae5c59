//! Everything that is looked at, in an order in which later checks use what earlier ones found.

mod events;
mod files;
mod lists;
mod reads;
mod refusals;
mod search;
mod secrets;
mod session;
mod uploads;
mod writes;

use crate::{Options, walk::Walk};

/// The whole walk.
pub(crate) fn all(walk: &mut Walk, options: &Options) {
    session::before(walk);
    if !session::begin(walk, options) {
        walk.leave_out("everything else", "nobody could be signed in");
        return;
    }
    session::after(walk);
    reads::all(walk);
    search::all(walk);
    lists::all(walk);
    refusals::all(walk);
    if options.read_only {
        walk.leave_out("requests, incidents, comments, actions, secrets and files", "read-only");
    } else {
        writes::all(walk);
        secrets::all(walk);
        files::all(walk);
        uploads::all(walk);
    }
    events::all(walk);
}
