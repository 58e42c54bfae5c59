//! The words of the format, for "did you mean …?".

/// Every key of docs/content.md, except those of questions, which [`question`](super::question) knows by type.
pub(super) const KEYS: &[&str] = &[
    "address",
    "approvals",
    "approvers",
    "assets",
    "at",
    "author",
    "because",
    "calendar",
    "category",
    "children",
    "cost_centre",
    "currency",
    "date",
    "delivery",
    "department",
    "description",
    "email",
    "employment",
    "ends",
    "field_group",
    "fills",
    "first_response",
    "fix",
    "form",
    "from",
    "fri",
    "group",
    "groups",
    "hint",
    "history",
    "holidays",
    "icon",
    "id",
    "impacts",
    "imported",
    "in_days",
    "include",
    "items",
    "keywords",
    "kind",
    "label",
    "language",
    "languages",
    "list",
    "location",
    "locations",
    "manager",
    "matrix",
    "message",
    "mon",
    "monthly",
    "must",
    "name",
    "narrowed_by",
    "note",
    "one_off",
    "order_for",
    "orderable_by",
    "orderable_reason",
    "owner",
    "pages",
    "person",
    "persona",
    "policy",
    "popular",
    "price",
    "priorities",
    "quantity",
    "questions",
    "remind_after",
    "resolution",
    "review_months",
    "reviewed",
    "rights",
    "sat",
    "serial",
    "service",
    "services",
    "show_on_home",
    "since",
    "starts",
    "status",
    "status_text",
    "summary",
    "sun",
    "text",
    "thu",
    "title",
    "tue",
    "untranslated",
    "urgencies",
    "verb",
    "version",
    "visible_to",
    "visible_when",
    "warranty_until",
    "wed",
    "week",
    "when",
    "workaround",
    "working_day",
    "yearly",
    "zone",
];

/// The candidate that `word` was most likely meant to be.
///
/// Two slips of the finger in a long word, one in a short word: more would propose words that nobody had in mind.
pub(super) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = if word.chars().count() <= 4 { 1 } else { 2 };
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| (1..=most).contains(distance))
        .min()
        .map(|(_, candidate)| candidate)
}

/// `; did you mean 'label'?`, or what to do where nothing is near.
pub(super) fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    nearest(word, candidates)
        .map_or_else(|| otherwise.to_owned(), |candidate| format!("did you mean '{candidate}'?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        for (word, expected) in [
            ("lable", None),
            ("sumary", Some("summary")),
            ("catgeory", Some("category")),
            ("titel", Some("title")),
            ("zoen", Some("zone")),
            ("colour", None),
            ("xy", None),
        ] {
            let without_label = KEYS.iter().copied().filter(|key| *key != "label");
            assert_eq!(nearest(word, without_label), expected, "{word}");
        }
        assert_eq!(did_you_mean("lable", KEYS.iter().copied(), "remove it"), "did you mean 'label'?");
        assert_eq!(did_you_mean("qqq", KEYS.iter().copied(), "remove it"), "remove it");
    }
}
