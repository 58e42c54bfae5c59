//! How a backend is set up.

use axum::http::Uri;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    str::FromStr,
    time::Duration,
};

/// What a call may hold at most, and what else does not depend on the company.
pub mod limits {
    use chrono::TimeDelta;
    use std::time::Duration;

    /// Of a JSON body, in bytes: a hundred times the longest form.
    pub const BODY_BYTES: u64 = 1 << 20;
    /// Of a file, in bytes: a scanned contract, not a video.
    pub const ATTACHMENT_BYTES: u64 = 10 << 20;
    /// Of a piece that a file is best sent in, in bytes: one a second over 2 Mbit/s, so that whoever waits sees it move.
    pub const CHUNK_BYTES: u64 = 256 << 10;
    /// Of files of one person that are begun and not all there: two comments, each with as many as it may have.
    pub const UPLOADS: u32 = 20;
    /// Of the time that one is kept since its last piece came: whoever went home goes on the next morning.
    pub const UPLOAD_LIFE: TimeDelta = TimeDelta::hours(24);
    /// Of the time after which one makes room for another: longer than any browser tries by itself.
    pub const UPLOAD_IDLE: TimeDelta = TimeDelta::hours(1);
    /// Of the name of a file before it is made safe, in characters: the longest path that Windows knows by itself.
    pub const FILE_NAME_CHARS: usize = 260;
    /// Of silence in the middle of a body: a phone that changes networks is back before, and whoever is not holds a
    /// connection for nothing. Between Apache's 20 seconds and nginx's 60.
    pub const BODY_IDLE: Duration = Duration::from_secs(30);
    /// Of items on one part of a list.
    pub const PAGE_SIZE: u32 = 100;
    /// Of items where nobody says how many.
    pub const PAGE_SIZE_UNASKED: u32 = 50;
    /// Of a title, in characters: one line of any list.
    pub const TITLE_CHARS: u32 = 200;
    /// Of a description, comment or note, in characters: some pages.
    pub const TEXT_CHARS: u32 = 10_000;
    /// Of the reason of a delegation, in characters: one line.
    pub const REASON_CHARS: u32 = 200;
    /// Of an article, in characters: thirty pages, which nobody reads to the end.
    pub const ARTICLE_CHARS: u32 = 100_000;
    /// Of the words that an article is looked for with, in characters.
    pub const KEYWORDS_CHARS: u32 = 1_000;
    /// Of files with one ticket or comment.
    pub const FILES: u32 = 10;
    /// Of days that counts of searches and articles are kept: half a year, in which a season comes round.
    pub const LEARNING_DAYS: i64 = 180;
    /// Of searches, and of articles read, in one report of a browser: more than anybody looks at in an hour.
    pub const LEARNING_TOLD: usize = 50;
    /// Of searches of one person that are counted on one day.
    pub const LEARNING_A_DAY: u32 = 300;
    /// Of different people who look for the same on one day before anybody may read it, at least. What one alone looks for is
    /// theirs.
    pub const LEARNING_PEOPLE: u32 = 2;
}

/// How a backend is set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Where browsers find it, if not there.
    pub public_url: Option<Origin>,
    /// Pages of these other origins may call it, with the reader's session.
    pub allow_origins: Vec<Origin>,
    /// Below which path the portal is; begins and ends with `/`.
    pub base_path: String,
    /// The built portal; absent where something else serves it.
    pub portal: Option<PathBuf>,
    /// How people sign in.
    pub sign_in: SignIn,
    /// How long a body may pause before the call is given up.
    pub body_idle: Duration,
    /// How many different people have to look for the same on one day before those who look after the answers read it.
    pub learning_people: u32,
}

/// How people sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SignIn {
    /// Choose a person from a list, without a password: for trying out, on this computer alone.
    Demo,
}

/// Scheme, host and port: what browsers call an origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// A text that is no origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no origin: write scheme and host, such as https://help.example.com")]
pub struct NoOrigin(String);

/// A set-up that would not be safe, or not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The demo sign-in would be open to others.
    #[error(
        "the demo sign-in lets anyone be anyone, so it is offered on this computer alone: {0} can be reached from \
         others; listen on 127.0.0.1"
    )]
    DemoInPublic(SocketAddr),
    /// The demo sign-in would be open to others through a proxy.
    #[error(
        "the demo sign-in lets anyone be anyone, so it is offered on this computer alone: others reach {0}; leave \
         --public-url out, or name localhost"
    )]
    DemoBehindProxy(String),
    /// The path is not one.
    #[error("'{0}' is no base path: begin and end it with '/', such as /help/")]
    BasePath(String),
}

