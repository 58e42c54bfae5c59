//! What a kind of question has, whichever it is.

use super::{
    super::{FormOption, Narrowing, OptionsSource, Question, SourceList},
    Kind,
};

impl Kind {
    /// Whether it is only shown, never answered.
    pub fn is_display(&self) -> bool {
        matches!(self, Self::Heading {} | Self::Paragraph { .. } | Self::Image { .. } | Self::Notice { .. })
    }

    /// Whether people answer it: neither shown only, nor worked out, nor unknown.
    pub fn is_asked(&self) -> bool {
        !self.is_display() && !matches!(self, Self::Computed { .. } | Self::Unknown)
    }

    /// The options of a choice; of a tree those of its first level.
    pub fn options(&self) -> &[FormOption] {
        match self {
            Self::SingleChoice { options, .. }
            | Self::ManyChoice { options, .. }
            | Self::Tree { options, .. } => options,
            _ => &[],
        }
    }

    /// Where the options come from, if not from the form.
    pub fn options_source(&self) -> Option<&OptionsSource> {
        match self {
            Self::SingleChoice { options_source, .. } | Self::ManyChoice { options_source, .. } => {
                options_source.as_ref()
            }
            _ => None,
        }
    }

    /// The list of the company's that it is answered from; none where it is answered otherwise.
    pub fn list(&self) -> Option<SourceList> {
        Some(match self {
            Self::Person { .. } => SourceList::People,
            Self::Group {} => SourceList::Groups,
            Self::Service {} => SourceList::Services,
            Self::Asset { .. } => SourceList::Assets,
            Self::Location {} => SourceList::Locations,
            kind => kind.options_source()?.list,
        })
    }

    /// What is asked in each row.
    pub fn columns(&self) -> &[Question] {
        match self {
            Self::Rows { questions, .. } => questions,
            _ => &[],
        }
    }

    /// The earlier answers that narrow what is on offer.
    pub fn narrowing(&self) -> Option<&Narrowing> {
        match self {
            Self::Person { narrowed_by, .. } | Self::Asset { narrowed_by, .. } => narrowed_by.as_ref(),
            _ => self.options_source().and_then(|source| source.narrowed_by.as_ref()),
        }
    }

    /// The regular expression that the answer has to match.
    pub fn pattern(&self) -> Option<&str> {
        match self {
            Self::ShortText { pattern, .. } | Self::Masked { pattern, .. } => pattern.as_deref(),
            _ => None,
        }
    }

    /// Its word in `type`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::ShortText { .. } => "short_text",
            Self::LongText { .. } => "long_text",
            Self::RichText { .. } => "rich_text",
            Self::Number { .. } => "number",
            Self::Currency { .. } => "currency",
            Self::YesNo { .. } => "yes_no",
            Self::SingleChoice { .. } => "single_choice",
            Self::ManyChoice { .. } => "many_choice",
            Self::Tree { .. } => "tree",
            Self::Date { .. } => "date",
            Self::Time { .. } => "time",
            Self::DateTime { .. } => "date_time",
            Self::DateRange { .. } => "date_range",
            Self::Duration { .. } => "duration",
            Self::Email {} => "email",
            Self::Phone {} => "phone",
            Self::Url {} => "url",
            Self::IpAddress { .. } => "ip_address",
            Self::Rating { .. } => "rating",
            Self::Person { .. } => "person",
            Self::Group {} => "group",
            Self::Service {} => "service",
            Self::Asset { .. } => "asset",
            Self::Location {} => "location",
            Self::File { .. } => "file",
            Self::Masked { .. } => "masked",
            Self::Rows { .. } => "rows",
            Self::Computed { .. } => "computed",
            Self::Heading {} => "heading",
            Self::Paragraph { .. } => "paragraph",
            Self::Image { .. } => "image",
            Self::Notice { .. } => "notice",
            Self::Unknown => "unknown",
        }
    }
}
