// The controls of the rarer questions: rows, ranges, what is filled in, and a form that has one of each.

import { expect, inEachLanguage, test } from "../fixtures";
import { ASKED, asked, EXTRAS, KIND, options, PART } from "../pages/asked";
import { everything } from "../pages/drafts";
import { expectMistake, inDays, lookUp, mistakes, PIXEL, radio, receipt } from "../pages/form";
import { toCheck } from "../pages/laptop";

test("a row is added, pointed at, and taken away", async ({ page, enter, w, as }) => {
  await enter("Aylin Kaya", "/services/guest-wifi/request");
  const send = page.getByRole("button", { name: "Request guest Wi-Fi", exact: true });
  await lookUp(page, "Where are the guests?", "Ber", /Berlin/);
  await page.getByLabel("From which day?").fill(inDays(7));
  await page.getByRole("textbox", { name: "How many guests?" }).fill("2");

  const add = page.getByRole("button", { name: w("requests.add_row_of", { thing: "Guest" }) });
  const row = (n: number) => page.getByRole("group", { name: `Guest ${n}`, exact: true });
  const name = (n: number) => row(n).getByRole("textbox", { name: "Name" });
  await expect(name(1)).toBeVisible();
  await send.click();
  await mistakes(page, w).getByRole("link", { name: "Enter the name of at least one guest" }).click();
  await expect(add).toBeFocused();

  // Half a row is one that lacks something; a row that nobody touched is none.
  await row(1).getByRole("textbox", { name: "Company" }).fill("Norsk Optikk AS");
  await add.click();
  await expect(name(2)).toBeFocused();
  await send.click();
  const lacking = mistakes(page, w).getByRole("link");
  await expect(lacking).toHaveText([w("requests.in_row", { row: "Guest 1", words: "Enter the name" })]);
  await lacking.click();
  await expect(name(1)).toBeFocused();
  await expectMistake(name(1), "Enter the name");
  await name(1).fill("Ingeborg Haugen");
  await expect(mistakes(page, w)).toHaveCount(0);

  await name(2).fill("Daniel Osei");
  await row(1).getByRole("button", { name: `${w("requests.remove")} Guest 1` }).click();
  await expect(row(2)).toHaveCount(0);
  await expect(name(1)).toHaveValue("Daniel Osei");
  await expect(add).toBeFocused();
  await page.reload();
  await expect(name(1)).toHaveValue("Daniel Osei");

  await send.click();
  const id = await receipt(page);
  const ticket = await (await as("Aylin Kaya")).ticket(id);
  expect(JSON.stringify(ticket)).toContain("Guest 1: Name: Daniel Osei");
});

test("Enter goes on from any field, also from one of several, as the button would", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services/guest-wifi/request");
  const guests = page.getByRole("textbox", { name: "How many guests?" });
  await guests.fill("2");
  await guests.press("Enter");
  const wrong = mistakes(page, w).getByRole("link");
  await expect(wrong.first()).toBeVisible();
  const before = await wrong.count();
  await lookUp(page, "Where are the guests?", "Ber", /Berlin/);
  await expect(wrong).toHaveCount(before - 1);
  await page.getByLabel("From which day?").fill(inDays(7));
  const name = page.getByRole("group", { name: "Guest 1", exact: true }).getByRole("textbox", { name: "Name" });
  await name.fill("Daniel Osei");
  await expect(wrong).toHaveCount(0);
  await name.press("Enter");
  await receipt(page);
});

test("a range has two days, in order and not too far apart", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services/loan-laptop/request");
  const range = page.getByRole("group", { name: "From when until when?" });
  const first = range.getByLabel(w("requests.range_from"));
  const last = range.getByLabel(w("requests.range_to"));
  await first.fill(inDays(10));
  await page.getByRole("button", { name: /Borrow a laptop|Check/ }).click();
  await mistakes(page, w).getByRole("link", { name: w("requests.wrong_range") }).click();
  await expect(first).toBeFocused();
  await last.fill(inDays(5));
  await expect(range).toContainText(w("requests.wrong_reversed"));
  await last.fill(inDays(50));
  await expect(range).toContainText("Choose a last day within four weeks of the first");
  await last.fill(inDays(12));
  await expect(range).not.toContainText("Choose a last day within four weeks of the first");
});

