//! JSON Pointers (RFC 6901), and patterns of them.

use serde_json::Value;

/// Appends a segment to `at` and gives the length to cut it back to.
pub(super) fn push(at: &mut String, segment: &str) -> usize {
    let end = at.len();
    at.push('/');
    at.push_str(&segment.replace('~', "~0").replace('/', "~1"));
    end
}

/// `at` and one segment more.
pub(super) fn join(at: &str, segment: &str) -> String {
    let mut joined = at.to_owned();
    push(&mut joined, segment);
    joined
}

/// Calls `found` with everything in `value` whose pointer fits `pattern`, in the order of the tree. In a pattern, `*` stands for any one
/// segment and `**` for any number of them, none included: `/approvals/*/approvers/group`.
pub(super) fn visit<'v>(value: &'v Value, pattern: &str, found: &mut dyn FnMut(&str, &'v Value)) {
    let segments: Vec<&str> = pattern.split('/').skip(1).collect();
    descend(value, &segments, &mut String::new(), found);
}

fn descend<'v>(value: &'v Value, pattern: &[&str], at: &mut String, found: &mut dyn FnMut(&str, &'v Value)) {
    let Some((first, rest)) = pattern.split_first() else {
        found(at, value);
        return;
    };
    if *first == "**" {
        descend(value, rest, at, found);
        each_child(value, at, &mut |_, child, at| descend(child, pattern, at, found));
    } else {
        each_child(value, at, &mut |name, child, at| {
            if *first == "*" || *first == name {
                descend(child, rest, at, found);
            }
        });
    }
}

/// Calls `found` with the name, the value and the pointer of every child of `value`.
fn each_child<'v>(value: &'v Value, at: &mut String, found: &mut dyn FnMut(&str, &'v Value, &mut String)) {
    let mut child = |name: &str, value: &'v Value, at: &mut String| {
        let end = push(at, name);
        found(name, value, at);
        at.truncate(end);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| child(name, value, at)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| child(&n.to_string(), value, at))
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn patterns_find_what_they_name() {
        let tree = json!({"by": {"any": [{"group": "a"}, {"not": {"group": "b"}}]}, "group": "c", "x/y": [{"group": "d"}]});
        for (pattern, expected) in [
            ("/group", &["/group"][..]),
            ("/by/**/group", &["/by/any/0/group", "/by/any/1/not/group"]),
            ("/*/*/group", &["/x~1y/0/group"]),
            ("/by/any/*/group", &["/by/any/0/group"]),
            ("/none/**", &[]),
        ] {
            let mut at = Vec::new();
            visit(&tree, pattern, &mut |pointer, value| {
                assert_eq!(tree.pointer(pointer), Some(value));
                at.push(pointer.to_owned());
            });
            assert_eq!(at, expected, "{pattern}");
        }
    }
}
