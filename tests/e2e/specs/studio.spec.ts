// Those who write forms try them as anybody, mend what is wrong, and publish a new version.

import { account, axeInBothSchemes, expect, inEachLanguage, test, type Page } from "../fixtures";
import { everything } from "../pages/drafts";
import { fileActions, Line } from "../pages/files";
import { file, lookUp, PIXEL, radio } from "../pages/form";
import { tabTo } from "../pages/keys";
import { change, parts, rewrite, source, toggle } from "../pages/studio";
import { settled } from "../support/settle";
import { words } from "../support/words";

const HANA = "Hana Mori";

// They write into the same folder, though each into a file of its own.
test.describe.configure({ mode: "default" });

/** Nothing but the form's first question is waited for. */
async function open(page: Page, enter: (name: string, to: string) => Promise<void>, item: string, query = "") {
  await enter(HANA, `/studio/form/${item}${query}`);
  await settled(page);
}

inEachLanguage(() => {
  test("a form is found behind one's own initials, and is shown as people see it", async ({ page, enter, w }) => {
    await enter(HANA, "/");
    await account(page, w, HANA).click();
    await page.getByRole("link", { name: w("shell.forms") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("studio.title"));
    const t = (en: string, de: string) => (w.language === "de" ? de : en);
    await page.getByRole("link", { name: t("Docking station", "Dockingstation"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("Docking station", "Dockingstation"));
    const { editor, form, rules, save } = parts(page, w);
    await expect(editor).toHaveValue(source("docking-station"));
    await expect(form.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(rules.getByText(w("studio.required")).first()).toBeVisible();
    await expect(save).toHaveAccessibleDescription(w("studio.nothing_new"));
    await settled(page);
    await axeInBothSchemes(page);
  });
});

test("who only asks for things finds no forms to write", async ({ page, enter, w, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/studio\/forms\S*: 404$/);
  await enter("Aylin Kaya", "/");
  await account(page, w, "Aylin Kaya").click();
  await expect(page.getByRole("button", { name: w("shell.sign_out") })).toBeVisible();
  await expect(page.getByRole("link", { name: w("shell.forms") })).toHaveCount(0);
  for (const path of ["/studio", "/studio/form/docking-station"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_found_title"));
  }
});

test("a file that changes is shown as it is now", async ({ page, enter, w }) => {
  await open(page, enter, "desk-phone");
  const { editor, form } = parts(page, w);
  const question = (name: string) => form.getByRole("group", { name, exact: true });
  await question("Which phone?").getByRole("radio", { name: /^Cordless/ }).check();
  change("desk-phone", "Which phone?", "Which phone suits you?");
  await expect(question("Which phone suits you?")).toBeVisible();
  await expect(editor).toHaveValue(source("desk-phone"));
  // What was answered is still there.
  await expect(question("Which phone suits you?").getByRole("radio", { name: /^Cordless/ })).toBeChecked();
});

test("who typed something else decides, and loses nothing", async ({ page, enter, w }) => {
  await open(page, enter, "network-socket");
  const { editor, save } = parts(page, w);
  const lead = /^summary: .*$/m.exec(source("network-socket"))?.[0] ?? "";
  await rewrite(editor, lead, `# Mine\n${lead}`);
  change("network-socket", lead, `# Theirs\n${lead}`);
  const take = page.getByRole("button", { name: w("studio.take_theirs") });
  await expect(take).toBeVisible();
  await expect(editor).toHaveValue(/# Mine/);
  await expect(save).toHaveAccessibleDescription(w("studio.decide_first"));

  await take.click();
  await expect(editor).toHaveValue(/# Theirs/);
  await expect(editor).toBeFocused();
  await page.getByRole("button", { name: w("drafts.bring_back") }).click();
  await expect(editor).toHaveValue(/# Mine/);
  // It outlives the page, until it is saved.
  await page.reload();
  await expect(editor).toHaveValue(/# Mine/);
  await save.click();
  await expect(parts(page, w).saved).toBeVisible();
  expect(source("network-socket")).toContain("# Mine");
  expect(source("network-socket")).not.toContain("# Theirs");
});

test("the form of an order guide is tried as well", async ({ page, enter, w, company }) => {
  await enter(HANA, "/studio");
  await page.getByRole("link", { name: company.newEmployee.name, exact: true }).click();
  await expect(page).toHaveURL("/studio/form/guide.new-employee");
  const { editor, form } = parts(page, w);
  await expect(editor).toHaveValue(/^id: new-employee\n/);
  const question = (name: string) => form.getByRole("group", { name, exact: true });
  await question(company.newEmployee.model).getByRole("radio").first().check();
  await rewrite(editor, company.newEmployee.model, "Which laptop?");
  await expect(question("Which laptop?").getByRole("radio").first()).toBeChecked();
});

test("another person is asked other questions", async ({ page, enter, w }) => {
  await open(page, enter, "design-suite", "?step=2");
  const { form, rules } = parts(page, w);
  const end = form.getByLabel("When does the contract end?");
  await expect(form.getByRole("textbox", { name: "Cost centre" })).toBeVisible();
  await expect(end).toHaveCount(0);
  const fact = rules.getByRole("listitem").filter({ hasText: "When does the contract end?" });
  await expect(fact).toContainText(w("studio.hidden"));

  await page.getByRole("button", { name: new RegExp(`${w("studio.persona")} ${HANA}`) }).click();
  await lookUp(page, w("studio.persona"), "Lena", /Lena Hoffmann/);
  await expect(end).toBeVisible();
  await expect(fact).toContainText(w("studio.required"));
  await expect(fact).toContainText("Enter the last day of the contract");
  // What there is to choose from is theirs too.
  await lookUp(page, "On which computer?", "Think", /ThinkBook 16/);
});

test("the form speaks another language, and the page its own", async ({ page, enter, w }) => {
  const de = words("de");
  await open(page, enter, "design-suite");
  const { form } = parts(page, w);
  await page.getByRole("combobox", { name: w("studio.language") }).selectOption("de");
  await expect(form.getByRole("group", { name: "Welches Paket?" })).toBeVisible();
  await expect(form.getByRole("button", { name: de("requests.go_on") })).toBeVisible();
  await form.getByRole("button", { name: de("requests.go_on") }).click();
  await expect(form.getByRole("heading", { name: de("common.problem_title") })).toBeVisible();
  await expect(form.getByRole("link", { name: "Wählen Sie ein Paket" })).toBeVisible();
  await expect(form).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: w("studio.save"), exact: true })).toBeVisible();
});

test("no pattern makes the page stand still", async ({ page, enter, w }) => {
  await open(page, enter, "design-suite");
  const { editor, form } = parts(page, w);
  await form.getByRole("group", { name: "Which set?" }).getByRole("radio", { name: "Photo" }).check();
  await form.getByRole("button", { name: w("requests.go_on"), exact: true }).click();
  const centre = form.getByRole("textbox", { name: "Cost centre" });
  await expect(centre).toBeVisible();
  await rewrite(editor, 'pattern: "[0-9]{4}"', 'pattern: "([0-9]+)+x"');
  await rewrite(editor, "max_length: 4\n", "max_length: 60\n");
  // An engine that backtracks would try each of 2^49 ways.
  await centre.fill("1".repeat(50));
  // The form may come anew in between, as often as its file changed.
  await expect(async () => {
    await form.getByRole("button", { name: w("requests.check"), exact: true }).click();
    await expect(centre).toHaveAccessibleDescription(/Enter the cost centre, four digits/, { timeout: 1000 });
  }).toPass();
  await centre.fill(`${"1".repeat(50)}x`);
  await expect(centre).not.toHaveAccessibleDescription(/Enter the cost centre, four digits/);
});

test("a mistake is named with its line and what to do, and the last good form stays", async ({ page, enter, w }) => {
  await open(page, enter, "design-suite");
  const { editor, form, findings, save } = parts(page, w);
  const plan = form.getByRole("group", { name: "Which set?" });
  await expect(plan).toBeVisible();
  await rewrite(editor, "visible_when: {eq: [plan, everything]}", "visible_when: {eq: [plan, all]}");
  const line = source("design-suite").split("\n").findIndex((text) => text.includes("eq: [plan, everything]")) + 1;
  const found = findings.getByRole("listitem");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("'plan' has no option 'all'");
  await expect(found).toContainText("compare with a value that the question can have");
  await expect(save).toHaveAccessibleDescription(w("studio.mend_first", { count: 1 }));
  await expect(page.getByText(w("studio.behind"), { exact: true })).toBeVisible();
  await expect(plan).toBeVisible();

  await found.getByRole("button", { name: w("studio.line", { line: `${line}` }) }).click();
  await expect(editor).toBeFocused();
  const marked = await editor.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(marked).toBe("visible_when: {eq: [plan, all]}");

  // What is no YAML at all is no other case.
  await rewrite(editor, "form:", "form: [");
  await expect(findings).toContainText("this is no YAML");
  await expect(plan).toBeVisible();
  await editor.fill(source("design-suite"));
  await expect(found).toHaveCount(0);
  await expect(page.getByText(w("studio.behind"), { exact: true })).toHaveCount(0);
});

test("a change is tried, saved as a new version, and the old one stays readable", async ({ page, enter, w, as }) => {
  const api = await as("Aylin Kaya");
  const item = () => api.get<{ form: { id: string; version: number } }>("/catalog/items/keyboard-mouse");
  const { form: before } = await item();
  await open(page, enter, "keyboard-mouse");
  const { editor, form, save, saved } = parts(page, w);
  await rewrite(editor, 'en: "For which hand?"', 'en: "Which hand is it for?"');
  await rewrite(editor, "- id: hand", "- id: note\n          type: notice\n          text: {en: New, de: Neu}\n        - id: hand");
  await form.getByRole("checkbox", { name: /Vertical mouse/ }).check();
  await expect(form.getByRole("group", { name: "Which hand is it for?" })).toBeVisible();
  const news = page.getByRole("definition");
  await expect(news.filter({ hasText: "Which hand is it for?" })).toBeVisible();
  await expect(news.filter({ hasText: /^note$/ })).toBeVisible();

  const next = before.version + 1;
  await expect(save).toHaveText(w("studio.save_as", { version: `${next}` }));
  await save.click();
  await expect(saved).toContainText(w("studio.saved", { version: `${next}` }));
  await expect(saved).toContainText(w("studio.live"));
  await expect(editor).toHaveValue(new RegExp(`version: ${next}\\n`));
  await expect(save).toHaveAccessibleDescription(w("studio.nothing_new"));
  expect(source("keyboard-mouse")).toContain(`version: ${next}\n`);

  expect((await item()).form).toEqual({ id: before.id, version: next });
  const asked = async (version: number) => JSON.stringify(await api.get(`/forms/${before.id}@${version}`));
  expect(await asked(next)).toContain("Which hand is it for?");
  expect(await asked(before.version)).toContain("For which hand?");
});

test("who was faster is not overwritten", async ({ page, enter, w, as, watch }) => {
  // The page does not hear of it: the line was gone.
  await page.route("**/itsm/v1/events", (route) => route.abort());
  watch.expect(/^GET \/itsm\/v1\/events: net::ERR_FAILED$/, /^POST \/itsm\/v1\/studio\/forms\/esim-data\/versions: 412$/);
  await open(page, enter, "esim-data");
  const { editor, save, saved } = parts(page, w);
  const first = source("esim-data").split("\n")[0];
  change("esim-data", first, `${first} # theirs`);
  const hana = await as(HANA);
  const stored = async () => (await hana.get<{ source: string }>("/studio/forms/esim-data")).source;
  await expect.poll(stored).toContain("# theirs");

  await rewrite(editor, first, `${first} # mine`);
  await save.click();
  await page.getByRole("button", { name: w("drafts.keep_mine") }).click();
  expect(source("esim-data")).toContain("# theirs");
  await expect(editor).toHaveValue(/# mine/);
  await save.click();
  await expect(saved).toBeVisible();
  expect(source("esim-data")).toContain("# mine");
});

test("what the rules make of the answers is beside them, and nothing is sent or kept", async ({ page, enter, w }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    const tried = /\/studio\/(forms\/[^/]+\/check|lookups\/\w+)$/.test(pathname);
    if (request.method() !== "GET" && !tried) sent.push(pathname);
  });
  await open(page, enter, "docking-station");
  const { form, rules } = parts(page, w);
  const fact = (question: string) => rules.getByRole("listitem").filter({ hasText: question });
  await expect(fact("How many screens will you connect?")).toContainText("Enter a number from 1 to 3");
  await radio(page, "Which laptop is it for?", "Design 16").check();
  await form.getByRole("textbox", { name: "How many screens will you connect?" }).fill("2");
  await expect(fact("Which laptop is it for?")).toContainText(w("studio.answer", { answer: 'Design 16"' }));
  await expect(fact("How many screens will you connect?")).not.toContainText("Enter a number from 1 to 3");

  const show = (tab: string) => toggle(page, w("studio.rules_show"), w(tab)).click();
  await show("studio.tab_sent");
  const json = rules.getByRole("group", { name: w("studio.tab_sent") });
  await expect(json).toContainText('"laptop": "design-16"');
  await expect(json).toContainText('"screens": 2');
  await show("studio.tab_price");
  await expect(rules).toContainText("€249.00");
  await show("studio.tab_schema");
  await expect(rules.getByRole("group", { name: w("studio.tab_schema") })).toContainText('"design-16"');
  expect(sent).toEqual([]);
  expect(await everything(page)).not.toContain("design-16");
});

test("files that a form is tried with stay on the device", async ({ page, enter, w }) => {
  const line = await Line.of(page);
  await open(page, enter, "dashboard-request");
  const { editor, form, rules } = parts(page, w);
  const sketch = file("sketch.png", "image/png", PIXEL);
  await form.getByLabel("What do you look at today?").setInputFiles([sketch]);
  const { remove, preview } = fileActions(page, w, "sketch.png");
  // Pictures that are far away are not loaded yet.
  await preview.scrollIntoViewIfNeeded();
  await expect(preview).toHaveJSProperty("naturalWidth", 1);
  await expect(remove).toBeVisible();
  await toggle(page, w("studio.rules_show"), w("studio.tab_sent")).click();
  const sent = rules.getByRole("group", { name: w("studio.tab_sent") });
  await expect(sent).toContainText('"sample"');

  // It comes along when the form changes.
  await rewrite(editor, "A new dashboard", "A fresh dashboard");
  await expect(radio(page, "New or changed?", "A fresh dashboard")).toBeVisible();
  await expect(sent).toContainText('"sample"');
  await remove.click();
  await expect(remove).toHaveCount(0);
  await expect(sent).not.toContainText('"sample"');
  expect(line.calls).toEqual([]);
  expect(await everything(page)).not.toContain("sketch.png");
});

test("what could be sent is said, and not sent", async ({ page, enter, w }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (/\/itsm\/v1\/requests/.test(request.url())) sent.push(request.url());
  });
  await open(page, enter, "static-address");
  const { editor, form } = parts(page, w);
  // One question is enough.
  const text = source("static-address");
  const head = text.slice(0, text.indexOf("approvals:") > 0 ? text.indexOf("approvals:") : text.indexOf("form:"));
  await editor.fill(
    `${head}form:\n  version: 2\n  pages:\n    - id: one\n      title: {en: One, de: Eins}\n      questions:\n` +
      "        - {id: why, type: short_text, label: {en: Why?, de: Warum?}, required: true}\n",
  );
  const why = form.getByRole("textbox", { name: "Why?" });
  await expect(why).toBeVisible();
  await form.getByRole("button").last().click();
  await form.getByRole("link", { name: /Why\?/ }).click();
  await expect(why).toBeFocused();
  await why.fill("To print");
  await form.getByRole("button").last().click();
  await expect(form.getByText(w("studio.done"))).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByRole("button", { name: w("studio.again") }).click();
  await expect(why).toHaveValue("");
});

test("the text is written and saved by keyboard alone", async ({ page, enter, w }) => {
  await open(page, enter, "pdf-editor");
  const { editor, saved } = parts(page, w);
  await expect(editor).toHaveValue(source("pdf-editor"));
  await tabTo(page, editor);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# indented:");
  await page.keyboard.press("Tab");
  await page.keyboard.type("x");
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue(/# indented: {2}x$/);
  await page.keyboard.press("Control+z");
  await expect(editor).not.toHaveValue(/# indented: {2}x$/);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(editor).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(editor).not.toBeFocused();
  await page.keyboard.press("Control+s");
  await expect(saved).toBeVisible();
  expect(source("pdf-editor")).toContain("# indented:");
});

test("the form is looked at as on a phone, and in the dark", async ({ page, enter, w }) => {
  await open(page, enter, "keyboard-mouse");
  const { form } = parts(page, w);
  await expect(form.getByRole("heading", { level: 2 }).first()).toBeVisible();
  const width = async () => (await form.boundingBox())?.width ?? 0;
  await toggle(page, w("studio.width"), w("studio.width_phone")).click();
  await expect.poll(width).toBeLessThanOrEqual(360);
  const paper = () => form.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await paper();
  await toggle(page, w("studio.theme"), w("shell.theme_dark")).click();
  await expect.poll(paper).not.toBe(light);
  await axeInBothSchemes(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("text, form and rules follow one another", async ({ page, enter, w }) => {
    await open(page, enter, "desk-phone");
    const { editor, form, rules } = parts(page, w);
    await expect(form.getByRole("heading", { level: 2 }).first()).toBeVisible();
    const top = async (part: typeof form) => (await part.boundingBox())?.y ?? 0;
    expect(await top(editor)).toBeLessThan(await top(form));
    expect(await top(form)).toBeLessThan(await top(rules));
    await radio(page, "Which phone suits you?", "Cordless").or(radio(page, "Which phone?", "Cordless")).check();
    await axeInBothSchemes(page);
    await page.goto("/studio");
    await settled(page);
    await axeInBothSchemes(page);
  });
});