impl Config {
    /// A set-up for this computer alone, on a port that is free.
    pub fn local() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            public_url: None,
            allow_origins: Vec::new(),
            base_path: "/".to_owned(),
            portal: None,
            sign_in: SignIn::Demo,
            body_idle: limits::BODY_IDLE,
            learning_people: limits::LEARNING_PEOPLE,
        }
    }

    /// Refuses what would not be safe, or not work.
    pub fn check(&self) -> Result<(), ConfigError> {
        if self.sign_in == SignIn::Demo && !self.listen.ip().is_loopback() {
            return Err(ConfigError::DemoInPublic(self.listen));
        }
        if let (SignIn::Demo, Some(public)) =
            (self.sign_in, self.public_url.as_ref().filter(|o| !o.is_loopback()))
        {
            return Err(ConfigError::DemoBehindProxy(public.as_str().to_owned()));
        }
        let path = self.base_path.as_str();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
        if !path.starts_with('/') || !path.ends_with('/') || path.contains("//") || !path.chars().all(fits) {
            return Err(ConfigError::BasePath(path.to_owned()));
        }
        Ok(())
    }

    /// Whether browsers come by https, so that cookies may never travel without.
    pub fn is_https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|origin| origin.as_str().starts_with("https://"))
    }
}

impl Origin {
    /// As in an `Origin` header.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can only be this computer.
    pub fn is_loopback(&self) -> bool {
        let authority = self.authority();
        let host = authority
            .strip_suffix(|c: char| c.is_ascii_digit())
            .map_or(authority, |_| authority.rsplit_once(':').map_or(authority, |(host, _)| host));
        host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    }

    /// Host and port, as in a `Host` header.
    pub fn authority(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, authority)| authority)
    }
}

impl FromStr for Origin {
    type Err = NoOrigin;
    fn from_str(text: &str) -> Result<Self, NoOrigin> {
        let no_origin = || NoOrigin(text.to_owned());
        let uri: Uri = text.parse().map_err(|_| no_origin())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(no_origin());
        };
        // A path is of no use, but people copy addresses from the browser's bar.
        if !matches!(scheme, "http" | "https") || authority.as_str().contains('@') {
            return Err(no_origin());
        }
        let host = authority.as_str().to_ascii_lowercase();
        // Browsers leave out the port that goes with the scheme.
        let usual = if scheme == "https" { ":443" } else { ":80" };
        Ok(Self(format!("{scheme}://{}", host.strip_suffix(usual).unwrap_or(&host))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_sign_in_stays_on_this_computer() {
        let config = Config::local();
        assert_eq!(config.check(), Ok(()));
        let listen: SocketAddr = "0.0.0.0:8480".parse().unwrap();
        let open = Config { listen, ..config };
        assert_eq!(open.check(), Err(ConfigError::DemoInPublic(listen)));
        for (public, good) in [
            ("https://help.example.com", false),
            ("http://192.0.2.1:8480", false),
            ("http://localhost:8480", true),
            ("http://127.0.0.1", true),
            ("http://127.0.0.1:8480", true),
            ("http://[::1]:8480", true),
        ] {
            let config = Config { public_url: public.parse().ok(), ..Config::local() };
            assert_eq!(config.check().is_ok(), good, "{public}");
        }
    }

    #[test]
    fn a_base_path_is_between_slashes() {
        for (path, good) in [("/", true), ("/help/", true), ("help", false), ("/help", false), ("//", false)]
        {
            let config = Config { base_path: path.to_owned(), ..Config::local() };
            assert_eq!(config.check().is_ok(), good, "{path}");
        }
    }

    #[test]
    fn origins_are_as_browsers_write_them() {
        for (text, origin) in [
            ("https://Help.example.com/", "https://help.example.com"),
            ("https://help.example.com:443", "https://help.example.com"),
            ("http://localhost:8480", "http://localhost:8480"),
        ] {
            assert_eq!(text.parse::<Origin>().map(|o| o.as_str().to_owned()), Ok(origin.to_owned()));
        }
        for bad in ["help.example.com", "ftp://a", "null", "*", "https://a@b"] {
            assert!(bad.parse::<Origin>().is_err(), "{bad}");
        }
    }
}
