//! The catalog: shelves, items, order guides, forms and look-ups.

use crate::types::{
    Category, FormSchema, Guide, GuideInput, GuidePreview, GuideSummary, Item, ItemQuery, ItemSummary,
    Lookup, LookupQuery, Page, PublishedForm,
};
use guichet_rules::ids::{GuideId, ItemId};

endpoint! {
    /// The shelves of the catalog that hold something for this person.
    ListCategories("listCategories"): Get "/catalog/categories",
    reply: Vec<Category>, status: 200, cached: true,
}

endpoint! {
    /// Catalog items that this person may see, those they may not order with the reason.
    ListItems("listItems"): Get "/catalog/items",
    query: ItemQuery, reply: Page<ItemSummary>, status: 200, cached: true, refusals: [BadParameter],
}

endpoint! {
    /// One catalog item, whole.
    GetItem("getItem"): Get "/catalog/items/{item}",
    path: ItemPath {
        /// Which item.
        item: ItemId,
    },
    reply: Item, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// The order guides, by name, those that this person may not use with the reason.
    ListGuides("listGuides"): Get "/catalog/guides",
    reply: Vec<GuideSummary>, status: 200, cached: true,
}

endpoint! {
    /// One order guide, whole.
    GetGuide("getGuide"): Get "/catalog/guides/{guide}",
    path: GuidePath {
        /// Which guide.
        guide: GuideId,
    },
    reply: Guide, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// Which items a guide puts together for some answers, and what of their forms is answered by these. Creates nothing.
    PreviewGuide("previewGuide"): Post "/catalog/guides/{guide}/preview",
    path: GuidePreviewPath {
        /// Which guide.
        guide: GuideId,
    },
    body: GuideInput, reply: GuidePreview, status: 200, refusals: [NotFound],
}

endpoint! {
    /// A published form, `id@version`; it never changes.
    GetForm("getForm"): Get "/forms/{form}",
    path: FormPath {
        /// `id@version`, such as `laptop@3`.
        form: String,
    },
    reply: PublishedForm, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// The JSON Schema of what may be submitted for a form.
    GetFormSchema("getFormSchema"): Get "/forms/{form}/schema",
    path: FormSchemaPath {
        /// `id@version`, such as `laptop@3`.
        form: String,
    },
    reply: FormSchema, status: 200, cached: true, refusals: [NotFound],
}

endpoint! {
    /// People, groups, locations, services, assets or cost centres to choose from, as one types.
    Lookups("lookup"): Get "/lookups/{source}",
    path: LookupPath {
        /// `people`, `groups`, `locations`, `services`, `assets` or `cost_centres`.
        source: String,
    },
    query: LookupQuery, reply: Vec<Lookup>, status: 200, cached: true, refusals: [NotFound, BadParameter],
}
