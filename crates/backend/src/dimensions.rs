//! How large a picture is, going by what its file says at its beginning. That decides nothing but how much room a page keeps
//! free until the picture is there.

use guichet_contract::types::PictureSize;

/// What every JPEG begins with.
const JPEG: &[u8] = &[0xFF, 0xD8];
/// Begins a segment of a JPEG with what the camera knew.
const APP1: u8 = 0xE1;
/// Behind it is the picture itself.
const SCAN: u8 = 0xDA;
/// The entry of Exif for how the camera was held.
const ORIENTATION: u16 = 0x0112;

/// Width and height in pixels, as a browser shows the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimensions {
    /// From side to side.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl Dimensions {
    /// Those of a PNG, JPEG, GIF or WebP; `None` where its file does not say, or says what no picture in a text has.
    pub fn of(data: &[u8]) -> Option<Self> {
        let size = imagesize::blob_size(data).ok()?;
        let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
        let is_turned = orientation(data).is_some_and(|held| (5..=8).contains(&held));
        let (width, height) = if is_turned { (height, width) } else { (width, height) };
        PictureSize::is_sound(width, height).then_some(Self { width, height })
    }
}

/// How the camera was held that took a JPEG: 1 to 8, from 5 on its width is shown as the height.
fn orientation(data: &[u8]) -> Option<u16> {
    let mut rest = data.strip_prefix(JPEG)?;
    loop {
        // A segment is its marker, its length with the two bytes that say it, and what is in it.
        let (&[0xFF, marker, high, low], behind) = rest.split_first_chunk::<4>()? else { return None };
        if marker == SCAN {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([high, low])).checked_sub(2)?;
        let (segment, next) = behind.split_at_checked(length)?;
        if marker == APP1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return orientation_in(tiff);
        }
        rest = next;
    }
}

/// The same in the TIFF that Exif is: a head, which says where the list of entries is, each of twelve bytes.
fn orientation_in(tiff: &[u8]) -> Option<u16> {
    let is_big = match tiff.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<2>()?;
        Some(if is_big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<4>()?;
        Some(if is_big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    };
    let list = usize::try_from(long(4)?).ok()?;
    let many = usize::from(short(list)?);
    let entry = (0..many).filter_map(|n| list.checked_add(2 + 12 * n));
    let mut entry = entry.filter(|at| short(*at) == Some(ORIENTATION));
    short(entry.next()?.checked_add(8)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(data: &[u8]) -> Option<(u32, u32)> {
        Dimensions::of(data).map(|size| (size.width, size.height))
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        [head, width.to_be_bytes().to_vec(), height.to_be_bytes().to_vec(), vec![8, 6, 0, 0, 0]].concat()
    }

    /// One of 300 by 200, with these segments before it says so.
    fn jpeg(segments: &[&[u8]]) -> Vec<u8> {
        let frame = [0xFF, 0xC0, 0, 17, 8, 0, 200, 1, 44, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA];
        [JPEG, &segments.concat(), &frame].concat()
    }

    /// A segment with Exif whose second entry says how the camera was held.
    fn held(order: &[u8; 2], number: u16) -> Vec<u8> {
        let short = |value: u16| if order == b"MM" { value.to_be_bytes() } else { value.to_le_bytes() };
        let long = |value: u32| if order == b"MM" { value.to_be_bytes() } else { value.to_le_bytes() };
        let entry =
            |tag: u16, value: u16| [&short(tag)[..], &short(3), &long(1), &short(value), &[0, 0]].concat();
        let entries = [entry(0x010F, 1), entry(ORIENTATION, number)].concat();
        let tiff = [&order[..], &short(42), &long(8), &short(2), &entries, &long(0)].concat();
        let exif = [b"Exif\0\0".as_slice(), &tiff].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, APP1][..], &length, &exif].concat()
    }

    #[test]
    fn each_kind_of_picture_says_how_large_it_is() {
        let gif = b"GIF89a\x2c\x01\xc8\0\0\0\0".as_slice();
        let lossy = b"RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\x30\x01\0\x9d\x01\x2a\x2c\x01\xc8\0\0\0".as_slice();
        let lossless = b"RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2f\x2b\xc1\x31\0\0\0".as_slice();
        let extended = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2b\x01\0\xc7\0\0\0".as_slice();
        for (data, what) in [
            (png(300, 200).as_slice(), "PNG"),
            (jpeg(&[]).as_slice(), "JPEG"),
            (gif, "GIF"),
            (lossy, "WebP, lossy"),
            (lossless, "WebP, lossless"),
            (extended, "WebP, extended"),
        ] {
            assert_eq!(size(data), Some((300, 200)), "{what}");
        }
    }

    #[test]
    fn a_photograph_is_as_high_as_it_is_shown() {
        let comment: &[u8] = &[0xFF, 0xFE, 0, 6, b'h', b'i', b'!', b'!'];
        for order in [b"MM", b"II"] {
            for (number, expected) in
                [(0, (300, 200)), (1, (300, 200)), (3, (300, 200)), (6, (200, 300)), (8, (200, 300))]
            {
                let exif = held(order, number);
                assert_eq!(size(&jpeg(&[comment, &exif])), Some(expected), "{number}");
            }
        }
        // What is no Exif is stepped over.
        let other: &[u8] = &[0xFF, APP1, 0, 6, b'h', b't', b't', b'p'];
        assert_eq!(size(&jpeg(&[other, &held(b"II", 6)])), Some((200, 300)));
    }

    #[test]
    fn what_makes_no_sense_has_no_size() {
        for (width, height) in [(0, 200), (300, 0), (PictureSize::MOST + 1, 1), (u32::MAX, u32::MAX)] {
            assert_eq!(size(&png(width, height)), None, "{width} by {height}");
        }
        let most = PictureSize::MOST;
        assert_eq!(size(&png(most, 1)), Some((most, 1)));
        for data in [b"".as_slice(), b"<svg width='9' height='9'/>", b"%PDF-1.7\n and so on", &[0xFF; 64]] {
            assert_eq!(size(data), None);
        }
        // Cut anywhere, and with any byte changed: an answer or none, and never a panic.
        for whole in [jpeg(&[&held(b"MM", 6)]), png(300, 200)] {
            for end in 0..whole.len() {
                size(&whole[..end]);
                for byte in [0, 0x7F, 0xFF] {
                    let mut changed = whole.clone();
                    changed[end] = byte;
                    size(&changed);
                }
            }
        }
    }
}
