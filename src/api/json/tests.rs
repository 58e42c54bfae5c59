use super::read;
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Point,
    Circle(u32),
    Box { width: u32, height: u32 },
}

#[derive(Debug, PartialEq, Deserialize)]
struct Inner {
    #[serde(default)]
    name: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Outer {
    shapes: Vec<Shape>,
    #[serde(flatten)]
    inner: Inner,
    pair: (i8, f64),
}

#[test]
fn types_as_they_are_derived() {
    let text = r#" {"shapes": ["point", {"circle": 3}, {"box": {"width": 1, "height": 2}}],
        "more": [{"a": [1, -2.5e3, null, true]}], "pair": [-3, 4], "name": "Zo\u00eb \ud83d\ude00 \"x\"\n"} "#;
    let expected = Outer {
        shapes: vec![Shape::Point, Shape::Circle(3), Shape::Box { width: 1, height: 2 }],
        inner: Inner { name: Some("Zoë 😀 \"x\"\n".to_owned()) },
        pair: (-3, 4.0),
    };
    assert_eq!(read::<Outer>(text), Some(expected));
    assert_eq!(read::<Outer>(&text.replace("-3,", "-300,")), None, "too small for its type");
    assert_eq!(read::<Outer>(&text.replace("\"circle\"", "\"oval\"")), None);
    assert_eq!(read::<Outer>(&text.replace("\"pair\"", "\"spare\"")), None);
}

/// The examples that any reader of JSON stumbles over, judged by `serde_json`.
#[test]
fn agrees_with_serde_json() {
    let texts = [
        "",
        " ",
        "null",
        "nul",
        "nullx",
        "true",
        "false ",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "0",
        "-0",
        "01",
        "-01",
        "1.",
        ".5",
        "1.5",
        "-1.5",
        "1e5",
        "1E+5",
        "1e-5",
        "1e",
        "+1",
        "- 1",
        "0x1",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "\"\"",
        "\"a",
        "\"\\\"\"",
        "\"\\x\"",
        "\"\\u00e9\"",
        "\"\\u+0e9\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\t\"",
        "\"\u{7f}\"",
        "\"é\"",
        "[[[]]]",
        "[[[]]",
        "]",
        "}",
        "{\"a\":{\"b\":[1,{\"c\":null}]}}",
        "\u{feff}1",
        "1 1",
        "NaN",
        "Infinity",
        "\"a\" x",
    ];
    for text in texts {
        let theirs = serde_json::from_str::<Value>(text).ok();
        assert_eq!(read::<Value>(text), theirs, "{text}");
    }
}

#[test]
fn nesting_ends_somewhere() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = |n: usize| open.repeat(n) + "1" + &close.repeat(n);
        assert!(read::<Value>(&deep(90)).is_some());
        assert!(read::<Value>(&deep(100_000)).is_none());
        assert!(read::<serde::de::IgnoredAny>(&deep(100_000)).is_none());
    }
}

proptest::proptest! {
    #[test]
    fn reads_back_what_serde_json_wrote(text in ".*", numbers: Vec<f32>, n: i64) {
        let value = serde_json::json!({ "text": text, "numbers": numbers, "n": n });
        proptest::prop_assert_eq!(read::<Value>(&value.to_string()), Some(value));
    }

    #[test]
    fn nothing_makes_it_panic(text in "[\\[\\]{}\",:0-9a-u\\\\.eE+ -]{0,60}") {
        proptest::prop_assert_eq!(read::<Value>(&text).is_some(), serde_json::from_str::<Value>(&text).is_ok());
    }
}
