// Filling in a form, in every way: its controls, its files, its draft, and what went wrong with the forms of others.

import { expect, unique, type Page, type Words } from "../fixtures";
import { ASKED, asked, EXTRAS, KIND, options, PART } from "../pages/asked";
import { centre, drafts, LAPTOP, untilKept } from "../pages/drafts";
import { fileActions } from "../pages/files";
import { file, inDays, mistakes, PIXEL, radio, receipt } from "../pages/form";
import { send, side, toCheck } from "../pages/laptop";
import { entry } from "../pages/ticket";
import { inEveryWay, test } from "../support/ways";

const AYLIN = "Aylin Kaya";

/** One question for each control. */
const CONTROLS = [
  { id: "title", type: "short_text", label: "Title", required: true },
  { id: "note", type: "rich_text", label: "Note" },
  { id: "budget", type: "currency", label: "Budget", min: 1000 },
  { id: "screens", type: "number", label: "Screens", integer: true, unit: "screens" },
  { id: "care", type: "yes_no", label: "Care plan" },
  { id: "model", type: "single_choice", label: "Model", options: options("Small", "Large") },
  EXTRAS,
  {
    id: "place",
    type: "tree",
    label: "Place",
    levels: ["Country", "City"],
    options: [{ id: "de", label: "Germany", children: [{ id: "berlin", label: "Berlin" }] }],
  },
  { id: "day", type: "date", label: "Delivery" },
  { id: "away", type: "date_range", label: "Away" },
  { id: "mood", type: "rating", label: "Mood", low_label: "bad", high_label: "good" },
  { id: "pin", type: "masked", label: "PIN" },
  { id: "boss", type: "person", label: "Boss" },
  {
    id: "guests",
    type: "rows",
    label: "Guests",
    row_label: "Guest",
    questions: [{ id: "guest", type: "short_text", label: "Name" }],
  },
];

/** What hangs on what, over two pages. */
const HANGING = [
  [
    { ...KIND, default: "hardware" },
    PART,
    { id: "serial", type: "short_text", label: "Serial number", visible_when: { eq: ["kind", "hardware"] } },
  ],
  [
    { id: "room", type: "short_text", label: "Room" },
    { id: "socket", type: "short_text", label: "Socket", visible_when: { eq: ["kind", "hardware"] } },
  ],
];

/** The definition of what was answered. */
function said(page: Page, words: string) {
  return page.getByRole("definition").filter({ hasText: words }).first();
}

function amount(w: Words): string {
  return w.language === "de" ? "1.250,50" : "1,250.50";
}

