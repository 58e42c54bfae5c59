//! The peer: the backend's HTTP stack with nothing behind it.

use anyhow::{Context, Result};
use axum::{Router, extract::State, http::header::CONTENT_TYPE, response::IntoResponse};
use bytes::Bytes;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Answers every call, whatever its path and method, with `body`.
pub async fn serve(listen: SocketAddr, body: Bytes) -> Result<()> {
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    // In the words of the backend: whoever starts both waits for the same line.
    eprintln!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, Router::new().fallback(answer).with_state(body)).await?;
    Ok(())
}

/// Takes what was sent, as any backend has to before it can answer.
async fn answer(State(body): State<Bytes>, _sent: Bytes) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], body)
}
