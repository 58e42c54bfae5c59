//! Each element, and pages that mean no good.

use super::{tree::ROOT, *};
use crate::import::{fixture::Folder, kind::Kind, notes::Notes};
use guichet_contract::commonmark;
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag};
use std::collections::HashSet;

fn converted(html: &str) -> (Written, Vec<Kind>) {
    let (tree, mut notes) = (parse(html), Notes::of("a.html"));
    let written = write(&tree, &[ROOT], &HashSet::new(), "Title", &mut Folder, &mut notes);
    (written, notes.findings().into_iter().map(|finding| finding.kind).collect())
}

fn text(html: &str) -> String {
    converted(html).0.text
}

/// Each of `cases` is HTML and what it becomes, without anything to tell.
fn all(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        let (written, told) = converted(html);
        assert_eq!((written.text.as_str(), told), (*expected, Vec::new()), "{html}");
    }
}

#[test]
fn words_and_what_stands_out() {
    all(&[
        ("a <b>b</b> <strong>c</strong> <i>d</i> <em>e</em> <cite>f</cite>", "a **b** **c** *d* *e* *f*"),
        ("<s>a</s> <del>b</del> <u>c</u> <ins>d</ins> <small>e</small>", "~~a~~ ~~b~~ c d e"),
        ("<code>a</code> <kbd>b</kbd> <samp>c</samp> <tt>d</tt> <var>e</var>", "`a` `b` `c` `d` *e*"),
        ("<q>a</q> x<sup>2</sup> H<sub>2</sub>O a<sup>b</sup>", "“a” x² H₂O ab"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢 (kan)"),
        ("<abbr title=x>a</abbr> <span class=x>b</span> <mark>c</mark> <x-y>d</x-y>", "a b c d"),
        (
            "<span class=menuitem>File</span> <span class='a literal'>b</span> <span class=emphasis>c</span>",
            "**File** `b` *c*",
        ),
        ("a<br>b<wbr>c", "a\\\nbc"),
        ("<p>a<br><br>b</p>", "a\n\nb"),
        ("<p>2 * 3 &lt; [7] _x_ # &amp;lt;</p>", "2 \\* 3 \\< \\[7\\] \\_x\\_ # \\&lt;"),
        ("<p> - a </p><p>1. b</p><p># c</p>", "\\- a\n\n1\\. b\n\n\\# c"),
        ("<b><p>a</p></b>", "a"),
        ("<p>a &nbsp; b</p><p>&nbsp;</p>", "a \u{a0} b"),
    ]);
}

#[test]
fn headings_are_below_the_title() {
    all(&[
        ("<h1>Title</h1><h2>A</h2><h3>B</h3><h2>C</h2>", "## A\n\n### B\n\n## C"),
        ("<h1>A</h1><h4>B</h4><h2>C</h2>", "## A\n\n### B\n\n### C"),
        ("<h3>A</h3><h2>B</h2>", "## A\n\n## B"),
        ("<h2> </h2><h2>C #</h2>", "## C \\#"),
        ("<h2>A<br>B <code>c</code></h2>", "## A B `c`"),
    ]);
}

#[test]
fn lists() {
    all(&[
        ("<ul><li>a<li><p>b</p></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ol start=9><li>a<li>b<p>c</p></ol>", "9. a\n\n10. b\n\n    c"),
        ("<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul>", "- a\n  - b\n    1. c\n- d"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ul><li><pre>a\n\nb</pre></ul>", "- ```\n  a\n\n  b\n  ```"),
        (
            "<ul><li><input type=checkbox checked disabled> a<li><input type=checkbox> b</ul>",
            "- [x] a\n- [ ] b",
        ),
        ("<li>a</li>", "- a"),
        ("<ul></ul><ul><li></li></ul>", ""),
        (
            "<dl><dt>a<dt>b<dd>c<dt>d<dd><p>e</p><p>f</p></dl>",
            "- **a**, **b**\n\n  c\n\n- **d**\n\n  e\n\n  f",
        ),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "- **a**\n\n  b"),
    ]);
}

#[test]
fn code_keeps_its_lines() {
    all(&[
        ("<pre>\n a\n  b\n</pre>", "```\n a\n  b\n```"),
        ("<pre><code class='x language-rust'>a &lt; b</code></pre>", "```rust\na < b\n```"),
        (
            "<div class='highlight-bash notranslate'><div class=highlight><pre>a</pre></div></div>",
            "```bash\na\n```",
        ),
        ("<pre>```</pre>", "````\n```\n````"),
        ("<pre>a<br>b</pre><pre> </pre>", "```\na\nb\n```"),
        ("<p class=code>a</p><p class=code>  b</p><p>c</p>", "```\na\n  b\n```\n\nc"),
    ]);
}

#[test]
fn tables() {
    all(&[
        (
            "<table><tr><th>a<th>b<tr><td>c | d<td><p>e</p></table>",
            "| a | b |\n| --- | --- |\n| c \\| d | e |",
        ),
        (
            "<table><caption>x</caption><thead><tr><td>a<td>b</thead><tbody><tr><td>c</table>",
            "**x**\n\n| a | b |\n| --- | --- |\n| c |  |",
        ),
        ("<table><tr><th>a<td>b<tr><th>c<td>d</table>", "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"),
        ("<table><tr><td>a</table>", "a"),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd"),
    ]);
    let spans = "<table><tr><th>a<th>b<th>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g</table>";
    let expected = "| a | b | c |\n| --- | --- | --- |\n| d | e |  |\n|  | f | g |";
    assert_eq!(
        converted(spans),
        (Written { text: expected.to_owned(), ..Written::default() }, vec![Kind::Table])
    );
    let (written, told) = converted("<table><tr><th>a<th>b<tr><td>c<td><ul><li>d</ul><tr><td>e<td>f</table>");
    assert_eq!((written.text.as_str(), told), ("**c**\n\n- d\n\n**e**\n\nf", vec![Kind::Table]));
    // A head over all columns is none of theirs.
    let (written, _) = converted("<table><tr><th colspan=2>a<tr><td>b<td><ul><li>c</ul></table>");
    assert_eq!(written.text, "**a**\n\n**b**\n\n- c");
}

#[test]
fn blocks() {
    all(&[
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        (
            "<div class='admonition warning'><p class=admonition-title>Warning</p><p>a</p></div>",
            "> [!WARNING]\n> a",
        ),
        ("<div class=note><div><img src=x.svg alt=''></div><div><p>a</p></div></div>", "> [!NOTE]\n> a"),
        ("<important><p>a</p></important>", "> [!IMPORTANT]\n> a"),
        ("<details><summary>a</summary><p>b</p></details>", "**a**\n\nb"),
        ("<p>a</p><hr><hr><p>b</p><hr>", "a\n\n---\n\nb"),
        ("<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>", "![b](picture:a-1.png)\n\nc"),
        ("<main><header><h2>a</h2></header><p>b</p></main>", "## a\n\nb"),
        ("<section><aside>a</aside></section>", "> a"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<address>a<br>b</address>", "a\\\nb"),
    ]);
}

#[test]
fn links() {
    all(&[
        ("<a href=b.html>a <b>b</b></a>", "[a **b**](article:b)"),
        ("<a href='https://a.example/?a=1&amp;copy=2'>a</a>", "[a](https://a.example/?a=1\\&copy=2)"),
        ("<a href=mailto:a@b.example>a</a> <a href=tel:110>b</a>", "[a](mailto:a@b.example) [b](tel:110)"),
        ("<code><a href=b.html>a</a></code>", "[`a`](article:b)"),
        ("<a href=b.html><div>a</div><div>b</div></a>", "[a b](article:b)"),
        ("<a href=b.html><img src=a.png alt=a></a>", "[![a](picture:a-1.png)](article:b)"),
        (r"!<a href=b.html>c</a> \!<a href=b.html>c</a>", r"\![c](article:b) \\\![c](article:b)"),
        ("<h2>a<a class=headerlink href='#a'>¶</a></h2>", "## a"),
        ("<a name=x></a><a href='#'>a</a><a href=b.html></a>", "a"),
    ]);
    for (html, expected, kind) in [
        ("<a href=none.html>a</a>", "a", Kind::Link),
        ("<a href='#none'>a</a>", "a", Kind::Anchor),
        ("<a href='b.html#gone'>a</a>", "[a](article:b)", Kind::Anchor),
        ("<img src=a.png>", "![a](picture:a-1.png)", Kind::Description),
        ("a <img src=none.png alt='The gateway'>", "a The gateway", Kind::Picture),
        ("a <img src=none.png alt=Icon>", "a", Kind::Picture),
        ("<img src=https://a.example/b.png alt=c>", "[c](https://a.example/b.png)", Kind::Picture),
    ] {
        let (written, told) = converted(html);
        assert_eq!((written.text.as_str(), told), (expected, vec![kind]), "{html}");
    }
}

#[test]
fn what_is_no_text_is_left_out_and_told() {
    for (html, expected, kind) in [
        ("a<script>alert(1)</script>", "a", Kind::Script),
        ("a<style>p{}</style>", "a", Kind::Style),
        ("a<link rel=stylesheet href=x>", "a", Kind::Style),
        (
            "a <iframe src=https://a.example/b title=c><p>no</p></iframe>",
            "a [c](https://a.example/b)",
            Kind::Frame,
        ),
        ("a<object data=x.swf></object>", "a", Kind::Frame),
        (
            "a <video><source src=https://a.example/b.mp4></video>",
            "a [https://a.example/b.mp4](https://a.example/b.mp4)",
            Kind::Media,
        ),
        ("a<svg><text>no</text><script>x</script></svg>", "a", Kind::Drawing),
        ("a <svg><title>b</title></svg>", "a b", Kind::Drawing),
        ("a <math alttext='x^2'><mi>x</mi></math>", "a `x^2`", Kind::Formula),
        ("a<form><input></form>", "a", Kind::Form),
        ("<div>a<button>Copy</button></div>", "a", Kind::Form),
        ("<nav>x</nav><p>a</p>", "a", Kind::Navigation),
        (
            "<header>x</header><div role=search>x</div><p>a</p><aside>x</aside><footer>x</footer>",
            "a",
            Kind::Navigation,
        ),
        ("a<!--#include virtual='x'-->", "a", Kind::Include),
        ("a <span hidden>b</span><span hidden>c</span>", "a b / c", Kind::Hidden),
    ] {
        let (written, mut told) = converted(html);
        told.dedup();
        // A form is told as a form and as its controls.
        assert_eq!((written.text.as_str(), told), (expected, vec![kind]), "{html}");
    }
    assert_eq!(text("<p>Press <button>Save</button> now</p>"), "Press **Save** now");
    assert_eq!(
        text("<head><meta name=x><title>no</title></head><noscript>no</noscript><template>no</template>a"),
        "a"
    );
}

#[test]
fn fragments_belong_to_headings() {
    let html = "<h1 id=t>Title</h1><p id=a>a</p><a name=b></a><h2 id=c><a name=d>A</a></h2><p>x</p><pre id=e>e</pre>\
                <div id=f><h3>B</h3></div><p id=g></p>";
    let anchors: Vec<_> = converted(html).0.anchors.into_iter().collect();
    let expected = [("a", 0), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 2), ("g", 2), ("t", 0)]
        .map(|(a, n)| (a.to_owned(), n));
    assert_eq!(anchors, expected);
}

/// What a portal would do with a text beside showing words: raw HTML, and links and pictures that it must not follow.
fn harm(markdown: &str) -> Vec<String> {
    let mut harm = Vec::new();
    for event in commonmark::parser(markdown) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => harm.push(html.to_string()),
            Event::Start(Tag::Link { dest_url, .. }) if commonmark::link(&dest_url).is_none() => {
                harm.push(dest_url.to_string());
            }
            Event::Start(Tag::Image { dest_url, .. }) if commonmark::picture(&dest_url).is_none() => {
                harm.push(dest_url.to_string());
            }
            _ => {}
        }
    }
    harm
}

