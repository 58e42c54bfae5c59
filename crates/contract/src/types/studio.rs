//! Writing forms.

use super::{FormSchema, GroupRef, Item, PersonRef};
use guichet_rules::{
    form::{Form, Question},
    ids::{ItemId, PersonId, QuestionId},
};
use std::collections::BTreeMap;

wire! {
    /// A form, as those who write forms find it.
    pub struct StudioFormSummary {
        /// The item that is ordered with it; of an order guide, `guide.` and its id.
        pub item: ItemId,
        /// The name of that item or guide; its id where the file cannot be read.
        pub title: String,
        /// Where it is written, relative to the folder of the content.
        pub file: String,
        /// The version that the file has; absent where it does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub form_version: Option<u32>,
        /// How many mistakes are in the file. With one of them nothing of it is taken.
        pub errors: u32,
        /// How much in it could be better.
        pub warnings: u32,
    }

    /// A form, with the text that it is written in.
    pub struct StudioForm {
        /// The item that is ordered with it; of an order guide, `guide.` and its id.
        pub item: ItemId,
        /// The name of that item or guide; its id where the file cannot be read.
        pub title: String,
        /// Where it is written, relative to the folder of the content.
        pub file: String,
        /// Which text it is, for `If-Match`: another number for each other text.
        pub version: u64,
        /// The version of the form that people are asked now; absent where none is published yet.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub published: Option<u32>,
        /// The version that a text gets when it is saved.
        pub next: u32,
        /// The languages that every text is there in; the first is the fallback.
        pub languages: Vec<String>,
        /// The whole file: YAML.
        pub source: String,
        /// What is wrong with it, or could be better.
        pub findings: Vec<StudioFinding>,
        /// How many mistakes are in other files of the content. While there is one, nothing that is saved is taken.
        pub elsewhere: u32,
    }

    /// Something about a text, with the place and what to do.
    pub struct StudioFinding {
        /// The line, counted from 1; absent where the file as a whole is meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub line: Option<u32>,
        /// The column, in characters, counted from 1; absent where the line as a whole is meant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub column: Option<u32>,
        /// How bad it is.
        pub severity: Severity,
        /// What it is, in English: the words of the format.
        pub what: String,
        /// What to do, in English.
        pub remedy: String,
    }

    /// A text to try, or to save.
    pub struct StudioInput {
        /// The whole file: YAML.
        pub source: String,
    }

    /// What would come of a text.
    pub struct StudioCheck {
        /// What is wrong with it, or could be better, by line.
        pub findings: Vec<StudioFinding>,
        /// The form in each language; empty while anything is wrong.
        pub previews: Vec<StudioPreview>,
        /// How many mistakes are in other files of the content.
        pub elsewhere: u32,
    }

    /// A form that is only tried, in one language.
    pub struct StudioPreview {
        /// Which language, BCP 47.
        pub language: String,
        /// The item as it would be in the catalog.
        pub item: Item,
        /// The form as it would be asked.
        pub form: Form,
        /// The JSON Schema of what could be submitted.
        pub schema: FormSchema,
    }

    /// What came of saving a text.
    pub struct StudioSaved {
        /// The form as it is now.
        pub form: StudioForm,
        /// People are asked this form from now on. False: other files have mistakes, and until they are mended the forms of
        /// before are asked.
        pub live: bool,
    }

    /// Somebody to try a form as.
    pub struct StudioPersona {
        /// Who.
        pub person: PersonRef,
        /// The groups they belong to.
        pub groups: Vec<GroupRef>,
        /// What a form may fill in of them, by the words of `PersonFact`.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub facts: BTreeMap<String, String>,
    }

    /// What to look up, as somebody else and for a question that need not be published.
    pub struct StudioLookup {
        /// Who asks.
        pub requester: PersonId,
        /// For whom; who asks where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub requested_for: Option<PersonId>,
        /// The question, which may narrow the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub question: Option<Question>,
        /// The earlier answers that narrow the list.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub given: BTreeMap<QuestionId, String>,
        /// What was typed so far; empty gives the first of all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub q: Option<String>,
        /// Only what has this id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub id: Option<String>,
        /// At most so many.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub limit: Option<u32>,
    }
}

words! {
    /// How bad something about a text is.
    Severity {
        /// The text is not taken with it.
        Error = "error",
        /// It could be better.
        Warning = "warning",
    }
}

query! {
    /// Which people.
    StudioPersonaQuery {
        /// Words of their name, title, department or site; without any, those that are meant to be tried come first.
        q: String,
        /// At most so many.
        limit: u32,
    }
}
