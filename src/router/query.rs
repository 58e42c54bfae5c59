//! Names and values in a URL.

/// Names with their values, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParamsMap(Vec<(String, String)>);

impl ParamsMap {
    pub(super) fn one(parameter: Option<(&'static str, &str)>) -> Self {
        Self(parameter.map(|(name, value)| (name.to_owned(), decode(value))).into_iter().collect())
    }

    /// Reads what stands behind the `?` of an address.
    pub fn parse(search: &str) -> Self {
        let pairs = search.split('&').filter(|pair| !pair.is_empty());
        Self(
            pairs
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(n, v)| (decode(n), decode(v)))
                .collect(),
        )
    }

    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<String> {
        self.get_str(name).map(str::to_owned)
    }

    /// The first value of that name.
    pub fn get_str(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// `%20` and `+` as blanks, and so on; what is no escape stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(first),
            },
            _ => bytes.push(first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|d| u8::try_from(d).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_and_what_is_none_stays() {
        let map = ParamsMap::parse("q=new%20laptop+14%22&only=free&x=100%&u=%C3%A4&bad=%FF");
        for (name, value) in
            [("q", "new laptop 14\""), ("only", "free"), ("x", "100%"), ("u", "ä"), ("bad", "%FF")]
        {
            assert_eq!(map.get_str(name), Some(value));
        }
        assert_eq!(map.get("none"), None);
    }
}
