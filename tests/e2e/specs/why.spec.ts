// "Why am I asked this?": for each operator, the question and the answer that made it so, in the words of the reader.

import type { Page } from "@playwright/test";
import { expect, inEachLanguage, test, type Words } from "../fixtures";
import { ASKED, asked, EXTRAS, options } from "../pages/asked";
import { euros } from "../pages/cart";
import { inDays, lookUp, radio } from "../pages/form";

/** A bound. */
const ENOUGH = { ge: 2 };

/** What is answered first. */
const EARLIER = [
  { id: "model", type: "single_choice", label: "Model", options: options("Standard", "Design") },
  EXTRAS,
  {
    id: "topic",
    type: "tree",
    label: "Topic",
    levels: ["Area", "Application"],
    options: [{ id: "office", label: "Office", children: [{ id: "mail", label: "Mail" }] }],
  },
  { id: "screens", type: "number", label: "Screens", unit: "screens" },
  { id: "budget", type: "currency", label: "Budget" },
  { id: "care", type: "yes_no", label: "Care plan" },
  { id: "contact", type: "email", label: "Contact" },
  { id: "story", type: "long_text", label: "Story" },
  { id: "first", type: "date", label: "Begin" },
  { id: "last", type: "date", label: "End" },
  { id: "pin", type: "masked", label: "PIN" },
  { id: "boss", type: "person", label: "Boss" },
  { id: "empty", type: "number", label: "Never answered" },
  { id: "unwritten", type: "short_text", label: "Never written" },
  {
    id: "guests",
    type: "rows",
    label: "Guests",
    row_label: "Guest",
    questions: [
      { id: "days", type: "number", label: "Days" },
      { id: "hotel", type: "short_text", label: "Hotel", visible_when: { ge: ["days", 2] } },
    ],
  },
];

/** By its name, a question and when it is asked. */
const LATER: Record<string, unknown> = {
  eq: { eq: ["model", "design"] },
  ne: { ne: ["model", "standard"] },
  "ne of nothing": { ne: ["empty", 1] },
  "ne of no text": { ne: ["unwritten", "x"] },
  in: { in: ["model", ["standard", "design"]] },
  "contains a choice": { contains: ["extras", "dock"] },
  "contains a branch": { contains: ["topic", "office"] },
  "contains a text": { contains: ["contact", "NORDLICHT"] },
  lt: { lt: ["screens", 9] },
  le: { le: ["screens", 3] },
  gt: { gt: ["budget", 100000] },
  ge: { ge: ["first", "2020-01-01"] },
  between: { between: ["screens", 1, 3] },
  present: { present: "boss" },
  "present secret": { present: "pin" },
  length: { length: ["story", { ge: 60 }] },
  matches: { matches: ["contact", ".*@nordlicht[.]example"] },
  "days until": { days_until: ["first", ENOUGH] },
  "days between": { days_between: ["first", "last", ENOUGH] },
  any: { any: ["guests", { ge: ["days", 1] }] },
  all: { all: ["guests", { ge: ["days", 1] }] },
  count: { count: ["guests", { present: "days" }, { eq: 1 }] },
  "member of": { member_of: "designers" },
  "not member of": { not: { member_of: "managers" } },
  and: { and: [{ eq: ["model", "design"] }, { eq: ["care", true] }] },
  or: { or: [{ eq: ["model", "standard"] }, { eq: ["care", true] }] },
  not: { not: { eq: ["model", "standard"] } },
};

/** The field that is asked because of `condition`. */
function later(page: Page, condition: string) {
  return page.getByRole("textbox", { name: `Because of ${condition} (`, exact: false });
}

/** A day as it is read back. */
function day(w: Words, days: number): string {
  const [year, month, date] = inDays(days).split("-").map(Number);
  const locale = w.language === "de" ? "de-DE" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(year, month - 1, date));
}

