//! Forms as they were published: the content holds the newest version of each alone.

use super::{
    Conn, StoreError,
    fields::{Fields, millis},
};
use chrono::{DateTime, Utc};
use guichet_rules::{form::Form, ids::FormId};
use std::collections::BTreeMap;

/// A version of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Which form.
    pub form: FormId,
    /// Which version.
    pub version: u32,
    /// The form by language.
    pub forms: BTreeMap<String, Form>,
}

/// Keeps forms. Of a version that is there already the words of now are kept: until it is followed by another, a slip of the
/// finger in it may be mended.
pub async fn keep(conn: &mut Conn, versions: &[Version], now: DateTime<Utc>) -> Result<(), StoreError> {
    let sql = "INSERT INTO form_versions (form, version, forms, published_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (form, version) DO UPDATE SET forms = excluded.forms \
               WHERE form_versions.forms <> excluded.forms";
    for version in versions {
        let forms = serde_json::to_string(&version.forms).map_err(|source| StoreError::Unreadable {
            column: "forms".to_owned(),
            source: Box::new(source),
        })?;
        let query = sqlx::query(sql)
            .bind(version.form.as_str())
            .bind(i64::from(version.version))
            .bind(forms)
            .bind(millis(now));
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

/// A version of a form, by language.
pub async fn find(
    conn: &mut Conn,
    form: &FormId,
    version: u32,
) -> Result<Option<BTreeMap<String, Form>>, StoreError> {
    let sql = "SELECT forms FROM form_versions WHERE form = $1 AND version = $2";
    let row = sqlx::query(sql).bind(form.as_str()).bind(i64::from(version)).fetch_optional(conn).await?;
    row.map(|row| Fields(&row).json("forms")).transpose()
}

/// The greatest version of a form that was ever published; 0 where none was.
pub async fn newest(conn: &mut Conn, form: &FormId) -> Result<u32, StoreError> {
    let sql = "SELECT COALESCE(MAX(version), 0) AS newest FROM form_versions WHERE form = $1";
    let row = sqlx::query(sql).bind(form.as_str()).fetch_one(conn).await?;
    Fields(&row).number("newest")
}
