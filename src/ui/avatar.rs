//! A person, as initials.

use leptos::prelude::*;

/// Two letters in a circle. The name stands beside it, so it is hidden from assistive technology.
#[component]
pub fn Avatar(
    /// Whose.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! { <span class="avatar" aria-hidden="true">{move || initials(&name.get())}</span> }.into_any()
}

/// The first letters of the first and the last name; two letters are initials already. The style sheet makes capitals of
/// them: the tables for that are large.
pub fn initials(name: &str) -> String {
    if name.chars().count() <= 2 {
        return name.to_owned();
    }
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn first_and_last() {
        assert_eq!(initials("Aylin Kaya"), "AK");
        assert_eq!(initials("ana maria de souza"), "as");
        assert_eq!(initials("Prince"), "P");
        assert_eq!(initials("AK"), "AK");
        assert_eq!(initials(""), "");
    }
}
