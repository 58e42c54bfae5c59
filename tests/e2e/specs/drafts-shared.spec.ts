// Short texts that are not sent yet, on a device that several people share: at one place each of them has their own.

import { expect, test, unique, type Locator, type Page } from "../fixtures";
import { everything, untilKept } from "../pages/drafts";
import { begin, box } from "../pages/ticket";
import { id_of } from "../support/api";
import { settled } from "../support/settle";

const FIRST = "What the first one wrote.";
const SECOND = "What the second one wrote.";

/** Where somebody writes. */
interface Place {
  /** Two who may write there. */
  people: [string, string];
  to: string;
  /** The field; makes it appear where that takes a press. */
  field: () => Promise<Locator>;
}

/** The first one begins; the second one looks, and then writes; and the first one goes on. */
async function inTurn(page: Page, enter: (name: string, to: string) => Promise<void>, place: Place): Promise<void> {
  const { people, to, field } = place;
  const [first, second] = people;
  await enter(first, to);
  await (await field()).fill(FIRST);
  await untilKept(page, FIRST);

  await enter(second, to);
  const other = await field();
  await settled(page);
  await expect(other).toHaveValue("");
  expect(await everything(page), "whoever writes nothing takes nothing away").toContain(FIRST);
  await other.fill(SECOND);
  await untilKept(page, SECOND);

  await enter(first, to);
  const own = await field();
  await expect(own).toHaveValue(FIRST);
  await own.fill("");
  await expect.poll(() => everything(page)).not.toContain(FIRST);
  expect(await everything(page), "what is cleared is one's own").toContain(SECOND);
}

test("a reply", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("The lamp flickers"));
  const field = async () => box(page, w);
  await inTurn(page, enter, { people: ["Aylin Kaya", "Tomasz Sikora"], to: `/tickets/${id}`, field });
});

test("a reply that an earlier release kept for whoever comes", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("The lamp buzzes"));
  const to = `/tickets/${id}`;
  await enter("Aylin Kaya", to);
  await box(page, w).fill(FIRST);
  await untilKept(page, FIRST);
  // As that release kept it, while no page is open that would write it anew.
  await page.goto("/status");
  const [own, earlier] = [`guichet:text:aylin-kaya:reply:${id}`, `guichet:draft:reply:${id}`];
  const there = (key: string) => page.evaluate((key) => localStorage.getItem(key), key);
  const kept = await there(own);
  expect(kept).toContain(FIRST);
  await page.evaluate(
    ({ own, earlier, kept }) => {
      localStorage.setItem(earlier, kept);
      localStorage.removeItem(own);
    },
    { own, earlier, kept: kept ?? "" },
  );

  await enter("Tomasz Sikora", to);
  await settled(page);
  await expect(box(page, w)).toHaveValue("");
  expect(await there(earlier), "it is not theirs").toBe(kept);

  await enter("Aylin Kaya", to);
  await expect(box(page, w)).toHaveValue(FIRST);
  expect(await there(earlier), "it was taken over").toBeNull();
  expect(await there(own)).toContain(FIRST);
});

test("what is said with an action on a ticket", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("The lamp hums"));
  const field = async () => (await begin(page, w("ticket_page.cancel"))).getByRole("textbox");
  await inTurn(page, enter, { people: ["Aylin Kaya", "Tomasz Sikora"], to: `/tickets/${id}`, field });
});

test("what was missing in an answer", async ({ page, enter, w }) => {
  const field = async () => {
    const helped = page.getByRole("group", { name: w("knowledge.helped") });
    await helped.getByRole("button", { name: w("common.no") }).click();
    return page.getByRole("textbox", { name: w("knowledge.reason") });
  };
  await inTurn(page, enter, { people: ["Ivana Horvat", "Stefan Morgenroth"], to: "/answers/forgotten-password", field });
});

test("why somebody decides for somebody else", async ({ page, enter, w }) => {
  const field = async () => page.getByRole("textbox", { name: w("approvals.why") });
  await inTurn(page, enter, { people: ["Mara Lindt", "Ingrid Solberg"], to: "/approvals/delegation", field });
});

test("the reason of one approval, and that of who stands in", async ({ page, enter, w, as }) => {
  // Nobody else is away here, or stands in for them.
  const [asks, away, deputy] = ["Yasmin Haddad", "Dorothea Engel", "Helena Costa"];
  const { id } = await (await as(asks)).requestMailbox(unique("Calibration"));
  const approver = await as(away);
  // A day of hers, whatever day it is here.
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
  await approver.post("/me/delegations", { delegate: id_of(deputy), from: today, until: today });
  const to = `/approvals/${await approver.approvalOf(id)}`;
  const field = async () => page.getByRole("textbox", { name: w("approvals.reason") });
  await inTurn(page, enter, { people: [away, deputy], to, field });
});
