//! Kinds of what can be lost, with what to do about each.

use serde::Serialize;

/// What was lost, left out or has to be looked at. The names are part of the format of the report, see docs/import.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A file or a folder that cannot be read.
    Unreadable,
    /// A page that is too long.
    Size,
    /// A page that says nothing of its own.
    Empty,
    /// A page that names no shelf, where none was named for it.
    Category,
    /// An article that somebody went on with by hand.
    Edited,
    /// An article whose page is not there any more.
    Gone,
    /// A page whose id another article has.
    Id,
    /// A page without a title, or with that of another.
    Title,
    /// A page that says that it is in another language.
    Language,
    /// A page whose encoding had to be guessed, or is another than it says.
    Encoding,
    /// Front matter that has no place in an article.
    FrontMatter,
    /// A link that leads nowhere.
    Link,
    /// A link to a part that nothing is named after.
    Anchor,
    /// A picture that was not carried over.
    Picture,
    /// A picture that nobody has described.
    Description,
    /// A table that is none here.
    Table,
    /// What only a script would have shown.
    Hidden,
    /// A formula.
    Formula,
    /// A drawing in the page itself.
    Drawing,
    /// A video or a sound.
    Media,
    /// A frame, or what a plugin would have shown.
    Frame,
    /// A form, or a control of one.
    Form,
    /// A script.
    Script,
    /// A style sheet.
    Style,
    /// HTML in Markdown.
    Html,
    /// What a server or a generator would have put in.
    Include,
    /// What a generator of sites would have replaced.
    Markup,
    /// What lies too deep.
    Deep,
    /// What stands around every page.
    Navigation,
    /// Files of types that are not read.
    Type,
    /// A link of the file system.
    Symlink,
}

impl Kind {
    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Size => "size",
            Self::Empty => "empty",
            Self::Category => "category",
            Self::Edited => "edited",
            Self::Gone => "gone",
            Self::Id => "id",
            Self::Title => "title",
            Self::Language => "language",
            Self::Encoding => "encoding",
            Self::FrontMatter => "front-matter",
            Self::Link => "link",
            Self::Anchor => "anchor",
            Self::Picture => "picture",
            Self::Description => "description",
            Self::Table => "table",
            Self::Hidden => "hidden",
            Self::Formula => "formula",
            Self::Drawing => "drawing",
            Self::Media => "media",
            Self::Frame => "frame",
            Self::Form => "form",
            Self::Script => "script",
            Self::Style => "style",
            Self::Html => "html",
            Self::Include => "include",
            Self::Markup => "markup",
            Self::Deep => "deep",
            Self::Navigation => "navigation",
            Self::Type => "type",
            Self::Symlink => "symlink",
        }
    }

    /// What to do about it.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Unreadable => "make it readable, and import again",
            Self::Size => "split it, or cut it down to what matters",
            Self::Empty => "nothing, unless its words are made by a script: then import the finished page",
            Self::Category => "name a shelf with --category, or in the page's front matter",
            Self::Edited => "put into the article what is new, or remove its file to take the page as it is",
            Self::Gone => {
                "remove the article, or keep it as one of your own: take `imported` out of its head"
            }
            Self::Id => "nothing: links between the pages lead to the new id",
            Self::Title => "give the page a title that tells it from the others",
            Self::Language => "import such pages by themselves, with --language",
            Self::Encoding => "save the page in UTF-8, or declare its encoding",
            Self::FrontMatter => "write it into the head of the article, if it is needed",
            Self::Link => "link to something that is there, or leave the words alone",
            Self::Anchor => "nothing: the link leads to the top of the article, or its words stand alone",
            Self::Picture => "put the picture into the folder as PNG, JPEG, GIF or WebP of at most 1 MB",
            Self::Description => "say in the page what is seen, for those who do not see it",
            Self::Table => "look whether it reads well, and rewrite it as a simple table or a list if not",
            Self::Hidden => "take out what does not belong, if it reads strangely",
            Self::Formula => "write it in words, or add a picture of it",
            Self::Drawing => "save it as PNG or WebP, and show that",
            Self::Media => "nothing where a link is left; else put the file where it can be linked to",
            Self::Frame => "nothing where a link is left; else copy into the page what the frame showed",
            Self::Form => "link to a catalog item that asks for the same",
            Self::Script => "nothing, unless it made words that people need",
            Self::Style => "nothing, unless a colour alone said something",
            Self::Html => "nothing, unless something is missing: write that in Markdown",
            Self::Include => "import the finished page, or put in what was included",
            Self::Markup => "write in Markdown what it did",
            Self::Deep => "look whether it reads well",
            Self::Navigation => "nothing: the portal has its own",
            Self::Type => "convert such files to Markdown or HTML first",
            Self::Symlink => "put the file itself into the folder",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_format() {
        for kind in [Kind::FrontMatter, Kind::Link, Kind::Symlink] {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
}
