//! Files that came with something: pictures as such, all of them to download.

use super::kinds;
use crate::{
    api::url_of_attachment,
    format,
    ui::{Icon, IconName},
};
use guichet_contract::types::Attachment;
use leptos::{ev, prelude::*};

/// The files; absent where there are none.
pub fn attachments(files: &[Attachment]) -> Option<AnyView> {
    let links = files.iter().map(attachment).collect_view();
    (!files.is_empty()).then(|| view! { <ul class="attachments">{links}</ul> }.into_any())
}

fn attachment(file: &Attachment) -> AnyView {
    let url = url_of_attachment(file.id.as_str());
    let picture = picture(file, url.clone());
    view! {
        <li>
            <a class="attachment" href=url download=file.name.clone()>
                {picture}
                <span>{file.name.clone()} " " <span class="muted">{format::size(file.size)}</span></span>
            </a>
        </li>
    }
    .into_any()
}

/// The picture, which its name stands beside. What cannot be shown is a file like any other.
fn picture(file: &Attachment, url: String) -> AnyView {
    let shown = RwSignal::new(kinds::is_picture(&file.media_type));
    let fails = move |_: ev::ErrorEvent| shown.set(false);
    (move || {
        if shown.get() {
            view! { <img class="attachment__picture" src=url.clone() alt="" loading="lazy" on:error=fails/> }
                .into_any()
        } else {
            view! { <Icon name=IconName::Paperclip/> }.into_any()
        }
    })
    .into_any()
}
