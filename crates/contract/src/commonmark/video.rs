//! Which addresses are those of videos.

/// Endings of files that are videos.
const ENDINGS: [&str; 5] = [".mp4", ".m4v", ".webm", ".mov", ".ogv"];

/// Hosts that have videos and nothing else, with those below them.
const HOSTS: [&str; 6] =
    ["youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "loom.com", "microsoftstream.com"];

/// Whether there is a video at an address; `rest` is what follows its `https:`.
pub(super) fn is_video(rest: &str) -> bool {
    let rest = rest.trim_start_matches('/').to_ascii_lowercase();
    let address = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let below =
        |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    HOSTS.into_iter().any(below) || ENDINGS.into_iter().any(|ending| path.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn videos_are_known_by_their_host_or_their_ending() {
        for video in [
            "//www.youtube.com/watch?v=1",
            "//YOUTU.BE/1",
            "//vimeo.com:443/1",
            "//media.example/setup.MP4",
            "//media.example/a/b.webm?t=10#start",
        ] {
            assert!(is_video(video), "{video}");
        }
        for none in [
            "//notyoutube.com/1",
            "//youtube.com.example/1",
            "//a.example/?file=b.mp4",
            "//a.example/mp4",
            "//b.mp4",
            "//vimeo.com@a.example/",
            "",
        ] {
            assert!(!is_video(none), "{none}");
        }
    }
}
