//! Running: answering calls until told to stop, and looking after what happens by itself.

use crate::{
    app::App,
    http::router,
    service::{sweep, writing},
};
use std::io;
use tokio::{net::TcpListener, time::MissedTickBehavior};

/// Answers calls until `stop` is done. Calls that run then are finished, and streams end.
pub async fn serve(
    app: App,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let router = router(app.clone())?;
    if let Err(error) = app.keep_forms().await {
        // They are tried again with the next change of the content; a full disk is no reason to answer nobody.
        tracing::warn!(%error, "the forms of now will not be there any more once they change");
    }
    // Without them people would read what was changed or retired since: better no answer than a wrong one.
    writing::take_published(&app).await.map_err(io::Error::other)?;
    let sweeper = tokio::spawn(sweep_often(app.clone()));
    let told = app.clone();
    let stopped = async move {
        stop.await;
        tracing::info!("stopping: calls that run are finished first");
        told.stop();
    };
    let served = axum::serve(listener, router).with_graceful_shutdown(stopped).await;
    app.stop();
    // It ends by itself once it has heard of the stop; a panic in it was logged.
    let _ = sweeper.await;
    app.store.close().await;
    served
}

async fn sweep_often(app: App) {
    let mut stopping = app.stopping();
    let mut times = tokio::time::interval(sweep::EVERY);
    times.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = stopping.changed() => return,
            _ = times.tick() => {}
        }
        match sweep::sweep(&app).await {
            Ok(0) => {}
            Ok(closed) => tracing::info!(closed, "tickets closed by themselves"),
            // The next time may go better; until then nothing is lost.
            Err(error) => tracing::warn!(%error, "sweeping failed"),
        }
    }
}