test("what is known of somebody is filled in, by its name", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services/new-colleague/request");
  await page.getByRole("textbox", { name: "What is the new colleague’s name?" }).fill("Ines Ferreira");
  await radio(page, "How is the person employed?", "Intern or working student").check();
  await page.getByLabel("When is the first day?").fill(inDays(14));
  await page.getByLabel("When is the last day?").fill(inDays(120));
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expect(page.getByRole("button", { name: /Who will the person report to\? Aylin Kaya/ })).toBeVisible();
  const centre = page.getByRole("button", { name: /Cost centre Product design/ });
  await centre.click();
  await lookUp(page, "Cost centre", "softw", /Software/);
  await expect(page.getByRole("button", { name: /Cost centre Software/ })).toBeVisible();
});

/** One question of each kind that has a control of its own. */
const QUESTIONS = [
  { id: "picture", type: "image", src: `data:image/png;base64,${PIXEL.toString("base64")}`, alt: "A dot" },
  { id: "note", type: "rich_text", label: "Note" },
  { id: "budget", type: "currency", label: "Budget", min: 1000 },
  {
    id: "place",
    type: "tree",
    label: "Place",
    required: true,
    levels: ["Country", "City"],
    options: [
      { id: "germany", label: "Germany", children: [{ id: "berlin", label: "Berlin" }] },
      { id: "japan", label: "Japan" },
    ],
  },
  { id: "start", type: "time", label: "Start", earliest: "08:00" },
  { id: "meeting", type: "date_time", label: "Meeting" },
  { id: "stay", type: "date_range", label: "Stay" },
  { id: "length", type: "duration", label: "Length", max: 7200 },
  { id: "mail", type: "email", label: "Mail" },
  { id: "machine", type: "ip_address", label: "Machine", network: true },
  { id: "mood", type: "rating", label: "Mood", low_label: "bad", high_label: "good" },
  { id: "pin", type: "masked", label: "PIN" },
  {
    id: "tools",
    type: "many_choice",
    label: "Tools",
    display: "list",
    options: options("Hammer", "Saw", "Screwdriver"),
  },
  { id: "boss", type: "person", label: "Boss" },
  {
    id: "device",
    type: "single_choice",
    label: "Device",
    options_source: { list: "assets", narrowed_by: { person: "boss" } },
  },
  {
    id: "lines",
    type: "rows",
    label: "Lines",
    questions: [
      { id: "count", type: "number", label: "Count", integer: true },
      { id: "each", type: "currency", label: "Each" },
      {
        id: "line",
        type: "computed",
        label: "Line",
        money: true,
        formula: { product: [{ answer: "count" }, { answer: "each" }] },
      },
    ],
  },
  { id: "sum", type: "computed", label: "Sum", money: true, formula: { total: ["lines", { answer: "line" }] } },
];

