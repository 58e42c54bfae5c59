//! Files in pieces, after tus 1.0 (<https://tus.io/protocols/resumable-upload>): its names, and how it writes down what a
//! file is called.

/// The version of tus.
pub const VERSION: &str = "1.0.0";
/// Its extensions that belong to the contract.
pub const EXTENSIONS: &str = "creation,expiration,termination";
/// Where an upload begins, below [`crate::BASE_PATH`].
pub const PATH: &str = "/uploads";
/// Where one is.
pub const ONE: &str = "/uploads/{upload}";
/// The media type of a piece.
pub const MEDIA_TYPE: &str = "application/offset+octet-stream";

/// Headers, in the small letters that HTTP/2 wants.
pub mod header {
    /// The version that is spoken.
    pub const RESUMABLE: &str = "tus-resumable";
    /// The versions that the backend speaks.
    pub const VERSION: &str = "tus-version";
    /// Its extensions.
    pub const EXTENSION: &str = "tus-extension";
    /// The largest file, in bytes.
    pub const MAX_SIZE: &str = "tus-max-size";
    /// How many bytes the file has.
    pub const LENGTH: &str = "upload-length";
    /// How many bytes are there, or the position of the first one of a piece.
    pub const OFFSET: &str = "upload-offset";
    /// What the file is called.
    pub const METADATA: &str = "upload-metadata";
    /// When it is forgotten.
    pub const EXPIRES: &str = "upload-expires";
    /// The method that is meant, of a POST that a proxy lets through where it would not let through a PATCH.
    pub const METHOD_OVERRIDE: &str = "x-http-method-override";
}

/// The keys of `Upload-Metadata` that clients of tus use.
const NAME: &str = "filename";
const TYPE: &str = "filetype";

/// An `Upload-Metadata` with the name and the media type of a file.
pub fn metadata(name: &str, media_type: &str) -> String {
    let mut text = format!("{NAME} {}", encode(name.as_bytes()));
    if !media_type.is_empty() {
        text.push_str(&format!(",{TYPE} {}", encode(media_type.as_bytes())));
    }
    text
}

/// The name of the file in an `Upload-Metadata`. `None` where there is none, or none that can be read.
pub fn file_name(metadata: &str) -> Option<String> {
    let mut pairs = metadata.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let (_, name) = pairs.find(|(key, _)| *key == NAME)?;
    String::from_utf8(decode(name.trim())?).ok().filter(|name| !name.is_empty())
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64, RFC 4648, with `=` at the end.
fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let symbol = (bits >> (18 - 6 * place)) & 63;
            text.push(if place <= group.len() { char::from(ALPHABET[symbol as usize]) } else { '=' });
        }
    }
    text
}

/// `None` where it is no Base64.
fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    // At most 13 bits wait for the next byte.
    let (mut bits, mut held) = (0_u16, 0_u32);
    for symbol in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == symbol)?;
        bits = (bits << 6) | u16::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held).to_be_bytes()[1]);
        }
    }
    // One symbol alone is no byte.
    (held < 6).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("\u{ff}\u{3ff}", "w7/Pvw=="),
        ] {
            assert_eq!(encode(plain.as_bytes()), coded);
            assert_eq!(decode(coded).as_deref(), Some(plain.as_bytes()), "{coded}");
        }
        for bad in ["Z", "Zg.=", "Zm9vZ", "ä"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }

    #[test]
    fn a_name_comes_back_whatever_stands_around_it() {
        let written = metadata("Größe, 3 cm.png", "image/png");
        assert_eq!(file_name(&written).as_deref(), Some("Größe, 3 cm.png"));
        assert_eq!(
            file_name("is_confidential, filename d29ybGQ=,filetype dGV4dA==").as_deref(),
            Some("world")
        );
        for none in ["", "filename", "filename ", "filename !", "filetype dGV4dA==", "filename /w=="] {
            assert_eq!(file_name(none), None, "{none}");
        }
        assert_eq!(metadata("a", ""), "filename YQ==");
    }
}
