//! Texts of a known form: addresses for mail, telephone numbers, web addresses, IP addresses.
//!
//! Each is looked at by hand and not with a regular expression, which would cost the browser an engine of its own; and each
//! is simple enough to be said as one in the JSON Schema of a form. They keep out slips of the finger. Whether an address
//! reaches anybody only the one who writes to it finds out.

use super::IpVersion;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Longest address for mail, from RFC 5321: a path of 256 octets, without its brackets.
pub const EMAIL_MAX: u32 = 254;
/// Longest web address: what every browser and server still takes.
pub const URL_MAX: u32 = 2000;
/// Longest telephone number as written: 15 digits (ITU-T E.164) with what people put between them.
pub const PHONE_MAX: u32 = 40;

/// Something before an `@`, and behind it a name of at least two parts.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain = !text.contains(char::is_whitespace) && !domain.contains('@');
    plain && !local.is_empty() && domain.contains('.') && domain.split('.').all(|part| !part.is_empty())
}

/// 4 to 15 digits, with `+` before and blanks, brackets, dots, slashes or dashes between them.
pub(super) fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    (4..=15).contains(&digits) && rest.bytes().all(|b| b.is_ascii_digit() || b" ()./-".contains(&b))
}

/// `http://` or `https://`, a host, and no blanks.
pub(super) fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    web && !rest.is_empty() && !rest.starts_with(['/', '?', '#']) && !rest.contains(char::is_whitespace)
}

/// An address of the version asked for; with `network`, also a network such as `10.1.0.0/16`.
pub(super) fn is_ip(text: &str, version: Option<IpVersion>, network: bool) -> bool {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) if network => (address, Some(length)),
        Some(_) => return false,
        None => (text, None),
    };
    let read = match version {
        Some(IpVersion::V4) => address.parse::<Ipv4Addr>().map(IpAddr::V4),
        Some(IpVersion::V6) => address.parse::<Ipv6Addr>().map(IpAddr::V6),
        Some(IpVersion::Any) | None => address.parse(),
    };
    let Ok(read) = read else { return false };
    let most = if read.is_ipv4() { 32 } else { 128 };
    length.is_none_or(|length| {
        let written = !length.is_empty() && length.bytes().all(|b| b.is_ascii_digit());
        let plain = written && (length == "0" || !length.starts_with('0'));
        plain && length.parse::<u8>().is_ok_and(|n| n <= most)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_has_its_right_and_wrong_texts() {
        type Case = (fn(&str) -> bool, &'static [&'static str], &'static [&'static str]);
        let cases: [Case; 6] = [
            (
                is_email,
                &["a@b.de", "aylin.kaya+it@mail.example.com", "ü@müller.example"],
                &["a", "a@b", "@b.de", "a@b.", "a@.de", "a@b..de", "a b@c.de", "a@b@c.de", ""],
            ),
            (
                is_phone,
                &["1234", "+49 30 123-45", "(030) 12/34.5", "030 1234567"],
                &["123", "+", "1234567890123456", "12a45", "++4930123", "0301234+"],
            ),
            (
                is_url,
                &["https://a", "HTTP://a.example/b?c#d", "https://[::1]:8080/"],
                &[
                    "a.example",
                    "ftp://a",
                    "https://",
                    "https:///a",
                    "https://?a",
                    "https://a b",
                    "javascript:alert(1)",
                ],
            ),
            (
                |t| is_ip(t, None, false),
                &["10.0.0.1", "::1", "2001:db8::8a2e:370:7334"],
                &["10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.0/8", "::1::", ""],
            ),
            (
                |t| is_ip(t, Some(IpVersion::V4), true),
                &["10.0.0.1", "10.0.0.0/8", "0.0.0.0/0"],
                &["::1", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/", "10.0.0.0/+8"],
            ),
            (
                |t| is_ip(t, Some(IpVersion::V6), true),
                &["::1", "2001:db8::/32", "::/128"],
                &["10.0.0.1", "::/129"],
            ),
        ];
        for (check, good, bad) in cases {
            for text in good {
                assert!(check(text), "{text}");
            }
            for text in bad {
                assert!(!check(text), "{text}");
            }
        }
    }
}