test("one of each, filled in and read back", async ({ page, enter, w }) => {
  await asked(page, QUESTIONS);
  await enter("Aylin Kaya", ASKED);
  await expect(page.getByRole("img", { name: "A dot" })).toBeVisible();
  const main = page.getByRole("main");
  const box = (name: string) => main.getByRole("textbox", { name });

  await box("Note").fill("We need **two**");
  await expect(page.getByRole("strong").filter({ hasText: "two" })).toBeVisible();
  await box("Budget").fill("5");
  const place = page.getByRole("group", { name: "Place" });
  await place.getByLabel("Country").selectOption("Germany");
  await main.getByLabel("Start").fill("07:30");
  await main.getByLabel("Meeting").fill("2031-03-04T09:30");
  await page.getByLabel(w("requests.range_from")).fill("2031-03-04");
  await page.getByLabel(w("requests.range_to")).fill("2031-03-06");
  const length = page.getByRole("group", { name: "Length" });
  await length.getByLabel(w("requests.hours")).fill("3");
  await box("Mail").fill("nobody");
  await box("Machine").fill("10.0.0.0/33");
  await radio(page, "Mood", "4").check();
  await main.getByLabel("PIN").fill("1234");
  await expect(main.getByLabel("PIN")).toHaveAttribute("type", "password");
  for (const tool of ["Saw", "Hammer"]) {
    const tools = page.getByRole("group", { name: "Tools" });
    await tools.getByRole("combobox").fill(tool.slice(0, 2).toLowerCase());
    await page.getByRole("option", { name: tool }).click();
  }
  await expect(page.getByRole("group", { name: "Device" })).toContainText(
    w("requests.answer_first", { question: "Boss" }),
  );

  await toCheck(page, w).click();
  await expect(mistakes(page, w).getByRole("link")).toHaveText([
    w.like("requests.wrong_too_small"),
    w("requests.wrong_unspecific"),
    w("requests.wrong_time_too_early", { time: "08:00" }),
    w.like("requests.wrong_too_great"),
    w("requests.wrong_email"),
    w("requests.wrong_network"),
  ]);
  await mistakes(page, w).getByRole("link", { name: w("requests.wrong_unspecific") }).click();
  await expect(place.getByLabel("Country")).toBeFocused();

  await box("Budget").fill("1,250.50");
  await place.getByLabel("City").selectOption("Berlin");
  await main.getByLabel("Start").fill("08:30");
  await length.getByLabel(w("requests.hours")).fill("1");
  await length.getByLabel(w("requests.minutes")).fill("30");
  await box("Mail").fill("aylin@nordlicht.example");
  await box("Machine").fill("10.0.0.0/24");
  await page.getByRole("button", { name: `${w("requests.remove")} Saw` }).click();
  const line = page.getByRole("group", { name: w("requests.row", { number: 1 }) });
  await line.getByRole("textbox", { name: "Count" }).fill("3");
  await line.getByRole("textbox", { name: "Each" }).fill("2.50");
  await expect(line.getByRole("status")).toHaveText("€7.50");
  await expect(mistakes(page, w)).toHaveCount(0);

  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("definition").getByRole("strong").filter({ hasText: "two" })).toBeVisible();
  for (const answer of [
    "€1,250.50",
    "Germany › Berlin",
    "08:30",
    "4 March 2031, 09:30",
    w("requests.range", { from: "4 March 2031", to: "6 March 2031" }),
    w("common.h_min", { hours: 1, minutes: 30 }),
    "10.0.0.0/24",
    w("requests.rating_of", { max: 5, number: 4 }),
    "••••••",
    "Hammer",
  ]) {
    await expect(page.getByRole("definition").filter({ hasText: answer }).first(), answer).toBeVisible();
  }
  await expect(main).not.toContainText("1234");
  await expect(page.getByRole("definition").filter({ hasText: "€7.50" })).toHaveCount(2);
});

inEachLanguage(() => {
  test("a number is read back with every digit that was typed", async ({ page, enter, w, language }) => {
    const local = (text: string) =>
      language === "de" ? text.replace(/[.,]/g, (sign) => (sign === "." ? "," : ".")) : text;
    const numbers = [
      ["1.23456", "1.23456"],
      ["0.0000001", "0.0000001"],
      ["1234567.891234", "1,234,567.891234"],
      ["98.50", "98.5"],
      ["42", "42"],
    ].map(([typed, read], n) => ({ id: `n-${n}`, label: `Number ${n}`, typed: local(typed), read: local(read) }));
    const least = { id: "least", type: "number", label: "Least", min: 0.0005 };
    await asked(page, [...numbers.map(({ id, label }) => ({ id, label, type: "number" })), least]);
    await enter("Aylin Kaya", ASKED);
    for (const { label, typed } of numbers) await page.getByRole("textbox", { name: label }).fill(typed);
    await page.getByRole("textbox", { name: "Least" }).fill(local("0.0001"));
    await toCheck(page, w).click();
    await expect(mistakes(page, w).getByRole("link")).toHaveText([
      w("requests.wrong_too_small", { min: local("0.0005") }),
    ]);
    await page.getByRole("textbox", { name: "Least" }).fill("");
    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    for (const { label, read } of numbers) {
      const row = page.getByRole("definition").filter({ hasText: new RegExp(`^${read.replaceAll(".", "\\.")}$`) });
      await expect(row, label).toHaveCount(1);
    }
  });
});

