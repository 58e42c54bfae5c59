//! HTML taken apart, in a form in which what reads the same is the same: blanks count as one, none count beside a block, and
//! addresses are written out.

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// The beginning of an element: its name and its attributes, sorted.
    Open(String, Vec<(String, String)>),
    /// Its end.
    Close(String),
    /// Words.
    Text(String),
}

const BLOCKS: [&str; 13] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "hr", "br"];

/// The tokens of HTML that a renderer wrote: attributes in quotes, signs escaped.
pub fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            tokens.push(read_tag(tag));
            rest = after;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            tokens.push(Token::Text(unescape(text)));
            rest = after;
        }
    }
    tidy(tokens)
}

fn read_tag(tag: &str) -> Token {
    if let Some(name) = tag.strip_prefix('/') {
        return Token::Close(name.trim().to_owned());
    }
    let tag = tag.trim_end_matches('/').trim();
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        let attribute = attribute.trim().to_owned();
        let value = unescape(value);
        let value = if matches!(attribute.as_str(), "href" | "src") { unquote(&value) } else { value };
        attributes.push((attribute, value));
        rest = after;
    }
    attributes.sort();
    Token::Open(name.to_owned(), attributes)
}

fn tidy(tokens: Vec<Token>) -> Vec<Token> {
    let is_block = |token: Option<&Token>| match token {
        None => true,
        Some(Token::Text(_)) => false,
        Some(Token::Open(name, _) | Token::Close(name)) => BLOCKS.contains(&name.as_str()) || name == "pre",
    };
    let mut tidy = Vec::new();
    let mut pre = 0_usize;
    for (n, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(name, _) if name == "pre" => pre += 1,
            Token::Close(name) if name == "pre" => pre = pre.saturating_sub(1),
            _ => {}
        }
        let Token::Text(original) = token else {
            tidy.push(token.clone());
            continue;
        };
        let mut text = original.clone();
        if pre == 0 {
            let words = original.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
            text = words.collect::<Vec<_>>().join(" ");
            let blank = |c: Option<char>| c.is_some_and(|c| matches!(c, ' ' | '\t' | '\n'));
            let before = n.checked_sub(1).and_then(|n| tokens.get(n));
            if blank(original.chars().next()) && !is_block(before) {
                text.insert(0, ' ');
            }
            if blank(original.chars().last()) && !is_block(tokens.get(n + 1)) && text != " " {
                text.push(' ');
            }
        }
        if !text.is_empty() {
            tidy.push(Token::Text(text));
        }
    }
    tidy
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// `%C3%A4` as `ä`.
fn unquote(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn what_reads_the_same_is_the_same() {
    assert_eq!(tokens("<p>a  b\nc</p>\n<p> d</p>\n"), tokens("<p>a b c</p><p>d</p>"));
    assert_eq!(tokens("<a href=\"/%C3%A4\" title=\"x\">a</a>"), tokens("<a title=\"x\" href=\"/ä\">a</a>"));
    assert_eq!(tokens("<p>a <em>b</em> c</p>"), tokens("<p>a\n<em>b</em>\nc</p>"));
    assert_ne!(tokens("<p>a<em>b</em></p>"), tokens("<p>a <em>b</em></p>"));
    assert_ne!(tokens("<pre>a  b</pre>"), tokens("<pre>a b</pre>"));
}
