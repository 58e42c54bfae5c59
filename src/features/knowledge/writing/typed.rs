//! What stands in the fields of an article that is written.

use chrono::NaiveDate;
use guichet_contract::types::ArticleContent;
use guichet_rules::{
    entitlement::Audience,
    ids::{CategoryId, GroupId, ItemId, ServiceId},
};
use serde::{Deserialize, Serialize};

/// What stands in the fields, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub title: String,
    pub summary: String,
    /// With commas between them.
    pub keywords: String,
    /// The id of the shelf; empty while none is chosen.
    pub category: String,
    /// The id of the group.
    pub owner: String,
    /// The ids of the services that it is about.
    pub services: Vec<String>,
    /// The ids of what to request when it does not help.
    pub items: Vec<String>,
    /// Who may read it; everyone where absent.
    pub readers: Option<Audience>,
    /// ISO 8601; empty for the usual time.
    pub review_by: String,
    pub body: String,
}

impl From<&ArticleContent> for Typed {
    fn from(content: &ArticleContent) -> Self {
        let id = |id: Option<&str>| id.unwrap_or_default().to_owned();
        Self {
            title: content.title.clone(),
            summary: content.summary.clone(),
            keywords: content.keywords.join(", "),
            category: id(content.category.as_ref().map(CategoryId::as_str)),
            owner: id(content.owner.as_ref().map(GroupId::as_str)),
            services: content.services.iter().flatten().map(ToString::to_string).collect(),
            items: content.items.iter().flatten().map(ToString::to_string).collect(),
            readers: content.visible_to.clone(),
            review_by: content.review_by.map(|day| day.to_string()).unwrap_or_default(),
            // As a field of a page has it: places in it are counted so.
            body: content.body.replace("\r\n", "\n"),
        }
    }
}

impl Typed {
    /// As the contract has it. What cannot be read is left out, and asked for when it is proposed.
    pub fn content(&self) -> ArticleContent {
        let keywords = self.keywords.split(',').map(str::trim).filter(|word| !word.is_empty());
        ArticleContent {
            title: self.title.trim().to_owned(),
            summary: self.summary.trim().to_owned(),
            keywords: keywords.map(str::to_owned).collect(),
            category: CategoryId::new(self.category.as_str()).ok(),
            owner: GroupId::new(self.owner.as_str()).ok(),
            services: Some(self.services.iter().filter_map(|id| ServiceId::new(id.as_str()).ok()).collect()),
            items: Some(self.items.iter().filter_map(|id| ItemId::new(id.as_str()).ok()).collect()),
            visible_to: self.readers.clone(),
            review_by: self.review_by.parse::<NaiveDate>().ok(),
            body: self.body.clone(),
        }
    }

    /// Whether nobody has typed anything.
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.summary, &self.keywords, &self.body].iter().all(|text| text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_what_is_sent() {
        let typed = Typed {
            title: " Door ".to_owned(),
            keywords: "door, , badge".to_owned(),
            category: "network".to_owned(),
            services: vec!["vpn".to_owned()],
            items: vec!["vpn-access".to_owned()],
            readers: GroupId::new("managers").ok().map(Audience::Group),
            review_by: "2027-01-31".to_owned(),
            body: "Text\n".to_owned(),
            ..Typed::default()
        };
        let content = typed.content();
        assert_eq!((content.title.as_str(), content.keywords.len()), ("Door", 2));
        assert!(content.owner.is_none() && content.visible_to.is_some());
        let again = Typed::from(&content);
        assert_eq!(again, Typed { title: "Door".to_owned(), keywords: "door, badge".to_owned(), ..typed });
        assert!(Typed::default().is_empty() && !again.is_empty());
    }

    #[test]
    fn it_is_kept_whole() {
        let typed = Typed { readers: GroupId::new("hr").ok().map(Audience::Group), ..Typed::default() };
        let text = serde_json::to_string(&typed).unwrap_or_default();
        assert_eq!(crate::api::read::<Typed>(&text), Some(typed));
    }
}
