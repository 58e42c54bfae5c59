//! Writing forms.

use crate::types::{
    Lookup, StudioCheck, StudioForm, StudioFormSummary, StudioInput, StudioLookup, StudioPersona,
    StudioPersonaQuery, StudioSaved,
};
use guichet_rules::ids::ItemId;

endpoint! {
    /// The forms, for those who write them.
    ListStudioForms("listStudioForms"): Get "/studio/forms",
    reply: Vec<StudioFormSummary>, status: 200, refusals: [NotFound],
}

endpoint! {
    /// One form, with the text that it is written in.
    GetStudioForm("getStudioForm"): Get "/studio/forms/{item}",
    path: StudioFormPath {
        /// The item that is ordered with it.
        item: ItemId,
    },
    reply: StudioForm, status: 200, refusals: [NotFound],
}

endpoint! {
    /// What would come of a text: mistakes, and the form in each language. Keeps nothing.
    CheckStudioForm("checkStudioForm"): Post "/studio/forms/{item}/check",
    path: StudioCheckPath {
        /// The item that is ordered with it.
        item: ItemId,
    },
    body: StudioInput, reply: StudioCheck, status: 200, refusals: [NotFound],
}

endpoint! {
    /// Publishes a text as the next version of a form.
    SaveStudioForm("saveStudioForm"): Post "/studio/forms/{item}/versions",
    path: StudioVersionsPath {
        /// The item that is ordered with it.
        item: ItemId,
    },
    body: StudioInput, reply: StudioSaved, status: 201, guard: Versioned,
    refusals: [NotFound, NotAllowed, Invalid, NoSpace],
}

endpoint! {
    /// People to try a form as.
    ListStudioPersonas("listStudioPersonas"): Get "/studio/personas",
    query: StudioPersonaQuery, reply: Vec<StudioPersona>, status: 200, refusals: [NotFound, BadParameter],
}

endpoint! {
    /// What there is to choose from for somebody else, in a question that need not be published.
    LookUpInStudio("lookUpInStudio"): Post "/studio/lookups/{source}",
    path: StudioLookupPath {
        /// `people`, `groups`, `locations`, `services`, `assets` or `cost_centres`.
        source: String,
    },
    body: StudioLookup, reply: Vec<Lookup>, status: 200, refusals: [NotFound, BadParameter],
}