async function answer(page: Page, w: Words): Promise<void> {
  const main = page.getByRole("main");
  await radio(page, "Model", "Design").check();
  await main.getByRole("checkbox", { name: "Dock" }).check();
  await main.getByRole("checkbox", { name: "Bag" }).check();
  await main.getByLabel("Area").selectOption("Office");
  await main.getByLabel("Application").selectOption("Mail");
  await main.getByRole("textbox", { name: "Screens" }).fill("3");
  await main.getByRole("textbox", { name: "Budget" }).fill("1250");
  await radio(page, "Care plan", w("common.yes")).check();
  await main.getByRole("textbox", { name: "Contact" }).fill("aylin@nordlicht.example");
  const story = "It began on a Monday, and nobody noticed at first. ".repeat(3);
  await main.getByRole("textbox", { name: "Story" }).fill(story);
  await main.getByLabel("Begin").fill(inDays(5));
  await main.getByLabel("End").fill(inDays(9));
  await main.getByLabel("PIN").fill("1234");
  await lookUp(page, "Boss", "Mara", /Mara Lindt/);
  await main.getByRole("textbox", { name: /^Days/ }).fill("2");
}

inEachLanguage(() => {
  test("each operator names its question and the answer", async ({ page, enter, w }) => {
    const questions = Object.entries(LATER).map(([name, visible_when], n) => {
      return { id: `later-${n}`, type: "short_text", label: `Because of ${name}`, visible_when };
    });
    await asked(page, [...EARLIER, ...questions]);
    await enter("Aylin Kaya", ASKED);
    await answer(page, w);

    const one = (question: string, said: string) => w("requests.asked_because", { question, answer: said });
    const pair = (question: string, said: string) => w("requests.question_answer", { question, answer: said });
    const several = (...pairs: string[]) => w("requests.asked_because_of", { answers: pairs.join("; ") });
    const typed = (question: string) => w("requests.asked_because_typed", { question });
    const [design, mail] = [one("Model", "Design"), "aylin@nordlicht.example"];
    const title = w.language === "de" ? "Leiterin Produktdesign" : "Head of product design";
    const boss = `Mara Lindt · ${title}, Design, Berlin`;
    const days = [day(w, 5), day(w, 9)];
    const why: Record<keyof typeof LATER, string> = {
      eq: design,
      ne: design,
      "ne of nothing": w("requests.asked_because_none", { question: "Never answered" }),
      "ne of no text": typed("Never written"),
      in: design,
      "contains a choice": one("Extras", "Dock, Bag"),
      "contains a branch": one("Topic", "Office › Mail"),
      "contains a text": one("Contact", mail),
      lt: one("Screens", "3 screens"),
      le: one("Screens", "3 screens"),
      gt: one("Budget", euros(w, 1250)),
      ge: one("Begin", days[0]),
      between: one("Screens", "3 screens"),
      present: one("Boss", boss),
      // Secrets, free texts and rows are named, and not repeated.
      "present secret": several("PIN"),
      length: typed("Story"),
      matches: one("Contact", mail),
      "days until": one("Begin", days[0]),
      "days between": several(pair("Begin", days[0]), pair("End", days[1])),
      any: several("Guests"),
      all: several("Guests"),
      count: several("Guests"),
      "member of": w("requests.asked_because_group"),
      "not member of": w("requests.asked_because_no_group"),
      and: several(pair("Model", "Design"), pair("Care plan", w("common.yes"))),
      or: one("Care plan", w("common.yes")),
      not: design,
    };
    for (const [condition, sentence] of Object.entries(why)) {
      await expect.soft(later(page, condition), condition).toHaveAccessibleDescription(sentence);
    }
    await expect(page.getByRole("textbox", { name: "Hotel" })).toHaveAccessibleDescription(one("Days", "2"));
    await expect(page.getByRole("main")).not.toContainText("1234");
  });
});

test("the sentence follows the answer, and goes with the question", async ({ page, enter, w }) => {
  const depends = { id: "late", type: "short_text", label: "Why so many", visible_when: { gt: ["screens", 2] } };
  await asked(page, [...EARLIER, depends]);
  await enter("Aylin Kaya", ASKED);
  const screens = page.getByRole("textbox", { name: "Screens" });
  const why = page.getByRole("textbox", { name: "Why so many" });
  for (const many of ["3", "12"]) {
    await screens.fill(many);
    const sentence = w("requests.asked_because", { question: "Screens", answer: `${many} screens` });
    await expect(why).toHaveAccessibleDescription(sentence);
  }
  await screens.fill("1");
  await expect(why).toHaveCount(0);
});
