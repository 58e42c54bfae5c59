//! Files, which are no JSON.

use crate::{
    client::{Client, Reply},
    key::key,
    walk::{Broken, Check, Walk, ensure, refused},
};
use guichet_contract::{BASE_PATH, Code, types::Attachment};

const TEXT: &str = "Conformance check, please ignore.\n";

/// Uploading, repeating and downloading.
pub(super) fn all(walk: &mut Walk) {
    if !walk.has("attachments") {
        return;
    }
    let once = key();
    let uploaded = walk.check("a file is taken once however often it is sent", |client| {
        // The boundary differs, as it does between two attempts of a browser.
        let first = attachment(&upload(client, &once, "one", "check.txt", TEXT)?)?;
        let second = attachment(&upload(client, &once, "two", "check.txt", TEXT)?)?;
        ensure(first.id == second.id, || "the second time it is another".to_owned())?;
        Ok(first)
    });
    if let Some(file) = uploaded {
        walk.check("a file comes back as it was, as a download that is not guessed at", |client| {
            download(client, &file)
        });
    }
    walk.check("a file without a key is refused with idempotency_key_missing", |client| {
        let call = client.post(&format!("{BASE_PATH}/attachments"));
        let (media_type, body) = multipart("three", "check.txt", TEXT);
        refused(&call.body(&media_type, body).send()?, Code::IdempotencyKeyMissing).map(drop)
    });
    walk.check("a page that calls itself a text is refused with file_type", |client| {
        let page = "<!doctype html><html><script>alert(1)</script></html>";
        refused(&upload(client, &key(), "four", "check.txt", page)?, Code::FileType).map(drop)
    });
    walk.check("a file that is not there is refused with not_found", |client| {
        refused(&client.get(&format!("{BASE_PATH}/attachments/0")).send()?, Code::NotFound).map(drop)
    });
}

fn multipart(boundary: &str, name: &str, text: &str) -> (String, String) {
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: text/plain\r\n\r\n{text}\r\n--{boundary}--\r\n"
    );
    (format!("multipart/form-data; boundary={boundary}"), body)
}

fn upload(client: &Client, key: &str, boundary: &str, name: &str, text: &str) -> Check<Reply> {
    let (media_type, body) = multipart(boundary, name, text);
    let call = client.post(&format!("{BASE_PATH}/attachments")).body(&media_type, body);
    Ok(call.header("Idempotency-Key", key).send()?)
}

fn attachment(reply: &Reply) -> Check<Attachment> {
    ensure(reply.status == 201, || {
        format!("the status is {} and not 201: {}", reply.status, reply.excerpt())
    })?;
    reply.json().map_err(|error| Broken::Otherwise(format!("the portal cannot read the reply: {error}")))
}

fn download(client: &Client, file: &Attachment) -> Check {
    let reply = client.get(&format!("{BASE_PATH}/attachments/{}", file.id)).send()?;
    ensure(reply.status == 200, || format!("the status is {}", reply.status))?;
    ensure(reply.body == TEXT.as_bytes(), || "the bytes are others".to_owned())?;
    let disposition = reply.header("content-disposition");
    ensure(disposition.starts_with("attachment"), || format!("Content-Disposition is '{disposition}'"))?;
    let options = reply.header("x-content-type-options");
    ensure(options.eq_ignore_ascii_case("nosniff"), || format!("X-Content-Type-Options is '{options}'"))?;
    ensure(reply.media_type() == file.media_type, || {
        format!("it was kept as {} and comes as {}", file.media_type, reply.media_type())
    })
}
