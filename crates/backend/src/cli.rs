//! The command line.

use clap::{Args, Parser, Subcommand};
use guichet_backend::{
    App,
    clock::Clock,
    config::{Config, Origin, SignIn, limits},
    content, demo, import, serve,
    store::{Store, tickets},
};
use std::{
    error::Error,
    fmt,
    io::{self, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// The file in the data folder.
const DATABASE: &str = "guichet.db";
/// Makes the tickets that screenshots and documentation show.
const SEED: u64 = 1;

/// Serves an IT service portal: catalog, requests, incidents, approvals and knowledge, from a folder of content.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
Examples:
  Try it out with the demo company and 300 tickets, then open http://127.0.0.1:8480
    guichet-backend serve --content content/demo --portal dist --demo-tickets 300

  See whether a content folder is right, without starting anything
    guichet-backend check --content content/demo

More or less in the log: RUST_LOG=warn, RUST_LOG=guichet_backend=debug"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API, and the portal if it is given
    Serve(Box<Serve>),
    /// Read a content folder and say everything that is wrong with it
    Check(Check),
    /// Fill a data folder with demo tickets
    Demo(Demo),
    /// Put what is written elsewhere into a content folder
    #[command(subcommand)]
    Import(Import),
}

#[derive(Debug, Subcommand)]
enum Import {
    /// Make articles of a folder of Markdown or HTML, and say what could not be carried over
    Knowledge(Box<Knowledge>),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  On this computer, with a portal that was built into dist/
    guichet-backend serve --content content/demo --portal dist

  Behind a proxy that takes https://help.example.com/it/ to this computer
    guichet-backend serve --content content --portal dist --base-path /it/ --public-url http://localhost:8480

  The API alone, for a portal that somebody else serves
    guichet-backend serve --content content --allow-origin https://intranet.example.com")]
struct Serve {
    /// Folder with what the company offers, see docs/content.md
    #[arg(long, env = "GUICHET_CONTENT", value_name = "DIR")]
    content: PathBuf,
    /// Folder for what people do; made if it is not there
    #[arg(long, env = "GUICHET_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Where to listen
    #[arg(long, env = "GUICHET_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8480")]
    listen: SocketAddr,
    /// Folder of the built portal
    #[arg(long, env = "GUICHET_PORTAL", value_name = "DIST")]
    portal: Option<PathBuf>,
    /// Path that browsers see the portal below, with a '/' at both ends
    #[arg(long, env = "GUICHET_BASE_PATH", value_name = "PATH", default_value = "/")]
    base_path: String,
    /// Where browsers find this backend, if not at the address that it listens on; https makes the cookies secure
    #[arg(long, env = "GUICHET_PUBLIC_URL", value_name = "URL")]
    public_url: Option<Origin>,
    /// Another origin whose pages may call the API with the reader's session; can be given several times
    #[arg(long, env = "GUICHET_ALLOW_ORIGIN", value_name = "ORIGIN", value_delimiter = ',')]
    allow_origin: Vec<Origin>,
    /// How people sign in. 'demo' lets anyone be anyone and is offered on this computer alone
    #[arg(long, env = "GUICHET_SIGN_IN", value_enum, default_value = "demo")]
    sign_in: SignIn,
    /// How many different people have to search for the same words on one day before those who look after the answers may
    /// read them; 2 at least
    #[arg(long, env = "GUICHET_LEARNING_PEOPLE", value_name = "N", default_value_t = limits::LEARNING_PEOPLE,
        value_parser = clap::value_parser!(u32).range(i64::from(limits::LEARNING_PEOPLE)..))]
    learning_people: u32,
    /// Begin with so many demo tickets, if there are none yet
    #[arg(long, value_name = "N", default_value_t = 0)]
    demo_tickets: usize,
    /// Read the content once instead of whenever a file changes
    #[arg(long)]
    no_watch: bool,
}

#[derive(Debug, Args)]
struct Check {
    /// Folder with what the company offers
    #[arg(long, env = "GUICHET_CONTENT", value_name = "DIR")]
    content: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  Fifty thousand tickets to measure with
    guichet-backend demo --content content/demo --data /tmp/large --tickets 50000 --seed 7")]
struct Demo {
    /// Folder with what the company offers
    #[arg(long, env = "GUICHET_CONTENT", value_name = "DIR")]
    content: PathBuf,
    /// Folder to fill; made if it is not there
    #[arg(long, env = "GUICHET_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// How many tickets
    #[arg(long, value_name = "N", default_value_t = 300)]
    tickets: usize,
    /// The same seed makes the same tickets
    #[arg(long, value_name = "S", default_value_t = SEED)]
    seed: u64,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  See first what would become of it
    guichet-backend import knowledge ~/wiki --into content --category software --owner service-desk --dry-run

