//! Bytes that are not quite HTTP. The HTTP library refuses them before anything of the backend sees them.

use super::known::Operation;
use crate::campaign::rng::Rng;
use guichet_contract::BASE_PATH;

/// In bytes: a head that no HTTP library takes.
const TOO_LONG: usize = 600_000;
/// Likewise.
const TOO_MANY: usize = 300;

/// The bytes, and whether they end earlier than they say.
pub fn bytes(rng: &mut Rng, operation: &Operation) -> (Vec<u8>, bool) {
    let method = operation.method.as_str();
    let path = format!("{BASE_PATH}{}", operation.path.replace(['{', '}'], ""));
    let head = |more: &str| format!("{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{more}\r\n");
    let post = |more: &str, body: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n{more}\r\n{body}"
        )
    };
    let text = match rng.below(18) {
        0 => format!("{method} {path} HTTP/9.9\r\n\r\n"),
        1 => format!("{method} {path}\r\n\r\n"),
        2 => format!("{method}{path} HTTP/1.1\r\n\r\n"),
        3 => format!("{method} {path}/{{a}}|\"<> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        4 => format!("{method} {path}?q=\u{e4} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        5 => format!(
            "{method} {path}?q={} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "a".repeat(70_000)
        ),
        6 => head(&format!("X-Long: {}\r\n", "a".repeat(TOO_LONG))),
        7 => head(&"X-Many: 1\r\n".repeat(TOO_MANY)),
        8 => head("X-Null: \0\r\n"),
        9 => head(" folded\r\n: no name\r\n"),
        10 => post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
        11 => post("Content-Length: -1\r\n", "{}"),
        12 => post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        13 => post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
        14 => post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\n{}\r\n"),
        15 => "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        16 => return (post("Content-Length: 100\r\n", "{\"title\":").into_bytes(), true),
        _ => return (noise(rng), true),
    };
    (text.into_bytes(), false)
}

/// Another protocol, or none.
fn noise(rng: &mut Rng) -> Vec<u8> {
    match rng.below(3) {
        0 => b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        1 => b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        _ => (0..rng.below(200)).flat_map(|_| rng.bits().to_le_bytes()).collect(),
    }
}
