//! Service level clocks: when a target is due, on a calendar with opening hours, holidays and pauses.
//!
//! **Schedule time** is the time during which a [`Calendar`] is open. A target of four hours given on Friday at
//! 16:00 to a desk that is open from 09:00 to 17:00 is due on Monday at 12:00. Everything here is generic over
//! [`chrono::TimeZone`], so the browser can bring its own zones; the feature `tz` adds those of the IANA database.
//!
//! | question | answer |
//! | --- | --- |
//! | how much schedule time lies between two instants? | [`between`] |
//! | when has so much of it passed? | [`add`] |
//! | when does a day begin? | [`start_of_day`] |
//! | how does a clock with pauses stand? | [`Clock::read`] |
//! | why is it due just then? | [`Clock::explain`] |
//! | which message is the first response owed to? | [`first_response`] |
//!
//! The arithmetic is in whole seconds. Every instant that comes in is cut to the second it lies in, the clock's
//! start and `now` alike, so that a fraction can never make a clock late: a stop at 16:59:59.9 counts as 16:59:59,
//! one at 17:00:00.9 as 17:00:00, which still meets a target that is due at 17:00:00.
//!
//! Windows are written in local time. Each is expanded on its own date in the calendar's zone and then turned into
//! instants. Where the local clock leaps over a window's start or end, that edge is the first instant after the
//! leap; where the local clock repeats, a start takes the earlier instant and an end the later one.

mod calendar;
mod clock;
mod duration;
mod expand;
mod explain;
mod hold;
mod local;
mod measure;
mod response;
mod window;
mod working_day;
mod zone;

pub use calendar::{Calendar, Holiday, Week};
pub use clock::{AT_RISK_PERCENT, Clock, ClockState, Reading};
pub use duration::{Target, TargetError};
pub use expand::MAX_DAYS;
pub use explain::{Interval, Reason};
pub use hold::Pause;
pub use measure::{add, between, start_of_day};
pub use response::{Exchange, Fact, FactKind, exchanges, first_response};
pub use window::{Window, WindowError};
pub use working_day::{WorkingDay, WorkingDayError};
#[cfg(feature = "tz")]
pub use zone::UnknownZone;
pub use zone::{Zone, ZoneError};