  The help of a program, for the people of a group, with everything that was lost in a file
    guichet-backend import knowledge /usr/share/libreoffice/help/en-US --into content --language en \\
        --category software --visible-to employees --report report.json

Run again it takes over what changed, and leaves alone what was edited by hand. More: docs/import.md")]
struct Knowledge {
    /// Folder with the pages, .md and .html, and their pictures
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Content folder to put the articles into
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Language of the pages, if it is not the first of the company
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Shelf of pages that name none
    #[arg(long, value_name = "ID")]
    category: Option<String>,
    /// Group that keeps the articles right, if it is not service-desk
    #[arg(long, value_name = "GROUP")]
    owner: Option<String>,
    /// Group that may read the articles, if not everyone may
    #[arg(long, value_name = "GROUP")]
    visible_to: Option<String>,
    /// What the pages are called together, if not by their folder: an import with another name is another one
    #[arg(long, value_name = "NAME")]
    collection: Option<String>,
    /// When the pages were last looked at, where they do not say so [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    reviewed: Option<chrono::NaiveDate>,
    /// Write nothing, and say what would be done
    #[arg(long)]
    dry_run: bool,
    /// File for everything that could not be carried over, as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Writes to standard error, as much as `RUST_LOG` says.
pub fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Does what was typed.
pub async fn run(cli: Cli) -> Result<(), Box<dyn Error>> {
    match cli.command {
        Command::Serve(options) => run_serve(*options).await,
        Command::Check(options) => check(&options),
        Command::Demo(options) => fill(&options).await,
        Command::Import(Import::Knowledge(options)) => import_knowledge(*options),
    }
}

async fn run_serve(options: Serve) -> Result<(), Box<dyn Error>> {
    let config = Config {
        listen: options.listen,
        public_url: options.public_url,
        allow_origins: options.allow_origin,
        base_path: options.base_path,
        portal: options.portal,
        sign_in: options.sign_in,
        body_idle: limits::BODY_IDLE,
        learning_people: options.learning_people,
    };
    config.check()?;
    let content = content::load(&options.content)?;
    let store = open(&options.data).await?;
    let clock = Clock::system();
    if options.demo_tickets > 0 && tickets::count(&mut *store.read().await?).await? == 0 {
        let records = demo::generate(&content, options.demo_tickets, SEED, clock.now());
        let count = demo::import(&store, records).await?;
        demo::import_learning(&store, &content, SEED, clock.now()).await?;
        tracing::info!(count, "demo tickets added");
    }
    let app = App::new(config, content, store, clock);
    let listener = TcpListener::bind(app.config.listen).await?;
    let watch = if options.no_watch { None } else { Some(watch(&app, &options.content)?) };
    let address = listener.local_addr()?;
    tracing::info!(%address, content = %options.content.display(), "listening on http://{address}");
    serve(app, listener, asked_to_stop()).await?;
    drop(watch);
    Ok(())
}

/// Takes the content again whenever a file of it changes, for as long as what it gives is kept.
fn watch(app: &App, folder: &Path) -> Result<content::Watch, Box<dyn Error>> {
    let (app, runtime) = (app.clone(), tokio::runtime::Handle::current());
    let changed = move |found: Result<content::Content, Box<content::Broken>>| {
        let app = app.clone();
        runtime.spawn(async move {
            let told = match found {
                Ok(content) => app.replace_content(content).await,
                Err(broken) => app.content_broke(*broken).await,
            };
            if let Err(error) = told {
                // It is in use all the same; whoever looks at a page meanwhile sees it a little later.
                tracing::warn!(%error, "nobody was told that the content changed");
            }
        });
    };
    Ok(content::watch(folder, changed)?)
}

fn check(options: &Check) -> Result<(), Box<dyn Error>> {
    let content = content::load(&options.content)?;
    let company = content.in_language("");
    for warning in &content.warnings {
        print(format_args!("{warning:#}"))?;
    }
    print(format_args!(
        "{}: {} items, {} articles, {} people, in {}. Nothing is wrong.",
        company.name,
        company.items.len(),
        company.articles.len(),
        company.people.len(),
        content.languages.join(" and ")
    ))
}

async fn fill(options: &Demo) -> Result<(), Box<dyn Error>> {
    let content = content::load(&options.content)?;
    let store = open(&options.data).await?;
    let now = Clock::system().now();
    let records = demo::generate(&content, options.tickets, options.seed, now);
    let count = demo::import(&store, records).await?;
    demo::import_learning(&store, &content, options.seed, now).await?;
    store.close().await;
    print(format_args!("{count} demo tickets were added to {}.", options.data.join(DATABASE).display()))
}

fn import_knowledge(options: Knowledge) -> Result<(), Box<dyn Error>> {
    let import = import::Options {
        from: options.folder,
        into: options.into,
        collection: options.collection,
        language: options.language,
        category: options.category,
        owner: options.owner,
        visible_to: options.visible_to,
        reviewed: options.reviewed.unwrap_or_else(|| Clock::system().now().date_naive()),
        dry_run: options.dry_run,
    };
    let report = import::knowledge(&import, &mut |done, all| {
        // Smaller folders are done before anybody asks.
        if done > 0 && done.is_multiple_of(2_000) {
            eprintln!("{}% done", done * 100 / all);
        }
    })?;
    if let Some(file) = &options.report {
        std::fs::write(file, serde_json::to_vec_pretty(&report)?)
            .map_err(|error| format!("the report cannot be written to {}: {error}", file.display()))?;
    }
    print(format_args!("{report}"))?;
    if !report.findings.is_empty() && options.report.is_none() {
        print(format_args!("\nEach with its file and line: add --report report.json"))?;
    }
    if report.carried() == 0 {
        return Err("no page became an article; what to do stands beside each kind above".into());
    }
    Ok(())
}

/// Writes a line for whoever called. Where they stopped reading (`… | head`), that is no failure.
fn print(line: fmt::Arguments<'_>) -> Result<(), Box<dyn Error>> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

async fn open(data: &Path) -> Result<Store, Box<dyn Error>> {
    std::fs::create_dir_all(data)?;
    Ok(Store::open(&data.join(DATABASE)).await?)
}

/// Ctrl-C, or what a service manager sends.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without signals there is nothing to wait for but the end of the process.
    if interrupt.await.is_err() {
        std::future::pending::<()>().await;
    }
}
