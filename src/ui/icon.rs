//! Line icons on a 24 px grid. An icon always stands beside words, so it is hidden from assistive technology.

use leptos::prelude::*;

macro_rules! icons {
    ($($variant:ident $name:literal $path:literal)*) => {
        /// The icons of the kit. Catalog content names them as in [`IconName::from_name`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum IconName {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl IconName {
            /// The icon of that name; a box when the name is unknown, as content may be newer than the portal.
            pub fn from_name(name: &str) -> Self {
                match name { $($name => Self::$variant,)* _ => Self::Box }
            }

            const fn path(self) -> &'static str {
                match self { $(Self::$variant => $path,)* }
            }
        }
    };
}

icons! {
    Brand "brand" "M4 19.5V10a8 8 0 0 1 16 0v9.5a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM8.5 17h7"
    Laptop "laptop" "M6.5 5h11A1.5 1.5 0 0 1 19 6.5V15.5H5V6.5A1.5 1.5 0 0 1 6.5 5zM2.5 19h19"
    Phone "phone" "M8.5 2.5h7A1.5 1.5 0 0 1 17 4v16a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.5zM11 18.5h2"
    Key "key" "M3.5 15.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM10.5 12.7L19.5 3.7M16 7.2l3 3"
    Mail "mail" "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5zM3.5 7.5L12 13l8.5-5.5"
    App "app" "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5v-13A1.5 1.5 0 0 1 4.5 4zM3 9h18M6 6.5h.01M9 6.5h.01"
    Network "network" "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-2.5A1.5 1.5 0 0 1 7.5 12h9a1.5 1.5 0 0 1 1.5 1.5V16"
    Door "door" "M6 21V4.5A1.5 1.5 0 0 1 7.5 3h9A1.5 1.5 0 0 1 18 4.5V21M3.5 21h17M14.5 12v.8"
    Person "person" "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"
    Data "data" "M4.5 6a7.5 3 0 1 0 15 0a7.5 3 0 1 0-15 0zM4.5 6v12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3"
    Monitor "monitor" "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4zM12 16v4.5M8 20.5h8"
    Headset "headset" "M4 14v-2a8 8 0 0 1 16 0v2M4 13.5h2.5v5h-1A1.5 1.5 0 0 1 4 17zM20 13.5h-2.5v5h1A1.5 1.5 0 0 0 20 17zM18.5 18.5c0 1.5-1.8 2.5-4.5 2.5"
    Printer "printer" "M7 8.5v-5h10v5M7 17H4.5A1.5 1.5 0 0 1 3 15.5V10a1.5 1.5 0 0 1 1.5-1.5h15A1.5 1.5 0 0 1 21 10v5.5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v6.5H7z"
    Shield "shield" "M12 3l7.5 2.5v6c0 4.5-3 7.9-7.5 9.5-4.5-1.6-7.5-5-7.5-9.5v-6zM8.8 12l2.2 2.2 4.2-4.4"
    Wrench "wrench" "M20.2 7.2a4.8 4.8 0 0 1-6.4 5.6L7 19.6a1.9 1.9 0 0 1-2.7-2.7l6.9-6.8a4.8 4.8 0 0 1 5.6-6.4l-2.9 2.9.6 2.9 2.9.6z"
    Box "box" "M12 3l8 4.3v9.4L12 21l-8-4.3V7.3zM4.3 7.5L12 11.7l7.7-4.2M12 11.7V21"
    Book "book" "M5 18.8V5.5A2.5 2.5 0 0 1 7.5 3H19v14H6.8a1.8 1.8 0 0 0-1.8 1.8zM5 18.8A2.2 2.2 0 0 0 7.2 21H19v-4M9 7.5h6"
    Chat "chat" "M5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 4v-4h-1A1.5 1.5 0 0 1 4 14.5v-9A1.5 1.5 0 0 1 5.5 4z"
    Card "card" "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5zM3 10h18M6.5 15h4"
    Search "search" "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM15.3 15.3L20 20"
    Bell "bell" "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4"
    Check "check" "M4.5 12.5l5 5 10-11"
    Cross "cross" "M6 6l12 12M18 6L6 18"
    ChevronRight "chevron-right" "M9 5l7 7-7 7"
    ChevronDown "chevron-down" "M5 9l7 7 7-7"
    Home "home" "M4 11l8-7 8 7v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19z"
    Grid "grid" "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"
    List "list" "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"
    Clock "clock" "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 7v5.5l3.5 2"
    Paperclip "paperclip" "M19.5 11.5l-7.6 7.6a4.7 4.7 0 0 1-6.7-6.7l8-8a3.2 3.2 0 0 1 4.5 4.5l-7.8 7.8a1.6 1.6 0 0 1-2.3-2.3l7-7"
    Plus "plus" "M12 5v14M5 12h14"
    Alert "alert" "M12 4l9 16H3zM12 10v4.5M12 17.2v.01"
    Info "info" "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM12 11v5.5M12 7.7v.01"
    External "external" "M14 4h6v6M20 4l-9 9M18 14v4.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6H10"
    Sun "sun" "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M18.7 5.3L17 7M7 17l-1.7 1.7"
    Moon "moon" "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"
    Globe "globe" "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0zM3.5 12h17M12 3.5c2.5 2.5 3.7 5.3 3.7 8.5s-1.2 6-3.7 8.5c-2.5-2.5-3.7-5.3-3.7-8.5s1.2-6 3.7-8.5z"
    Menu "menu" "M4 6h16M4 12h16M4 18h16"
    Ticket "ticket" "M4.5 6h15A1.5 1.5 0 0 1 21 7.5V10a2 2 0 0 0 0 4v2.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5V14a2 2 0 0 0 0-4V7.5A1.5 1.5 0 0 1 4.5 6zM14.5 9v1.5M14.5 13.5V15"
    Cart "cart" "M3 4h2.5l2.2 11h9.8l2-8H6.2M9 19.5h.01M16.5 19.5h.01"
    Reply "reply" "M9.5 6L4 11.5 9.5 17M4 11.5h10a6 6 0 0 1 6 6V19"
    ArrowLeft "arrow-left" "M19 12H5M11 6l-6 6 6 6"
}

impl IconName {
    /// Whether it points along the line of text, and so turns round where text runs from right to left.
    const fn turns(self) -> bool {
        matches!(self, Self::ChevronRight | Self::ArrowLeft | Self::Reply | Self::External | Self::List)
    }
}

/// A 20 px line icon in the colour of the text around it.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    name: Signal<IconName>,
    /// 24 px instead of 20.
    #[prop(optional)]
    large: bool,
    /// A class beside `icon`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let class = move || {
        let turn = if name.get().turns() { " icon--turn" } else { "" };
        let large = if large { " icon--large" } else { "" };
        format!("icon{turn}{large} {class}")
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=move || name.get().path()></path>
        </svg>
    }
    .into_any()
}
