//! Enums whose values are words of the contract: in JSON, in URLs, in filters.

/// A text that is none of the words that this release knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{given}' is no {what}: use one of {}", .known.join(", "))]
pub struct UnknownWord {
    /// What was looked for, such as `action`.
    pub what: &'static str,
    /// What was given.
    pub given: String,
    /// What could have been given.
    pub known: Vec<&'static str>,
}

/// Declares an enum of snake_case words with room for those of later releases.
///
/// Serde makes the words from the names of the variants; they are written out once more for `as_str`, and a test
/// compares the two.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $what:literal {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)*
    }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        $(#[$meta])*
        pub enum $name {
            $($(#[$variant_meta])* $variant,)*
            /// A word that this release does not know.
            #[serde(other)]
            Unknown,
        }

        impl $name {
            /// Every word that this release knows, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// As it stands in JSON and URLs.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Unknown => "unknown",
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ticket::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| {
                    $crate::ticket::UnknownWord {
                        what: $what,
                        given: text.to_owned(),
                        known: Self::ALL.iter().map(|word| word.as_str()).collect(),
                    }
                })
            }
        }
    };
}

pub(super) use words;

#[cfg(test)]
mod tests {
    use crate::ticket::{Action, HoldReason, Kind, NextStep, ResolutionCode, Role, State};
    use serde_json::{from_value, json, to_value};

    macro_rules! check {
        ($($name:ident)*) => {$(
            for word in $name::ALL {
                let text = word.as_str();
                assert_eq!(to_value(word).unwrap(), json!(text));
                assert_eq!(from_value::<$name>(json!(text)).unwrap(), *word);
                assert_eq!(text.parse::<$name>().unwrap(), *word);
                assert_eq!(word.to_string(), text);
            }
            assert_eq!(from_value::<$name>(json!("a word of a later release")).unwrap(), $name::Unknown);
            assert!("unknown".parse::<$name>().is_err(), "nobody may ask for the unknown");
        )*};
    }

    #[test]
    fn json_urls_and_names_agree() {
        check!(Action HoldReason Kind NextStep ResolutionCode Role State);
    }

    #[test]
    fn a_wrong_word_is_answered_with_the_right_ones() {
        let refused = "feature".parse::<Kind>().unwrap_err();
        assert_eq!(
            refused.to_string(),
            "'feature' is no kind of ticket: use one of incident, request, question"
        );
    }
}