#[test]
fn pages_that_mean_no_good_become_words() {
    for html in [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<scr<script>ipt>alert(1)</script>",
        "&lt;<span>img src=x onerror=alert(1)</span>&gt;",
        "<a href=javascript:alert(1)>a</a> <a href='&#106;avascript:alert(1)'>a</a> <a href='java\nscript:alert(1)'>a</a>",
        "<a href='data:text/html,x'>a</a> <a href='vbscript:x'>a</a> <a href=' https://a.example'>a</a>",
        "<img src=javascript:alert(1) alt=a> <img src='data:image/svg+xml,x' alt=b> <img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
        "<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<p>[a](javascript:alert(1)) &lt;https://a.example&gt; ![b](https://a.example)</p>",
        "<p>[a]: javascript:alert(1)</p><p>[a]</p>",
        "<pre>```\n&lt;script&gt;</pre><p>&amp;lt;script&amp;gt;</p>",
        "<code>` &lt;b&gt; `</code><table><tr><td>`|<td>&lt;b&gt;<tr><td>\\|<td>a</table>",
        "<a href='https://a.example/)&lt;script&gt;'>a</a><a href='https://a.example/\\'>b</a>",
        "<h2>&lt;b&gt;</h2><ul><li>&lt;b&gt;</ul><blockquote>&lt;b&gt;</blockquote><dl><dt>&lt;b&gt;</dl>",
        "<!-- --!><b>a</b> --> <![CDATA[<b>]]> <?php echo '<b>' ?> <!doctype x [<!entity y '<b>'>]>",
        "\0<\0b>\0&#0;&#xFFFFFFFF;&#xD800;",
        "<p title=\"\u{202e}\">\u{202e}a</p>",
    ] {
        let markdown = text(html);
        assert_eq!(harm(&markdown), Vec::<String>::new(), "{html} became {markdown}");
    }
}

