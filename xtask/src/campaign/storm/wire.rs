//! Bytes to a server, and whatever comes back.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    time::Duration,
};

/// Longer than a debug build needs for anything. Who says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(30);
/// In bytes: more than the longest answer.
const MOST: usize = 32 << 20;

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The status.
    pub status: u16,
    /// The body, or what had come of it.
    pub body: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Heard {
    /// A header by its name in lower case; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }
}

/// Sends `bytes`, which must ask for the connection to be closed, and listens to the end. None where the connection was
/// closed without an answer. With `ends_early` nothing more is to be expected of us, although more was announced.
pub fn send(address: SocketAddr, bytes: &[u8], ends_early: bool) -> io::Result<Option<Heard>> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    // Who has heard enough may hang up while we talk; what they said is there all the same.
    let _ = stream.write_all(bytes);
    if ends_early {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut all = Vec::new();
    let mut part = vec![0; 64 << 10];
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(read) => all.extend_from_slice(part.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe) => break,
            Err(error) => return Err(error),
        }
        if all.len() > MOST || is_stream(&all) {
            break;
        }
    }
    Ok(parse(&all))
}

/// Whether this begins a stream of events, which has no end.
fn is_stream(all: &[u8]) -> bool {
    parse(all).is_some_and(|heard| heard.header("content-type").starts_with("text/event-stream"))
}

/// The answer, once all of its head is there. What comes before it (`100 Continue`) is no answer.
pub fn parse(all: &[u8]) -> Option<Heard> {
    let mut rest = all;
    loop {
        let end = rest.windows(4).position(|four| four == b"\r\n\r\n")?;
        let (head, body) = rest.split_at_checked(end + 4)?;
        let head = String::from_utf8_lossy(head);
        let mut lines = head.split("\r\n");
        let status: u16 = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        if !(100..200).contains(&status) {
            let headers = lines
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
                .collect();
            return Some(Heard { status, body: body.to_vec(), headers });
        }
        rest = body;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read() {
        let bytes = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nX-Request-Id: a-1\r\n\r\n{}";
        let heard = parse(bytes).unwrap();
        assert_eq!(
            (heard.status, heard.header("x-request-id"), heard.body.as_slice()),
            (404, "a-1", &b"{}"[..])
        );
        assert_eq!(heard.header("etag"), "");
        for half in
            ["", "HTTP/1.1 404 Not Found\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "\r\n\r\n", "no\r\n\r\n"]
        {
            assert_eq!(parse(half.as_bytes()), None, "{half:?}");
        }
    }

    #[test]
    fn a_stream_has_no_end_to_wait_for() {
        assert!(is_stream(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"));
        assert!(!is_stream(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n"));
        assert!(!is_stream(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream"));
    }
}