test("an answer that is not needed is taken back, and so is one that is no longer on offer", async ({ page, enter, w }) => {
  const [screen] = PART.options;
  await asked(page, [
    KIND,
    { ...PART, required: false },
    { ...PART, id: "list", label: "List", required: false, display: "select", options: [screen] },
    { id: "care", type: "yes_no", label: "Care plan" },
    { id: "bag", type: "yes_no", label: "Bag", default: false },
    { id: "mood", type: "rating", label: "Mood", max: 3 },
  ]);
  await enter("Aylin Kaya", ASKED);
  const back = (question: string) => page.getByRole("button", { name: `${w("requests.take_back")} ${question}` });
  const group = (question: string) => page.getByRole("group", { name: question });
  // There is nothing to choose from yet, and that is said.
  await expect(page.getByText(w("lookup.none"))).toHaveCount(2);

  await radio(page, "Kind", "Hardware").check();
  await expect(page.getByText(w("lookup.none"))).toHaveCount(0);
  // What is needed is chosen otherwise, and not taken back.
  await expect(back("Kind")).toHaveCount(0);
  // Nor is what the form begins with.
  await expect(radio(page, "Bag", w("common.no"))).toBeChecked();
  await expect(back("Bag")).toHaveCount(0);
  await radio(page, "Bag", w("common.yes")).check();
  await expect(back("Bag")).toBeVisible();
  for (const [question, answer] of [
    ["Care plan", w("common.yes")],
    ["Mood", "2"],
  ]) {
    await expect(back(question)).toHaveCount(0);
    await radio(page, question, answer).check();
    await back(question).click();
    await expect(group(question).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(group(question).getByRole("radio").first()).toBeFocused();
    await expect(back(question)).toHaveCount(0);
  }

  await radio(page, "Part", "Screen").check();
  await page.getByLabel("List").selectOption("Screen");
  await expect(back("List")).toHaveCount(0);
  await radio(page, "Kind", "Access").check();
  await toCheck(page, w).click();
  // The same is wrong with both, so each is named.
  const gone = (row: string) => w("requests.in_row", { row, words: w("requests.wrong_no_such_option") });
  await expect(mistakes(page, w).getByRole("link")).toHaveText([gone("Part"), gone("List")]);
  await back("Part").click();
  await back("List").click();
  await expect(mistakes(page, w)).toHaveCount(0);
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("main")).not.toContainText("Screen");
});

test("an answer that may not be changed is read as it was chosen", async ({ page, enter }) => {
  await asked(page, [KIND, { ...EXTRAS, default: ["dock", "bag"], read_only_when: { eq: ["kind", "access"] } }]);
  await enter("Aylin Kaya", ASKED);
  await expect(page.getByRole("checkbox", { name: "Bag" })).toBeChecked();
  await radio(page, "Kind", "Access").check();
  const extras = page.getByRole("textbox", { name: "Extras" });
  await expect(extras).toHaveValue("Dock\nBag");
  await expect(extras).toHaveJSProperty("readOnly", true);
  await radio(page, "Kind", "Hardware").check();
  await expect(page.getByRole("checkbox", { name: "Dock" })).toBeChecked();
});

test("a secret is not there any more after a reload", async ({ page, enter, w }) => {
  await asked(page, QUESTIONS);
  await enter("Aylin Kaya", ASKED);
  await page.getByLabel("PIN").fill("1234");
  await page.getByRole("textbox", { name: "Mail" }).fill("aylin@nordlicht.example");
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Mail" })).toHaveValue("aylin@nordlicht.example");
  await expect(page.getByLabel("PIN")).toHaveValue("");
  await expect(page.getByText(w("requests.restored_secret", { questions: "PIN" }))).toBeVisible();
  const kept = await everything(page);
  expect(kept).toContain("aylin@nordlicht.example");
  expect(kept).not.toContain("1234");
});