#[test]
fn pages_without_measure_are_read_all_the_same() {
    let deep = |name: &str| {
        format!("{}a{}b", format!("<{name}>").repeat(100_000), format!("</{name}>").repeat(100_000))
    };
    for name in ["div", "b", "ul", "blockquote", "table", "span", "x"] {
        let found = text(&deep(name));
        assert!(found.contains('a') && found.contains('b') && found.len() < 5_000, "{name}: {}", found.len());
    }
    let lists = text(&format!("{}a", "<ul><li>x".repeat(50_000)));
    assert!(lists.len() < 2_000_000, "{}", lists.len());
    let huge = format!("<a href='https://a.example/{0}'>a</a><img alt='{0}' src=x>", "x".repeat(1 << 20));
    assert!(text(&huge).starts_with("[a](https://"));
    let wide = format!(
        "<table><tr><td colspan=4000000000>a<td>b<tr>{}</table>",
        "<td rowspan=9999999 colspan=50>x".repeat(5_000)
    );
    assert!(text(&wide).len() < 1_000_000);
    text(&"<p>a<b>".repeat(100_000));
    text(&"<span hidden>a</span>".repeat(20_000));
    text(&"&amp;&lt;&#42;".repeat(100_000));
}

proptest! {
    #[test]
    fn no_page_does_harm(parts in prop::collection::vec(
        prop::sample::select(vec![
            "<p>", "</p>", "<b>", "</b>", "<i>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<a href='b.html'>",
            "</a>", "<a href='javascript:x'>", "<img src=a.png>", "<pre>", "</pre>", "<code>", "</code>", "<br>", "<h2>", "</h2>",
            "<blockquote>", "</blockquote>", "<dl>", "<dt>", "<dd>", "<svg>", "</svg>", "&lt;", "&gt;", "&amp;", "`", "*", "_", "[", "]",
            "(", ")", "!", "#", "|", "~", "\\", "\n", " ", "a", "script", "-", "1.", "+", ":", "\"", "'", "<", ">", "/",
        ]), 0..40)) {
        let html: String = parts.concat();
        let markdown = text(&html);
        let harm = harm(&markdown);
        prop_assert!(harm.is_empty(), "{html:?} became {markdown:?}: {harm:?}");
    }
}
