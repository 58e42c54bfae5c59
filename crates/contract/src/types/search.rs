//! Searching everything at once.

use guichet_rules::ids::{CategoryId, ServiceId};

/// A part of a text that was looked for: how many characters (Unicode code points) are before it, and up to its end.
pub type Mark = (u32, u32);

wire! {
    /// What was found.
    pub struct SearchReply {
        /// Best first, whatever their kind.
        pub hits: Vec<Hit>,
        /// How many there are in all, those that are not in `hits` among them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub total: Option<u32>,
        /// The words with what was probably meant, where nothing holds one of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub suggestion: Option<String>,
    }

    /// One thing found.
    pub struct Hit {
        /// What it is.
        pub kind: HitKind,
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// What it is, in one line.
        pub summary: String,
        /// Its shelf, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub category: Option<CategoryId>,
        /// The language of its words, BCP 47.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub language: Option<String>,
        /// The part of it that says more of what was looked for than its title does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub heading: Option<HitHeading>,
        /// Where in the title the words are, in order and apart.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub title_marks: Vec<Mark>,
        /// Where in the summary the words are.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub summary_marks: Vec<Mark>,
        /// A passage of its text, where that has more of what was looked for than the summary: it may stand in its place. At
        /// most 200 characters, without markup, with `…` where the text goes on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub excerpt: Option<String>,
        /// Where in the passage the words are.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub excerpt_marks: Vec<Mark>,
    }

    /// A part of an article.
    pub struct HitHeading {
        /// What it says.
        pub text: String,
        /// Its id: a link leads there with it behind a `#`.
        pub anchor: String,
        /// Where in `text` the words are.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub marks: Vec<Mark>,
    }
}

words! {
    /// What kind of thing was found.
    HitKind {
        /// A catalog item.
        Item = "item",
        /// An order guide.
        Guide = "guide",
        /// An article.
        Article = "article",
        /// One of the person's tickets.
        Ticket = "ticket",
    }
}

query! {
    /// What to search for.
    SearchQuery {
        /// The words; the last one may be half typed.
        q: String,
        /// Only of this kind.
        kind: HitKind,
        /// Only of this shelf.
        category: CategoryId,
        /// Only in this language, BCP 47: `de` is also `de-AT`.
        language: String,
        /// Only about this service.
        service: ServiceId,
        /// At most so many of each kind.
        limit: u32,
    }
}
