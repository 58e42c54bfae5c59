//! Parameters in the path and in the query.

use crate::service::Failure;
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

/// The parameters in the path. What is no id is no thing either.
pub async fn path<T: DeserializeOwned + Send>(parts: &mut Parts) -> Result<T, Failure> {
    let Path(path) = Path::from_request_parts(parts, &()).await.map_err(|_| Failure::NotFound)?;
    Ok(path)
}

/// The parameters in the query; what it does not know is left alone.
pub fn query<T: DeserializeOwned>(query: &str) -> Result<T, Failure> {
    serde_urlencoded::from_str(query).map_err(|_| Failure::BadParameter(culprit::<T>(query)))
}

/// The parameter that does not fit. Each is optional, so each must fit alone; where all do, one stands twice.
fn culprit<T: DeserializeOwned>(query: &str) -> String {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let fits = |pair: &(String, String)| {
        serde_urlencoded::to_string(&[pair][..])
            .is_ok_and(|alone| serde_urlencoded::from_str::<T>(&alone).is_ok())
    };
    let wrong = pairs.iter().find(|pair| !fits(pair));
    let twice = || {
        let known = |n: usize, name: &str| pairs.iter().take(n).any(|(other, _)| other == name);
        pairs.iter().enumerate().find(|(n, (name, _))| known(*n, name)).map(|(_, pair)| pair)
    };
    wrong.or_else(twice).map_or_else(|| "query".to_owned(), |(name, _)| name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::types::TicketQuery;

    #[test]
    fn the_parameter_that_does_not_fit_is_named() {
        let bad = |text| match query::<TicketQuery>(text) {
            Err(Failure::BadParameter(name)) => name,
            other => panic!("{other:?}"),
        };
        assert_eq!(bad("q=a&limit=many"), "limit");
        assert_eq!(bad("count=perhaps"), "count");
        assert_eq!(bad("limit=1&q=a&limit=2"), "limit");
        let good = query::<TicketQuery>("limit=20&later=1&q=a%20b").unwrap();
        assert_eq!((good.limit, good.q.as_deref()), (Some(20), Some("a b")));
    }
}
