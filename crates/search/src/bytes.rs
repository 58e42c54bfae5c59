//! Reading numbers and texts from bytes that nobody vouches for: what is not there is `None`. And writing them.

use core::str::from_utf8;

/// Bytes that are read from the front.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Those from `at` on.
    pub(crate) fn starting(bytes: &'a [u8], at: u32) -> Option<Self> {
        bytes.get(wide(at)..).map(Self)
    }

    /// What has not been read.
    pub(crate) fn rest(self) -> &'a [u8] {
        self.0
    }

    #[inline]
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn take(&mut self, many: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(many)?;
        self.0 = rest;
        Some(taken)
    }

    /// Seven bits a byte, the lowest first; the eighth says that there are more. At most five bytes.
    #[inline]
    pub(crate) fn varint(&mut self) -> Option<u32> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u32::from(first));
        }
        let mut value = u32::from(first & 0x7F);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A text after its length in bytes.
    pub(crate) fn string(&mut self) -> Option<&'a str> {
        let length = self.varint()?;
        from_utf8(self.take(wide(length))?).ok()
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*array)
    }
}

/// A place in memory. No machine that this runs on has addresses of less than 32 bits.
#[inline]
pub(crate) fn wide(number: u32) -> usize {
    number as usize
}

/// The number in row `row` of a column of 32-bit numbers.
pub(crate) fn u32_at(column: &[u8], row: u32) -> Option<u32> {
    let start = wide(row).checked_mul(4)?;
    column.get(start..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

/// See [`Bytes::varint`].
#[cfg(feature = "build")]
pub(crate) fn push_varint(out: &mut alloc::vec::Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// See [`Bytes::string`]. What does not fit into 4 GiB is cut; the table of sections refuses such an index anyhow.
#[cfg(feature = "build")]
pub(crate) fn push_string(out: &mut alloc::vec::Vec<u8>, text: &str) {
    push_varint(out, u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(text.as_bytes());
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 1 << 28, u32::MAX] {
            let mut out = Vec::new();
            push_varint(&mut out, number);
            let mut bytes = Bytes::new(&out);
            assert_eq!(bytes.varint(), Some(number));
            assert!(bytes.rest().is_empty());
        }
    }

    #[test]
    fn what_is_not_there_is_not_read() {
        assert_eq!(Bytes::new(&[0x80]).varint(), None);
        assert_eq!(Bytes::new(&[0xFF; 9]).varint(), None);
        assert_eq!(Bytes::new(&[3, b'a', b'b']).string(), None);
        assert_eq!(Bytes::new(&[1, 0xFF]).string(), None);
        assert_eq!(Bytes::new(&[1, 2]).u32(), None);
        assert_eq!(u32_at(&[1, 0, 0, 0, 2], 0), Some(1));
        assert_eq!(u32_at(&[1, 0, 0, 0, 2], 1), None);
        assert!(Bytes::starting(&[1], 2).is_none());
    }
}
