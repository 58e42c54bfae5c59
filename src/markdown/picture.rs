//! A picture: in the text, and large over the page. Where it does not come, what is seen on it stands in its place.

use super::{target::source, tree::Picture};
use crate::{i18n::m, ui::Dialog};
use guichet_contract::types::PictureSize;
use leptos::prelude::*;

/// How large pictures are, by where they are fetched from: as much room is kept for them until they are there.
#[derive(Debug, Default)]
pub(super) struct Sizes(Vec<(String, Size)>);

/// Width and height in pixels, as attributes; none where they are not known.
pub(super) type Size = (Option<String>, Option<String>);

impl Sizes {
    /// What the backend says of them. What makes no sense counts as not said.
    pub fn of(told: &[PictureSize]) -> Self {
        let sound = told.iter().filter(|size| PictureSize::is_sound(size.width, size.height));
        let sized = |size: &PictureSize| {
            Some((source(&size.picture)?, (Some(size.width.to_string()), Some(size.height.to_string()))))
        };
        Self(sound.filter_map(sized).collect())
    }

    /// Of the picture at `src`.
    pub fn get(&self, src: &str) -> Size {
        let found = self.0.iter().find(|(known, _)| known == src);
        found.map(|(_, size)| size.clone()).unwrap_or_default()
    }
}

/// A picture that opens when it is pressed.
pub(super) fn picture(picture: Picture, size: Size) -> AnyView {
    let Picture { src, alt, title } = picture;
    let (gone, open) = (RwSignal::new(false), RwSignal::new(false));
    let name = if alt.is_empty() { m::knowledge::picture() } else { alt.clone() };
    let (picture, size) = (StoredValue::new((src, alt, title, name)), StoredValue::new(size));
    // The dialog is named after it.
    let large = move || {
        let ((src, _, _, name), (width, height)) = (picture.get_value(), size.get_value());
        // What scrolls must be within reach of the keyboard, and what the keyboard reaches has a name.
        view! {
            <div class="zoomed" tabindex="0" role="group" aria-label=name>
                <img src=src alt="" width=width height=height/>
            </div>
        }
        .into_any()
    };
    let shown = move || {
        if gone.get() {
            return picture.with_value(|(_, alt, ..)| missing(alt.clone()));
        }
        let ((src, alt, title, name), (width, height)) = (picture.get_value(), size.get_value());
        let title = (!title.is_empty()).then_some(title);
        view! {
            <button
                class="zoom"
                type="button"
                title=title
                aria-label=m::knowledge::zoom(&name)
                on:click=move |_| open.set(true)
            >
                <img
                    src=src
                    alt=alt
                    width=width
                    height=height
                    loading="lazy"
                    on:error=move |_| gone.set(true)
                />
            </button>
            <Dialog open=open title=name close_label=m::shell::close() class="dialog--picture">
                {large()}
            </Dialog>
        }
        .into_any()
    };
    shown.into_any()
}

/// A picture in a link, where the link is what is pressed.
pub(super) fn small_picture(picture: Picture, (width, height): Size) -> AnyView {
    let Picture { src, alt, title } = picture;
    let title = (!title.is_empty()).then_some(title);
    view! { <img src=src alt=alt title=title width=width height=height loading="lazy"/> }.into_any()
}

fn missing(alt: String) -> AnyView {
    view! { <span class="missing">{alt}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_size_that_makes_sense_is_kept_room_for() {
        let size = |picture: &str, width: u32, height: u32| PictureSize {
            picture: picture.to_owned(),
            width,
            height,
        };
        let sizes = Sizes::of(&[
            size("picture:a.png", 720, 400),
            size("/itsm/v1/attachments/b", 1, PictureSize::MOST),
            size("picture:flat.png", 720, 0),
            size("picture:huge.png", PictureSize::MOST + 1, 400),
            size("https://a.example/x.png", 10, 10),
        ]);
        let of = |src: &str| sizes.get(src);
        let known = |width: u32, height: u32| (Some(width.to_string()), Some(height.to_string()));
        assert_eq!(of("/itsm/v1/knowledge/pictures/a.png"), known(720, 400));
        assert_eq!(of("/itsm/v1/attachments/b"), known(1, PictureSize::MOST));
        for src in ["/itsm/v1/knowledge/pictures/flat.png", "/itsm/v1/knowledge/pictures/huge.png", "x", ""] {
            assert_eq!(of(src), Size::default(), "{src}");
        }
        assert_eq!(sizes.0.len(), 2);
    }
}
