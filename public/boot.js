// Starts the portal: configuration, messages and module are fetched side by side. No inline script, so that a strict
// content security policy holds; no HTML from strings, so that Trusted Types hold.
import init, { start } from "./guichet.js";

const MESSAGES = { en: "./messages-en.txt", de: "./messages-de.txt" };
// The words of every page but home, which the portal fetches itself.
const PAGES = { en: "./pages-en.txt", de: "./pages-de.txt" };
// Lines of the message file that are needed before the portal runs, or after it broke: src/messages/boot.*.toml.
const [CRASHED, CRASHED_TEXT, RELOAD, FAILED, FAILED_TEXT] = [0, 1, 2, 3, 4];
const FALLBACK = ["", "", "Reload", "Guichet could not be loaded", "Check your connection, then try again."];

let styles;
// The styles of every page but home.
const lateStyles = () =>
  (styles ??= new Promise((done, failed) => {
    const link = element("link", "");
    link.rel = "stylesheet";
    link.href = at("./pages.css");
    link.onload = done;
    link.onerror = () => {
      styles = null;
      link.remove();
      failed();
    };
    document.head.append(link);
  }));

const root = document.body;
const at = (name) => new URL(name, import.meta.url);
let words = FALLBACK;

function language(offered) {
  let kept = null;
  try {
    kept = localStorage.getItem("guichet:language");
  } catch {
    // Storage is switched off: go by the browser.
  }
  const wanted = [kept, ...(navigator.languages ?? [])].filter(Boolean).map((l) => l.toLowerCase().split("-")[0]);
  return wanted.find((l) => offered.includes(l) && MESSAGES[l]) ?? offered[0] ?? "en";
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

function tell(title, text) {
  const page = element("div", "page page--narrow message-page");
  page.setAttribute("role", "alert");
  const again = element("button", "button button--primary", words[RELOAD]);
  again.addEventListener("click", () => location.reload());
  page.append(element("h1", "page__title", words[title]), element("p", "page__lead", words[text]), again);
  root.replaceChildren(page);
  again.focus();
}

// What the device does for itself, fetched when it is first asked: the search in a worker.
const device = async (op, text) => (await import("./search.js"))[op](text);

async function text(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

// A panic ends the module, so the page that says so cannot be the portal's own. Small builds end with a trap and no words;
// builds that explain themselves say what happened on the console first, and raise the event.
function watchForPanics() {
  const crashed = () => setTimeout(() => tell(CRASHED, CRASHED_TEXT));
  const trapped = (error) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    // The page that embeds the portal may run modules of its own. Some browsers do not say which one it was.
    const stack = String(error.stack);
    if (stack.includes(at("./").href) || !/\.wasm\b/.test(stack)) crashed();
  };
  root.addEventListener("guichet:panic", crashed);
  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));
}

async function boot() {
  const module = init({ module_or_path: fetch(at("./guichet_bg.wasm"), { integrity: "__INTEGRITY__" }) });
  const guess = language(Object.keys(MESSAGES));
  const early = text(at(MESSAGES[guess]));
  const config = JSON.parse(await text(new URL("config.json", document.baseURI)));
  const chosen = language(config.languages ?? Object.keys(MESSAGES));
  const messages = chosen === guess ? await early : await text(at(MESSAGES[chosen]));
  words = messages.split("\n");
  document.documentElement.lang = chosen;
  await module;
  root.replaceChildren();
  watchForPanics();
  const all = Object.keys(PAGES).flatMap((l) => [l, at(MESSAGES[l]), at(PAGES[l])]);
  const files = [at(PAGES[chosen]), ...all].join(" ");
  if (!start(root, new URL(document.baseURI).pathname, config.backend ?? "", chosen, messages, files, device, lateStyles)) {
    throw new Error("the messages belong to another build");
  }
}

boot().catch((error) => {
  console.error(error);
  tell(FAILED, FAILED_TEXT);
});
