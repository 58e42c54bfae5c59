//! The load: connections that stay open, each of which makes its next call as soon as the last one is answered.

use crate::{plan::Plan, seen::Seen};
use anyhow::{Context, Result, bail};
use bytes::Bytes;
use clap::Args;
use http_body_util::{BodyExt, Full};
use hyper::{
    Request, StatusCode,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use std::{fs, path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    net::TcpStream,
    time::{Instant, sleep, timeout_at},
};

/// Not measured: caches fill, connections open, the processor wakes up.
const WARM_UP: Duration = Duration::from_secs(1);
/// How long a call may take past the end before it counts as unanswered.
const PATIENCE: Duration = Duration::from_secs(10);
/// Before a connection that failed is tried again: long enough not to be a load of its own.
const PAUSE: Duration = Duration::from_millis(10);

/// What to call.
#[derive(Debug, Args)]
pub struct Options {
    /// What to call, on one server; each connection goes round all of them
    #[arg(long, value_name = "URL", required = true, num_args = 1..)]
    url: Vec<String>,
    /// Who to be; the connections are dealt out to several
    #[arg(long, value_name = "NAME=VALUE")]
    cookie: Vec<String>,
    /// How many connections
    #[arg(long, value_name = "N", default_value_t = 16)]
    connections: usize,
    /// How long to measure, after a second that is not
    #[arg(long, value_name = "S", default_value_t = 5.0)]
    seconds: f64,
    /// Post this, with a new Idempotency-Key each time, instead of reading
    #[arg(long, value_name = "FILE")]
    create: Option<PathBuf>,
    /// Add a parameter to each address that no other has, so that no answer can be one that was kept
    #[arg(long)]
    fresh: bool,
}

/// When it is measured.
#[derive(Debug, Clone, Copy)]
struct Window {
    from: Instant,
    until: Instant,
}

/// Makes the load; gives the figures.
pub async fn run(options: &Options) -> Result<Value> {
    let sensible = options.seconds > 0.0 && options.seconds <= 3600.0;
    if options.connections == 0 || !sensible {
        bail!("there have to be at least one connection, and between 0 and 3600 seconds");
    }
    let body = match &options.create {
        Some(file) => {
            let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
            Some(Bytes::from(bytes))
        }
        None => None,
    };
    let plan = Arc::new(Plan::new(&options.url, &options.cookie, body, options.fresh)?);
    let from = Instant::now() + WARM_UP;
    let window = Window { from, until: from + Duration::from_secs_f64(options.seconds) };
    let connections: Vec<_> = (0..options.connections)
        .map(|number| {
            let plan = Arc::clone(&plan);
            tokio::spawn(async move {
                let mut seen = Seen::default();
                if timeout_at(window.until + PATIENCE, call(&plan, number, window, &mut seen)).await.is_err()
                {
                    seen.errors += 1;
                }
                seen
            })
        })
        .collect();
    let mut all = Seen::default();
    for connection in connections {
        all.add(connection.await?);
    }
    Ok(all.report(options.seconds))
}

/// One connection's calls.
async fn call(plan: &Plan, number: usize, window: Window, seen: &mut Seen) {
    let mut open: Option<SendRequest<Full<Bytes>>> = None;
    // Each begins at another address, or all would ask for the same at the same time.
    let mut turn = number;
    loop {
        let began = Instant::now();
        if began >= window.until {
            return;
        }
        let answered = once(plan, &mut open, number, turn).await;
        let ended = Instant::now();
        turn += 1;
        let good = answered.as_ref().is_ok_and(StatusCode::is_success);
        if !good {
            // Also outside the measured time: figures of a load that was refused mean nothing.
            seen.errors += 1;
        } else if began >= window.from && ended <= window.until {
            seen.call(ended - began);
        }
        if answered.is_err() {
            open = None;
            sleep(PAUSE).await;
        }
    }
}

/// One call, over the connection that is open or a new one; gives the status once the whole answer is there.
async fn once(
    plan: &Plan,
    open: &mut Option<SendRequest<Full<Bytes>>>,
    number: usize,
    turn: usize,
) -> Result<StatusCode> {
    let request = plan.call(number, turn)?;
    let mut connection = match open.take() {
        Some(connection) if !connection.is_closed() => connection,
        _ => connect(&plan.authority).await?,
    };
    let status = send(&mut connection, request).await?;
    *open = Some(connection);
    Ok(status)
}

async fn send(
    connection: &mut SendRequest<Full<Bytes>>,
    request: Request<Full<Bytes>>,
) -> Result<StatusCode> {
    connection.ready().await?;
    let response = connection.send_request(request).await?;
    let status = response.status();
    let mut body = response.into_body();
    while let Some(part) = body.frame().await {
        part?;
    }
    Ok(status)
}

async fn connect(authority: &str) -> Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(authority).await?;
    // A call is one small write; held back for more, it would wait for nothing.
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await?;
    tokio::spawn(async move {
        // How it ended is seen by the call that it ended in.
        let _ = connection.await;
    });
    Ok(sender)
}
