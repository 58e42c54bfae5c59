//! Identifiers that cannot hold a bad value.
//!
//! An id is chosen by whoever writes the content or by the backend; the portal treats it as opaque. It appears in
//! URLs, file names and JSON Pointers, so it may hold only characters that need no escaping in any of them.

use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, str::FromStr};

/// Long enough for `department-of-something.sub-team`, short enough for a URL segment and a column.
pub const MAX_ID_LEN: usize = 64;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing was given.
    #[error("an id may not be empty")]
    Empty,
    /// More than [`MAX_ID_LEN`] characters.
    #[error("an id has at most {MAX_ID_LEN} characters")]
    TooLong,
    /// A character outside `A-Z a-z 0-9 - _ .`, or a `-`, `_` or `.` at the start.
    #[error(
        "an id holds letters, digits, '-', '_' and '.', and begins with a letter or digit; '{0}' does not fit"
    )]
    BadCharacter(char),
}

fn check(text: &str) -> Result<(), IdError> {
    let first = text.chars().next().ok_or(IdError::Empty)?;
    if text.len() > MAX_ID_LEN {
        return Err(IdError::TooLong);
    }
    if !first.is_ascii_alphanumeric() {
        return Err(IdError::BadCharacter(first));
    }
    match text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))) {
        Some(bad) => Err(IdError::BadCharacter(bad)),
        None => Ok(()),
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "Cow<'_, str>")]
        pub struct $name(String);

        impl $name {
            /// Checks `text` and takes it as an id.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                check(&text)?;
                Ok(Self(text))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<Cow<'_, str>> for $name {
            type Error = IdError;
            fn try_from(text: Cow<'_, str>) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "minLength": 1,
                    "maxLength": MAX_ID_LEN,
                    "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$",
                })
            }
        }
    )*};
}

ids! {
    /// A person: employee, contractor or agent.
    PersonId;
    /// A group: a team that works on tickets, approvers, or an audience.
    GroupId;
    /// A site.
    LocationId;
    /// A calendar of opening hours.
    CalendarId;
    /// A shelf of the catalog.
    CategoryId;
    /// A catalog item.
    ItemId;
    /// A form, without its version.
    FormId;
    /// A page of a form.
    PageId;
    /// A question of a form.
    QuestionId;
    /// An option of a choice.
    OptionId;
    /// A step of an approval chain.
    StepId;
    /// A service that IT runs.
    ServiceId;
    /// A device or other asset.
    AssetId;
    /// A knowledge article.
    ArticleId;
    /// An article that is being written, or a change to one.
    ProposalId;
    /// A picture of an article, by the name of its file.
    PictureId;
    /// A problem: what is behind incidents that keep coming back.
    ProblemId;
    /// A ticket of any kind; also its number, as people say it: `REQ-20418`.
    TicketId;
    /// One approval asked of one person.
    ApprovalId;
    /// An arrangement that somebody decides for somebody else.
    DelegationId;
    /// An entry of a ticket's timeline.
    EntryId;
    /// An uploaded file.
    AttachmentId;
    /// A file on its way in pieces.
    UploadId;
    /// An announcement.
    AnnouncementId;
    /// A cost centre.
    CostCentreId;
    /// An order guide.
    GuideId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_people_use_and_refuses_what_would_need_escaping() {
        for good in ["a", "REQ-20418", "4410", "design-16", "laptop_2.x"] {
            assert!(ItemId::new(good).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("", IdError::Empty),
            ("-a", IdError::BadCharacter('-')),
            ("a/b", IdError::BadCharacter('/')),
            ("ä", IdError::BadCharacter('ä')),
            ("a b", IdError::BadCharacter(' ')),
        ] {
            assert_eq!(ItemId::new(bad), Err(why), "{bad}");
        }
        assert_eq!(ItemId::new("a".repeat(65)), Err(IdError::TooLong));
    }

    #[test]
    fn json_that_is_no_id_is_refused() {
        assert!(serde_json::from_str::<ItemId>("\"laptop\"").is_ok());
        assert!(serde_json::from_str::<ItemId>("\"../etc\"").is_err());
    }
}
