//! The command palette: search and places to go to, from anywhere, by `/` or `Ctrl K`.

use super::{SearchBox, chunk};
use crate::{i18n::m, lazy::Lazy, ui::Dialog};
use leptos::prelude::*;

/// Opens the palette.
#[derive(Clone, Copy)]
pub struct PaletteHandle {
    open: RwSignal<bool>,
    palette: Lazy,
}

impl PaletteHandle {
    /// Makes it known to everything below.
    pub fn provide() -> Self {
        let handle = Self { open: RwSignal::new(false), palette: Lazy::new(chunk::the_palette) };
        provide_context(handle);
        handle
    }

    /// Opens it.
    pub fn open(self) {
        self.palette.want();
        self.open.set(true);
    }

    /// The palette, closed at first.
    pub fn view(self) -> AnyView {
        (move || self.palette.view()).into_any()
    }
}

/// The dialog.
pub(super) fn palette() -> AnyView {
    let open = expect_context::<PaletteHandle>().open;
    view! {
        <Dialog open=open title=m::search::title() class="dialog--palette" close_label=m::shell::close()>
            <SearchBox in_palette=true on_done=Callback::new(move |()| open.set(false))/>
            <div class="palette__foot" aria-hidden="true">
                <span><kbd class={"kbd"}>"↑"</kbd><kbd class={"kbd"}>"↓"</kbd>" " {m::search::choose()}</span>
                <span><kbd class={"kbd"}>"Esc"</kbd>" " {m::search::close()}</span>
            </div>
        </Dialog>
    }
    .into_any()
}
