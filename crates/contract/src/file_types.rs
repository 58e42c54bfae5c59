//! Types of files that people send along.

/// What people show a problem with, and what they write on: media types, and how names of such files end, of which people
/// call the type by the first. A backend may take fewer and says so in its limits; the reference backend takes all.
pub const FILE_TYPES: &[(&str, &[&str])] = &[
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("application/pdf", &["pdf"]),
    ("text/plain", &["txt", "log", "md", "ini", "conf", "yaml", "json"]),
    ("text/csv", &["csv"]),
    ("application/zip", &["zip"]),
    ("application/msword", &["doc"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
];

/// Whether the media type `kind`, which may be a range itself, is in `range`: `image/png` is in `image/*`, and in `*/*`. Case
/// does not matter.
pub fn is_in_range(kind: &str, range: &str) -> bool {
    match range.strip_suffix("/*") {
        Some("*") => true,
        Some(family) => kind.split('/').next().is_some_and(|own| own.eq_ignore_ascii_case(family)),
        None => kind.eq_ignore_ascii_case(range),
    }
}

#[cfg(test)]
mod tests {
    use super::is_in_range;

    #[test]
    fn a_type_is_in_its_range_whatever_the_case() {
        for (kind, range, expected) in [
            ("image/png", "image/*", true),
            ("image/png", "*/*", true),
            ("image/png", "image/png", true),
            ("IMAGE/PNG", "image/*", true),
            ("image/png", "Image/*", true),
            ("image/png", "image/PNG", true),
            ("image/*", "image/*", true),
            ("image/*", "*/*", true),
            ("image/*", "image/png", false),
            ("application/pdf", "image/*", false),
            ("imagery/png", "image/*", false),
            ("image/png", "image/pn", false),
            ("", "image/*", false),
        ] {
            assert_eq!(is_in_range(kind, range), expected, "{kind} in {range}");
        }
    }
}
