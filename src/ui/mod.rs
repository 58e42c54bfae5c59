//! Components that know nothing of service desks. Every word comes in from outside, and nothing looks for elements in the
//! document, so they work in a shadow root.
//!
//! In a view of this project an element below another one must not be all literals, such as `<i class="x"></i>`: Leptos
//! makes those by setting HTML, which Trusted Types forbid. A class in braces, `class={"x"}`, is enough to avoid it.

mod avatar;
mod breadcrumb;
mod button;
mod checkbox_group;
mod choice;
mod choice_group;
pub mod clipboard;
mod combobox;
mod date_input;
mod dialog;
mod empty;
mod error_summary;
mod failed;
mod field;
mod file_input;
mod focus;
mod icon;
mod ids;
mod live_region;
mod menu;
mod picked;
mod progress_steps;
mod radio_group;
mod search_field;
mod select;
mod several;
mod skeleton;
mod summary_list;
mod tag;
mod text_area;
mod text_input;
mod typed;

pub use avatar::{Avatar, initials};
pub use breadcrumb::{Breadcrumb, Crumb};
pub use button::{Button, ButtonKind};
pub use checkbox_group::CheckboxGroup;
pub use choice::{Choice, Choices};
pub use combobox::{Combobox, Remark};
pub use date_input::{DateInput, DateKind};
pub use dialog::Dialog;
pub use empty::Empty;
pub use error_summary::{ErrorSummary, FieldError};
pub use failed::Failed;
pub use field::{Field, FieldText};
pub use file_input::{FileInput, FileWords};
pub use focus::FocusMap;
pub use icon::{Icon, IconName};
pub use ids::use_ids;
pub use live_region::{Announcer, AnnouncerHandle, provide_announcer, use_announcer};
pub use menu::Menu;
pub use picked::show_row;
pub use progress_steps::{ProgressSteps, Step, StepState};
pub use radio_group::RadioGroup;
pub use search_field::search_field;
pub use select::Select;
pub use several::several;
pub use skeleton::{Skeleton, SkeletonKind};
pub use summary_list::{SummaryList, SummaryRow};
pub use tag::{Notice, Status, Tag, Tone};
pub use text_area::TextArea;
pub use text_input::{InputKind, TextInput, Width};
pub use typed::insert_text;