inEveryWay(() => {
  test("every control, with a mistake, and read back", async ({ page, enter, hand, look, w }) => {
    await asked(page, CONTROLS);
    await enter(AYLIN, ASKED);
    const main = page.getByRole("main");
    const box = (name: string) => main.getByRole("textbox", { name });
    await hand.press(toCheck(page, w));
    await expect(mistakes(page, w)).toBeFocused();
    await hand.press(mistakes(page, w).getByRole("link"));
    await expect(box("Title")).toBeFocused();
    await hand.type(box("Title"), "Two desks");
    await expect(mistakes(page, w)).toHaveCount(0);
    await hand.type(box("Note"), "We need **two**");
    await hand.type(box("Budget"), "5");
    await hand.type(box("Screens"), "2");
    await hand.choose("Care plan", w("common.yes"));
    await hand.choose("Model", "Large");
    await hand.tick(main.getByRole("checkbox", { name: "Bag" }));
    await hand.select(main.getByLabel("Country"), "Germany");
    await hand.select(main.getByLabel("City"), "Berlin");
    await hand.set(main.getByLabel("Delivery"), inDays(20));
    await hand.set(page.getByLabel(w("requests.range_from")), inDays(3));
    await hand.set(page.getByLabel(w("requests.range_to")), inDays(4));
    await hand.choose("Mood", "4");
    await hand.type(main.getByLabel("PIN"), "1234");
    await hand.lookUp("Boss", "Mara", /Mara Lindt/);
    await hand.type(page.getByRole("group", { name: "Guest 1" }).getByRole("textbox", { name: "Name" }), "Ines");
    await hand.press(page.getByRole("button", { name: w("requests.add_row_of", { thing: "Guest" }) }));
    await expect(page.getByRole("group", { name: "Guest 2" }).getByRole("textbox")).toBeFocused();
    await page.keyboard.type("Daniel");

    await hand.press(toCheck(page, w));
    await expect(mistakes(page, w)).toBeFocused();
    await expect(box("Budget")).toHaveAccessibleDescription(w.like("requests.wrong_too_small"));
    await look();
    await hand.type(box("Budget"), amount(w));
    await hand.press(toCheck(page, w));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const number = w("requests.rating_of", { max: 5, number: 4 });
    const answers = ["Two desks", amount(w), "2 screens", "Germany › Berlin", "Large", "Bag", number, "Mara Lindt"];
    for (const words of answers) {
      await expect(said(page, words), words).toBeVisible();
    }
    await expect(said(page, "Ines")).toContainText("Daniel");
    await expect(main).not.toContainText("1234");
    await look();
  });

  test("a photo: refused, chosen, looked at, sent with a reply", async ({ page, enter, hand, look, w, as }) => {
    const { id } = await (await as(AYLIN)).report(unique("Zzyzx"));
    await enter(AYLIN, `/tickets/${id}`);
    const input = page.getByLabel(w("ticket_page.files_label"));
    await hand.pick(input, file("film.mp4", "video/mp4"));
    await expect(page.getByText(w.like("files.other_type", { name: "film.mp4" })).first()).toBeVisible();
    const long = "a-photograph-with-a-name-that-goes-on-for-longer-than-any-phone-is-wide.png";
    for (const name of [long, "other.png"]) {
      await hand.pick(input, file(name, "image/png", PIXEL));
      await expect(fileActions(page, w, name).preview).toBeVisible();
    }
    await look();
    await hand.press(fileActions(page, w, "other.png").remove);
    await expect(page.getByRole("main").getByText("other.png")).toHaveCount(0);
    await hand.type(page.getByRole("textbox", { name: w("ticket_page.reply"), exact: true }), "It has a crack");
    await hand.press(page.getByRole("button", { name: w("ticket_page.send_reply"), exact: true }));
    await expect(entry(page, "It has a crack").getByRole("link")).toHaveCount(1);
  });

  test("a draft: kept, gone on with, thrown away, and brought back", async ({
    page,
    enter,
    hand,
    look,
    w,
    company,
  }) => {
    const { laptop } = company;
    await enter(AYLIN, LAPTOP);
    await hand.choose(laptop.model, laptop.design);
    await hand.type(page.getByRole("textbox", { name: laptop.use }), "Packaging");
    await hand.type(centre(page, company), "4731");
    await untilKept(page, "4731");
    await page.reload();
    await expect(page.getByText(w.like("requests.restored"))).toBeVisible();
    await expect(centre(page, company)).toHaveValue("4731");
    await look();
    await page.goto("/");
    const list = drafts(page, w);
    await hand.press(list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) }));
    await expect(list.getByRole("button", { name: new RegExp(`^${w("drafts.undo")}`) })).toBeFocused();
    await look();
    await hand.press(list.getByRole("button", { name: new RegExp(`^${w("drafts.undo")}`) }));
    await hand.press(list.getByRole("link", { name: laptop.name }));
    await expect(centre(page, company)).toHaveValue("4731");
    await hand.press(page.getByRole("button", { name: w("requests.start_again") }));
    await expect(centre(page, company)).toHaveValue("");
  });

  // frappe/helpdesk 2993 and 3779, backstage/backstage 24113 and 31895, glpi-project/glpi 21240: see lessons.spec.ts.
  test("what hangs on an answer comes and goes with it, and is said to", async ({ page, enter, hand, look, w }) => {
    await asked(page, ...HANGING);
    await enter(AYLIN, ASKED);
    const serial = page.getByRole("textbox", { name: "Serial number" });
    const goOn = page.getByRole("button", { name: w("requests.go_on") });
    // What is there at first counts at once.
    const why = w("requests.asked_because", { question: "Kind", answer: "Hardware" });
    await expect(serial).toHaveAccessibleDescription(why);
    await hand.type(serial, "C02-XYZ");
    await hand.choose("Part", "Screen");
    await hand.choose("Kind", "Access");
    await expect(serial).toHaveCount(0);
    await expect(radio(page, "Part", "Screen")).toHaveCount(0);
    await hand.press(goOn);
    await expect(mistakes(page, w)).toContainText(w("requests.wrong_no_such_option"));
    await look();
    await hand.choose("Part", "Badge");
    await hand.press(goOn);
    await expect(page.getByRole("textbox", { name: "Room" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Socket" })).toHaveCount(0);
    await page.goBack();
    await hand.choose("Kind", "Hardware");
    // Nothing typed is lost.
    await expect(serial).toHaveValue("C02-XYZ");
    await hand.choose("Part", "Screen");
    await hand.press(goOn);
    await expect(page.getByRole("textbox", { name: "Socket" })).toBeVisible();
    await hand.press(toCheck(page, w));
    await expect(said(page, "C02-XYZ")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("Badge");
  });

  test("check your answers, change one, send, and the receipt", async ({ page, enter, hand, look, w, company, as }) => {
    const { laptop } = company;
    await enter(AYLIN, LAPTOP);
    await hand.choose(laptop.model, laptop.design);
    await hand.type(page.getByRole("textbox", { name: laptop.use }), "Packaging");
    await hand.choose(laptop.carePlan, w("common.yes"));
    await hand.type(centre(page, company), "4410");
    await expect(side(page, w)).toContainText(laptop.financeBecause);
    await hand.press(toCheck(page, w));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    await look();
    await hand.press(page.getByRole("link", { name: new RegExp(`${w("requests.change")}.*${laptop.use}`) }));
    await expect(page.getByRole("textbox", { name: laptop.use })).toBeFocused();
    await hand.type(page.getByRole("textbox", { name: laptop.use }), "Packaging and video");
    await hand.press(toCheck(page, w));
    await expect(said(page, "Packaging and video")).toBeVisible();
    await hand.press(send(page, company));
    const id = await receipt(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByText(w("ticket_page.next_agree", { names: "Mara Lindt" }), { exact: true })).toBeVisible();
    await look();
    expect((await (await as(AYLIN)).ticket(id)).state).toBe("awaiting_approval");
  });
});
