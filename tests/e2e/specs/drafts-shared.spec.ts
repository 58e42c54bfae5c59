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
  const [asks, away, deputy] = ["Ivana Horvat", "Ruth Achterberg", "Helena Costa"];
  const { id } = await (await as(asks)).requestMailbox(unique("Calibration"));
  const ruth = await as(away);
  // A day of hers, whatever day it is here.
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
  await ruth.post("/me/delegations", { delegate: id_of(deputy), from: today, until: today });
  const to = `/approvals/${await ruth.approvalOf(id)}`;
  const field = async () => page.getByRole("textbox", { name: w("approvals.reason") });
  await inTurn(page, enter, { people: [away, deputy], to, field });
});
