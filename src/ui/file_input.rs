//! Ways in for files: choose, drop, paste, and on a phone take a picture.

use super::{Field, FieldText, Icon, IconName};
use leptos::{ev, html, prelude::*};
use std::{cell::Cell, time::Duration};
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

/// A browser says several times a second that something is held over the page. After so long it is not any more.
const HELD: Duration = Duration::from_millis(500);

thread_local! {
    /// How many of these are on the page: what is dropped or pasted anywhere belongs to the only one.
    static FIELDS: Cell<u32> = const { Cell::new(0) };
}

/// The words of a [`FileInput`] beside those around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileWords {
    /// On the button: "Choose files".
    pub choose: String,
    /// On the button for the camera: "Take a photo".
    pub camera: String,
    /// What else one can do: "or drop or paste them here".
    pub ways: String,
    /// The same, while files are held over it: "Drop them here".
    pub held: String,
}

/// A place to drop with a button, and below it what is given as children. What comes of the files is the caller's.
#[component]
pub fn FileInput(
    /// The words around it.
    #[prop(into)]
    field: FieldText,
    /// The words in it.
    words: FileWords,
    /// What one file may have at most, in words.
    #[prop(into)]
    limit: Signal<String>,
    /// Called with files that were chosen, dropped or taken.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// Called with files that were pasted: they have no names that say anything.
    #[prop(into)]
    on_paste: Callback<Vec<File>>,
    /// Types, as in the `accept` attribute.
    #[prop(into)]
    accept: Signal<Option<String>>,
    /// The types that a camera can give; `None` without a button for it.
    #[prop(into)]
    camera: Signal<Option<String>>,
    /// Only one file.
    #[prop(optional)]
    single: bool,
    /// The element that takes the focus.
    input: NodeRef<html::Input>,
    /// What is below.
    children: Children,
) -> impl IntoView {
    field.reach(input);
    let held = Held::new();
    let anywhere = Anywhere { held, on_files, on_paste };
    anywhere.listen();
    let FileWords { choose, camera: take, ways, held: here } = words;
    let camera = move || camera.get().map(|accept| camera_button(accept, take.clone(), on_files));
    let ways = move || if held.0.get() { here.clone() } else { ways.clone() };
    view! {
        <Field field=field>
            <div
                class="drop"
                data-over=move || held.0.get().then_some("")
                aria-invalid=move || field.invalid()
                on:dragover=move |ev| anywhere.over(&ev)
                on:drop=move |ev| anywhere.dropped(&ev)
                on:paste=move |ev| anywhere.pasted(&ev)
            >
                <label class="button button--secondary">
                    <input
                        node_ref=input
                        class="visually-hidden"
                        id=field.id()
                        type="file"
                        multiple=!single
                        accept=move || accept.get()
                        aria-describedby=move || field.described_by()
                        on:change:target=move |ev| hand_over(&ev.target(), on_files)
                    />
                    <Icon name=IconName::Paperclip/>
                    {choose}
                </label>
                {camera}
                <span class="drop__ways">{ways}</span>
                <span>{move || limit.get()}</span>
            </div>
            {children()}
        </Field>
    }
    .into_any()
}

/// On a phone it opens the camera.
fn camera_button(accept: String, label: String, on_files: Callback<Vec<File>>) -> AnyView {
    view! {
        <label class="button button--secondary drop__camera">
            <input
                class="visually-hidden"
                type="file"
                accept=accept
                capture="environment"
                on:change:target=move |ev| hand_over(&ev.target(), on_files)
            />
            {label}
        </label>
    }
    .into_any()
}

/// Gives away what was chosen.
fn hand_over(input: &HtmlInputElement, on_files: Callback<Vec<File>>) {
    on_files.run(files_of(input.files()));
    // So that the same file can be chosen again after it was taken away.
    input.set_value("");
}

/// Whether files are held over it.
#[derive(Clone, Copy)]
struct Held(RwSignal<bool>, StoredValue<Option<TimeoutHandle>>);

impl Held {
    fn new() -> Self {
        Self(RwSignal::new(false), StoredValue::new(None))
    }

    /// They are, for the next moment.
    fn hold(self) {
        if !self.0.get_untracked() {
            self.0.set(true);
        }
        self.stop_waiting();
        let release = move || {
            self.0.try_set(false);
        };
        self.1.set_value(set_timeout_with_handle(release, HELD).ok());
    }

    fn release(self) {
        self.stop_waiting();
        self.0.set(false);
    }

    fn stop_waiting(self) {
        if let Some(timer) = self.1.get_value() {
            timer.clear();
        }
    }
}

/// What is done with files, wherever on the page they come in.
#[derive(Clone, Copy)]
struct Anywhere {
    held: Held,
    on_files: Callback<Vec<File>>,
    on_paste: Callback<Vec<File>>,
}

impl Anywhere {
    /// What no field takes for itself belongs to the only one of the page; where there are several, to none.
    fn listen(self) {
        FIELDS.set(FIELDS.get() + 1);
        let alone = || FIELDS.get() == 1;
        let over = window_event_listener(ev::dragover, move |ev| {
            if !ev.default_prevented() && has_files(ev.data_transfer()) {
                // Or the browser would leave the page for a file that missed its field.
                ev.prevent_default();
                if alone() {
                    self.held.hold();
                }
            }
        });
        let dropped = window_event_listener(ev::drop, move |ev| {
            if !ev.default_prevented() && has_files(ev.data_transfer()) {
                ev.prevent_default();
                if alone() {
                    self.dropped(&ev);
                }
            }
        });
        let pasted = window_event_listener(ev::paste, move |ev| {
            if alone() && !ev.default_prevented() {
                self.pasted(&ev);
            }
        });
        on_cleanup(move || {
            FIELDS.set(FIELDS.get().saturating_sub(1));
            over.remove();
            dropped.remove();
            pasted.remove();
        });
    }

    fn over(self, ev: &ev::DragEvent) {
        if has_files(ev.data_transfer()) {
            ev.prevent_default();
            self.held.hold();
        }
    }

    fn dropped(self, ev: &ev::DragEvent) {
        let data = ev.data_transfer();
        if has_files(data.clone()) {
            ev.prevent_default();
            self.held.release();
            // A folder is none of them.
            let files = files_of(data.and_then(|data| data.files()));
            if !files.is_empty() {
                self.on_files.run(files);
            }
        }
    }

    fn pasted(self, ev: &ev::ClipboardEvent) {
        let files = pasted_files(ev);
        if !files.is_empty() {
            ev.prevent_default();
            self.on_paste.run(files);
        }
    }
}

/// Whether it is files that are dragged, and not a link or some text.
fn has_files(data: Option<DataTransfer>) -> bool {
    data.is_some_and(|data| holds(&data, "Files"))
}

fn holds(data: &DataTransfer, kind: &str) -> bool {
    data.types().iter().any(|held| held.as_string().as_deref() == Some(kind))
}

/// The files that are pasted. What is copied out of a document comes as a text and as a picture of it: that is a text.
pub(super) fn pasted_files(ev: &ev::ClipboardEvent) -> Vec<File> {
    let data = ev.clipboard_data().filter(|data| !(holds(data, "text/plain") && holds(data, "text/html")));
    files_of(data.and_then(|data| data.files()))
}

/// The files of a browser's list.
fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|i| list.get(i)).collect()).unwrap_or_default()
}
