// Secrets: typed, sent, and from then on nowhere to be read.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { everything, untilKept } from "../pages/drafts";
import { receipt } from "../pages/form";
import { toCheck } from "../pages/laptop";
import { CONTENT } from "../support/settings";
import { settled } from "../support/settle";

const SECRET = "sesame-77";
const ITEM = "shared-folder-access";
const FILE = join(CONTENT, "items", `${ITEM}.yaml`);
const MASK = "••••••";

/** What the item asks from now on; nobody else of the tests asks for it. */
const FORM = `
approvals:
  - {id: manager, approvers: manager, policy: anyone}
form:
  version: 90
  pages:
    - id: secrets
      title: {en: Secrets, de: Geheimnisse}
      questions:
        - {id: note, type: short_text, label: {en: Note, de: Notiz}}
        - id: pin
          type: masked
          label: {en: PIN, de: PIN}
          required: true
          required_message: {en: Enter the PIN, de: Geben Sie die PIN ein}
        - {id: owner, type: short_text, label: {en: Account, de: Konto}, sensitive: true}
        - {id: more, type: short_text, label: {en: More, de: Mehr}, visible_when: {present: pin}}
        - id: doors
          type: rows
          label: {en: Doors, de: Türen}
          questions:
            - {id: door, type: short_text, label: {en: Door, de: Tür}}
            - {id: code, type: masked, label: {en: Code, de: Code}}
`;

test.describe.configure({ mode: "default" });

test.beforeAll(() => {
  const text = readFileSync(FILE, "utf8");
  writeFileSync(FILE, text.slice(0, text.indexOf("\napprovals:")) + FORM);
});

test("a secret is in nothing that is kept, shown or told", async ({ page, enter, w, as }) => {
  const aylin = await as("Aylin Kaya");
  const version = async () => (await aylin.get<{ form: { version: number } }>(`/catalog/items/${ITEM}`)).form.version;
  await expect.poll(version).toBe(90);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await enter("Aylin Kaya", `/services/${ITEM}/request`);
  const main = page.getByRole("main");
  const type = async () => {
    await main.getByLabel("PIN").fill(`${SECRET}-pin`);
    await main.getByLabel("Account").fill(`${SECRET}-account`);
    await main.getByLabel("Code").fill(`${SECRET}-code`);
  };
  await type();
  await main.getByRole("textbox", { name: "Door" }).fill("North");
  await main.getByRole("textbox", { name: "Note" }).fill("by the window");
  await untilKept(page, "by the window");
  await untilKept(page, "North");
  // Nothing above the question that hangs on it repeats it.
  await expect(main.getByRole("textbox", { name: "More" })).toBeVisible();
  await expect(main).not.toContainText(SECRET);
  expect(await everything(page)).not.toContain(SECRET);
  await page.reload();
  await expect(main.getByRole("textbox", { name: "Note" })).toHaveValue("by the window");
  for (const label of ["PIN", "Account", "Code"]) await expect(main.getByLabel(label)).toHaveValue("");
  const again = w("requests.restored_secret", { questions: "PIN, Account, Code" });
  await expect(page.getByText(again)).toBeVisible();

  await type();
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("definition").filter({ hasText: MASK }).first()).toBeVisible();
  await expect(main).not.toContainText(SECRET);
  expect(await everything(page)).not.toContain(SECRET);
  await page.getByRole("main").getByRole("button").first().click();
  const id = await receipt(page);
  await settled(page);
  await expect(page.getByRole("definition").filter({ hasText: "by the window" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "•" }).first()).toBeVisible();
  expect(await page.content()).not.toContain(SECRET);
  await expect.poll(() => everything(page)).not.toContain("by the window");
  expect(await everything(page)).not.toContain(SECRET);
  expect(addresses.join()).not.toContain(SECRET);

  // Neither to those who agree, nor to the desk, nor to whom it is for.
  const mara = await as("Mara Lindt");
  const approval = await mara.approvalOf(id);
  const tomasz = await as("Tomasz Sikora");
  const told = [await mara.get(`/approvals/${approval}`), await mara.get(`/tickets/${id}/timeline`)];
  await mara.decide(approval, "approve");
  for (const who of [aylin, tomasz]) {
    told.push(await who.get(`/tickets/${id}`), await who.get(`/tickets/${id}/timeline`));
    told.push(await who.get(`/search?q=${SECRET}`), await who.find(SECRET));
  }
  told.push(await aylin.get(`/requests/${id}`));
  const all = JSON.stringify(told);
  expect(all).toContain("by the window");
  expect(all).not.toContain(SECRET);
  expect(await tomasz.find(SECRET)).toEqual([]);

  // Whoever orders the same again is asked for it again.
  await page.goto(`/services/${ITEM}/request?again=${id}`);
  await expect(main.getByRole("textbox", { name: "Note" })).toHaveValue("by the window");
  for (const label of ["PIN", "Account"]) await expect(main.getByLabel(label)).toHaveValue("");
  expect(await page.content()).not.toContain(SECRET);
});
