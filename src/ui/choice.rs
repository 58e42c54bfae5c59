//! Something to choose from a group, a list or a search.

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line below it.
    pub hint: Option<String>,
    /// A price or the like, at the end of the line.
    pub note: Option<String>,
    /// It cannot be chosen, and why; shown in place of the hint.
    pub disabled_reason: Option<String>,
}

impl Choice {
    /// An option with nothing beside its label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// With a line below the label.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(super) fn below(&self) -> Option<String> {
        self.disabled_reason.clone().or_else(|| self.hint.clone())
    }
}

/// How a group of choices looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choices {
    /// A card each, for choices that are explained or priced.
    #[default]
    Cards,
    /// Lines, for many or short ones.
    Plain,
    /// Cards beside one another, for two or three words.
    Inline,
    /// Steps on a scale.
    Scale,
}

impl Choices {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Cards => "choices",
            Self::Plain => "choices choices--plain",
            Self::Inline => "choices choices--inline",
            Self::Scale => "choices choices--scale",
        }
    }
}
