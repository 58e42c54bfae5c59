//! Words and addresses that are no markup, wherever they stand.

/// How many of `sign` stand together at most.
pub fn longest_run(text: &str, sign: char) -> usize {
    text.split(|c: char| c != sign).map(str::len).max().unwrap_or(0)
}

/// Writes a character so that it is no markup, whatever follows the text that it is in.
pub fn escape(c: char, before: Option<char>, next: Option<char>, to: &mut String) {
    let is_markup = match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        // Within words it is none.
        '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
        '!' => next == Some('['),
        _ => false,
    };
    if is_markup {
        to.push('\\');
    }
    to.push(c);
}

/// A line that begins with nothing that is markup at the start of one.
pub fn at_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    let is_number = (1..=9).contains(&digits)
        && rest.starts_with(['.', ')'])
        && rest.chars().nth(1).is_none_or(char::is_whitespace);
    if is_number {
        return format!("{}\\{rest}", line.get(..digits).unwrap_or_default());
    }
    if line.starts_with(['#', '>', '-', '+', '=']) || line.starts_with(":-") {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// An address between parentheses.
pub fn destination(to: &str) -> String {
    let mut text = String::new();
    for c in to.chars() {
        match c {
            ' ' => text.push_str("%20"),
            '(' => text.push_str("%28"),
            ')' => text.push_str("%29"),
            '<' => text.push_str("%3C"),
            '>' => text.push_str("%3E"),
            '\\' => text.push_str("%5C"),
            '|' => text.push_str("%7C"),
            '"' => text.push_str("%22"),
            // It may begin an entity.
            '&' => text.push_str("\\&"),
            _ if c.is_control() || c.is_whitespace() => {}
            _ => text.push(c),
        }
    }
    text
}
