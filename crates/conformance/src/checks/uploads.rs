//! Files in pieces, after tus 1.0.

use crate::{
    client::{Call, Client, Reply},
    key::key,
    walk::{Broken, Check, Walk, ensure, refused, success},
};
use guichet_contract::{
    BASE_PATH, Code, NoQuery,
    endpoints::{GetUpload, UploadPath},
    tus,
    types::Upload,
    url,
};
use guichet_rules::ids::UploadId;

const TEXT: &str = "Conformance check in two pieces, please ignore.\n";

/// Beginning, going on, asking and ending.
pub(super) fn all(walk: &mut Walk) {
    if !walk.has("uploads") {
        return;
    }
    walk.check("a file arrives in pieces, and where the next one begins is told", in_pieces);
    walk.check("an upload is begun once however often it is sent", |client| {
        let once = key();
        let first = begun(&create(client, &once, TEXT.len())?)?;
        let second = begun(&create(client, &once, TEXT.len())?)?;
        ensure(first.id == second.id, || "the second time it is another".to_owned())
    });
    walk.check("a piece that begins elsewhere is refused with wrong_offset", |client| {
        let upload = begun(&create(client, &key(), TEXT.len())?)?;
        refused(&append(client, &upload.id, 7, TEXT)?, Code::WrongOffset).map(drop)
    });
    walk.check("an upload that was ended is gone", |client| {
        let upload = begun(&create(client, &key(), TEXT.len())?)?;
        let ended = spoken(client.delete(&address(&upload.id))).send()?;
        ensure(ended.status == 204, || format!("the status is {}: {}", ended.status, ended.excerpt()))?;
        refused(&client.get(&address(&upload.id)).send()?, Code::NotFound).map(drop)
    });
    walk.check("a page in pieces that calls itself a text is refused with file_type", |client| {
        let page = "<!doctype html><html><script>alert(1)</script></html>";
        let upload = begun(&create(client, &key(), page.len())?)?;
        refused(&append(client, &upload.id, 0, page)?, Code::FileType).map(drop)
    });
    walk.check("a call that does not speak tus is refused with tus_version", |client| {
        let call = client.post(&format!("{BASE_PATH}{}", tus::PATH)).header("Idempotency-Key", key());
        refused(&call.send()?, Code::TusVersion).map(drop)
    });
}

fn in_pieces(client: &Client) -> Check {
    let upload = begun(&create(client, &key(), TEXT.len())?)?;
    let (first, rest) = TEXT.split_at(TEXT.len() / 2);
    received(&append(client, &upload.id, 0, first)?, 204, first.len())?;
    received(&spoken(client.head(&address(&upload.id))).send()?, 200, first.len())?;
    received(&append(client, &upload.id, first.len(), rest)?, 204, TEXT.len())?;
    let path = UploadPath { upload: upload.id };
    let whole = success::<GetUpload>(&client.get(&url::<GetUpload>(&path, &NoQuery {})).send()?)?;
    let file = whole.attachment.ok_or_else(|| Broken::Otherwise("there is no 'attachment'".to_owned()))?;
    let download = client.get(&format!("{BASE_PATH}/attachments/{}", file.id)).send()?;
    ensure(download.body == TEXT.as_bytes(), || "the bytes are others".to_owned())
}

fn address(upload: &UploadId) -> String {
    format!("{BASE_PATH}{}/{upload}", tus::PATH)
}

fn spoken(call: Call<'_>) -> Call<'_> {
    call.header("Tus-Resumable", tus::VERSION)
}

fn create(client: &Client, key: &str, length: usize) -> Check<Reply> {
    let call = spoken(client.post(&format!("{BASE_PATH}{}", tus::PATH))).header("Idempotency-Key", key);
    let call = call.header("Upload-Length", length.to_string());
    Ok(call.header("Upload-Metadata", tus::metadata("check.txt", "text/plain")).send()?)
}

fn begun(reply: &Reply) -> Check<Upload> {
    ensure(reply.status == 201, || {
        format!("the status is {} and not 201: {}", reply.status, reply.excerpt())
    })?;
    let upload: Upload = reply
        .json()
        .map_err(|error| Broken::Otherwise(format!("the portal cannot read the reply: {error}")))?;
    let location = reply.header("location");
    ensure(location.ends_with(&format!("/{}", upload.id)), || {
        format!("Location is '{location}' and does not lead to '{}'", upload.id)
    })?;
    Ok(upload)
}

fn append(client: &Client, upload: &UploadId, offset: usize, piece: &str) -> Check<Reply> {
    let call = spoken(client.patch(&address(upload))).header("Upload-Offset", offset.to_string());
    Ok(call.body(tus::MEDIA_TYPE, piece).send()?)
}

/// A reply that says that so many bytes are there.
fn received(reply: &Reply, status: u16, bytes: usize) -> Check {
    ensure(reply.status == status, || {
        format!("the status is {} and not {status}: {}", reply.status, reply.excerpt())
    })?;
    let told = reply.header("upload-offset");
    ensure(told == bytes.to_string(), || format!("Upload-Offset is '{told}' and not {bytes}"))?;
    let spoken = reply.header("tus-resumable");
    ensure(spoken == tus::VERSION, || format!("Tus-Resumable is '{spoken}'"))
}
