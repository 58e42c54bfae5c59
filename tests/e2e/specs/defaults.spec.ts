// Answers that are there at first: from the link, from the person it is for, from a device, and what hangs on them.

import { expect, inEachLanguage, test, type Page } from "../fixtures";
import { ASKED, asked } from "../pages/asked";
import { untilKept } from "../pages/drafts";
import { lookUp, radio } from "../pages/form";
import { toCheck } from "../pages/laptop";

const AYLIN = "Aylin Kaya";

const HEARD = {
  id: "heard",
  type: "short_text",
  label: "Where from",
  default_from: { link: "from" },
  default: "intranet",
};
const ISSUE = { id: "issue", type: "short_text", label: "Which issue", visible_when: { eq: ["heard", "newsletter"] } };
const PIN = { id: "pin", type: "short_text", label: "Code", sensitive: true, default_from: { link: "code" } };
const ROOM = { id: "room", type: "short_text", label: "Room" };

function box(page: Page, name: string) {
  return page.getByRole("main").getByRole("textbox", { name });
}

inEachLanguage(() => {
  test("from the link, and it fires its condition at once", async ({ page, enter, w }) => {
    await asked(page, [HEARD, ISSUE, PIN], [ROOM]);
    await enter(AYLIN, `${ASKED}?from=newsletter&code=sesame-9&answer.pin=sesame-9`);
    await expect(box(page, "Where from")).toHaveValue("newsletter");
    await expect(box(page, "Which issue")).toBeVisible();
    // A secret takes nothing from an address.
    await expect(page.getByRole("main").getByLabel("Code")).toHaveValue("");

    await box(page, "Which issue").fill("Winter");
    await page.getByRole("button", { name: w("requests.go_on") }).click();
    await expect(page).toHaveURL(`${ASKED}?step=2`);
    await untilKept(page, "Winter");
    // The address says nothing of the link any more, and the draft does.
    await page.reload();
    await expect(box(page, "Room")).toBeVisible();
    await page.getByRole("link", { name: w("common.back"), exact: true }).click();
    await expect(box(page, "Where from")).toHaveValue("newsletter");
    await expect(box(page, "Which issue")).toHaveValue("Winter");
    await page.goto(ASKED);
    await expect(box(page, "Where from")).toHaveValue("newsletter");
    // What somebody typed stays theirs, whatever link they come by.
    await box(page, "Where from").fill("a friend");
    await untilKept(page, "a friend");
    await page.goto(`${ASKED}?from=poster`);
    await expect(box(page, "Where from")).toHaveValue("a friend");
    await expect(box(page, "Which issue")).toHaveCount(0);
  });
});

test("what a link answered is there after a reload, whether or not anything was typed", async ({ page, enter, w }) => {
  await asked(page, [{ ...ROOM, required: true }], [{ id: "note", type: "short_text", label: "Note" }]);
  await enter(AYLIN, `${ASKED}?answer.room=B-214`);
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expect(box(page, "Note")).toBeVisible();
  await untilKept(page, "B-214");
  await page.reload();
  await expect(box(page, "Note")).toBeVisible();
  await page.getByRole("link", { name: w("common.back"), exact: true }).click();
  await expect(box(page, "Room")).toHaveValue("B-214");
});

test("without the link there is what the form has instead", async ({ page, enter }) => {
  await asked(page, [HEARD, ISSUE]);
  await enter(AYLIN, ASKED);
  await expect(box(page, "Where from")).toHaveValue("intranet");
  await expect(box(page, "Which issue")).toHaveCount(0);
});

test("answers in the link fire what hangs on them, and what is no answer is left out", async ({
  page,
  enter,
  company,
}) => {
  const { laptop } = company;
  await enter(AYLIN, "/services/laptop/request?answer.model=design-16&answer.use=Packaging&answer.needed-by=soon");
  await expect(radio(page, laptop.model, laptop.design)).toBeChecked();
  await expect(box(page, laptop.use)).toHaveValue("Packaging");
  await expect(page.getByLabel(laptop.neededBy)).toHaveValue("");
  await page.goto("/services/laptop/request?answer.model=nonsense");
  await expect(radio(page, laptop.model, laptop.standard)).not.toBeChecked();
});

test("from the person it is for, until somebody changes it", async ({ page, enter, w }) => {
  await asked(page, [
    { id: "reply", type: "email", label: "Answer to", default_from: { person: "email" } },
    { id: "tongue", type: "short_text", label: "Language", default_from: { person: "language" } },
    { id: "own", type: "short_text", label: "Which dialect", visible_when: { eq: ["tongue", "en"] } },
  ]);
  await enter(AYLIN, ASKED);
  await expect(box(page, "Answer to")).toHaveValue("aylin.kaya@nordlicht.example");
  await expect(box(page, "Which dialect")).toBeVisible();
  await radio(page, w("requests.whom"), w("requests.whom_other")).check();
  await lookUp(page, w("requests.whom_person"), "Konstantin", /Konstantin Berg/);
  await expect(box(page, "Answer to")).toHaveValue("konstantin.berg@nordlicht.example");
  // He reads German.
  await expect(box(page, "Which dialect")).toHaveCount(0);
  await box(page, "Answer to").fill("team@nordlicht.example");
  await radio(page, w("requests.whom"), w("requests.whom_me")).check();
  await expect(box(page, "Language")).toHaveValue("en");
  await expect(box(page, "Answer to")).toHaveValue("team@nordlicht.example");
});

test("from a device that was chosen, and read back", async ({ page, enter, w }) => {
  await asked(page, [
    { id: "device", type: "asset", label: "Device", within: "mine" },
    { id: "serial", type: "short_text", label: "Serial number", default_from: { asset: ["device", "serial"] } },
    { id: "kind", type: "short_text", label: "Kind", default_from: { asset: ["device", "kind"] } },
    { id: "lid", type: "yes_no", label: "Does the lid close", visible_when: { eq: ["kind", "laptop"] }, default: true },
    { id: "since", type: "short_text", label: "Since when", visible_when: { eq: ["lid", true] } },
  ]);
  await enter(AYLIN, ASKED);
  await expect(box(page, "Serial number")).toHaveValue("");
  await expect(box(page, "Since when")).toHaveCount(0);
  await lookUp(page, "Device", "Think", /ThinkBook 14/);
  await expect(box(page, "Serial number")).not.toHaveValue("");
  const serial = await box(page, "Serial number").inputValue();
  await expect(box(page, "Kind")).toHaveValue("laptop");
  // One default fires the next.
  await expect(radio(page, "Does the lid close", w("common.yes"))).toBeChecked();
  await expect(box(page, "Since when")).toBeVisible();
  await toCheck(page, w).click();
  await expect(page.getByRole("definition").filter({ hasText: serial }).first()).toBeVisible();
});
