//! Servers of our own: started on a port of this computer that is free, and ended with their owner.

use crate::process::{Running, command};
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Longer than the slowest start: a debug build that makes up demo tickets on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// What both our servers say once they can be called.
const READY: &str = "listening on http://";

/// One that can be called. Dropped, it is killed, as a power cut would.
pub struct Server {
    running: Running,
    origin: String,
    log: PathBuf,
}

/// One that was started, and may not listen yet.
pub struct Starting {
    running: Running,
    log: PathBuf,
}

/// The backend with the demo company, on a port that is free.
pub fn backend(program: &Path, data: &Path) -> Command {
    backend_of(program, Path::new("content/demo"), data)
}

/// The backend with the company in the folder `content`.
pub fn backend_of(program: &Path, content: &Path, data: &Path) -> Command {
    let mut serve = command(&program.to_string_lossy());
    serve.args(["serve", "--sign-in", "demo", "--no-watch", "--content"]).arg(content);
    serve.args(["--listen", "127.0.0.1:0", "--data"]).arg(data);
    // A line a call is what people want to read, and nobody here does.
    serve.env("RUST_LOG", "warn,guichet_backend::cli=info").env("NO_COLOR", "1");
    for setting in ["GUICHET_PORTAL", "GUICHET_BASE_PATH", "GUICHET_PUBLIC_URL", "GUICHET_ALLOW_ORIGIN"] {
        serve.env_remove(setting);
    }
    serve
}

/// Starts a server that writes into `log`, and waits until it can be called.
pub fn start(command: &mut Command, log: &Path) -> Result<Server> {
    launch(command, log)?.ready()
}

/// Starts a server that writes into `log`.
pub fn launch(command: &mut Command, log: &Path) -> Result<Starting> {
    let file = File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file).spawn();
    let child = child.with_context(|| format!("{} did not start", command.get_program().display()))?;
    Ok(Starting { running: Running(child), log: log.to_owned() })
}

impl Starting {
    /// Waits until it can be called.
    pub fn ready(mut self) -> Result<Server> {
        let began = Instant::now();
        loop {
            let said = fs::read_to_string(&self.log).unwrap_or_default();
            if let Some(origin) = origin(&said) {
                return Ok(Server { running: self.running, origin, log: self.log });
            }
            if let Some(status) = self.running.0.try_wait()? {
                bail!("the server ended ({status}) before it could be called: {}", said.trim());
            }
            if began.elapsed() > PATIENCE {
                bail!("the server could not be called after {} s: {}", PATIENCE.as_secs(), said.trim());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Server {
    /// `http://127.0.0.1:` and its port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where it listens.
    pub fn address(&self) -> Result<SocketAddr> {
        Ok(self.origin.trim_start_matches("http://").parse()?)
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.running.0.id()
    }

    /// Whether the process is still there.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.running.0.try_wait(), Ok(None))
    }

    /// What its log says of panics.
    pub fn panics(&self) -> Vec<String> {
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        said.lines().filter(|line| line.contains("panicked")).map(str::to_owned).collect()
    }
}

/// The address of a server that has said all of it.
fn origin(said: &str) -> Option<String> {
    let (_, rest) = said.split_once(READY)?;
    let (address, _) = rest.split_once(char::is_whitespace)?;
    Some(format!("http://{address}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_ready_once_its_whole_address_is_there() {
        let line = "INFO guichet_backend::cli: listening on http://127.0.0.1:4711 address=127.0.0.1:4711\n";
        assert_eq!(origin(line).as_deref(), Some("http://127.0.0.1:4711"));
        assert_eq!(origin("listening on http://127.0.0.1:4711\n").as_deref(), Some("http://127.0.0.1:4711"));
        assert_eq!(origin("listening on http://127.0.0.1:47"), None);
        assert_eq!(origin("INFO demo tickets added count=300\n"), None);
    }
}
