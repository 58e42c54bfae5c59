// What went wrong with the forms of other portals. Each test is named by what has to hold, and the public thread that it is
// about stands above it; those that are about the API are in crates/backend/tests/api/lessons.rs.

import { Api, expect, test, type Locator, type Page, type Words } from "../fixtures";
import { ASKED, asked, KIND, PART } from "../pages/asked";
import { add } from "../pages/cart";
import { inDays, lookUp, mistakes, radio, receipt } from "../pages/form";
import { fill, send, toCheck } from "../pages/laptop";
import type { Company } from "../support/company";

interface Answered {
  label: string;
  value: string;
}

/** What a ticket says was answered. */
async function answered(api: Api, id: string): Promise<Answered[]> {
  return (await api.get<{ answers: Answered[] }>(`/tickets/${id}`)).answers;
}

/** Does `act`, which files a request; gives the answers that the browser sent. */
async function sent(page: Page, act: () => Promise<void>): Promise<Record<string, unknown>> {
  const filing = page.waitForRequest((call) => call.method() === "POST" && /\/requests$/.test(call.url()));
  await act();
  const { answers } = (await filing).postDataJSON() as { answers: Record<string, unknown> };
  return answers;
}

/** Leads on to the next page of a form. */
function goOn(page: Page, w: Words): Promise<void> {
  return page.getByRole("button", { name: w("requests.go_on") }).click();
}

// frappe/helpdesk 2993: fields whose condition does not hold are in the portal all the same. frappe/helpdesk 3614: it does not
// know conditions, so the page of a ticket lists every field, empty ones with a dash.
test("a question that does not apply is nowhere: not asked, not read back, not on the ticket", async ({
  page,
  enter,
  w,
  company,
  as,
}) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request");
  const main = page.getByRole("main");
  await expect(main.getByText(laptop.model).first()).toBeVisible();
  await expect(main).not.toContainText(laptop.use);
  await radio(page, laptop.model, laptop.standard).check();
  await page.getByRole("textbox", { name: laptop.centre }).fill("4410");
  await expect(main).not.toContainText(laptop.use);
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(main).not.toContainText(laptop.use);
  await send(page, company).click();
  const id = await receipt(page);
  await page.goto(`/tickets/${id}`);
  await expect(main).toContainText(laptop.centre);
  await expect(main).not.toContainText(laptop.use);
  const labels = (await answered(await as("Aylin Kaya"), id)).map(({ label }) => label);
  expect(labels).toContain(laptop.centre);
  expect(labels).not.toContain(laptop.use);
});

// frappe/helpdesk 3779: options follow the other answer in one view and not in the next, and what was chosen before stays
// although it no longer goes with it.
test("options go with the answer that they hang on, and an old choice is not sent with a new one", async ({
  page,
  enter,
  w,
}) => {
  await asked(page, [KIND, PART]);
  await enter("Aylin Kaya", ASKED);
  const parts = page.getByRole("group", { name: "Part" }).getByRole("radio");

  await expect(parts).toHaveCount(0);
  await radio(page, "Kind", "Hardware").check();
  await expect(parts).toHaveCount(1);
  await radio(page, "Part", "Screen").check();
  await radio(page, "Kind", "Access").check();
  await expect(parts).toHaveCount(1);
  await expect(radio(page, "Part", "Badge")).not.toBeChecked();
  await expect(radio(page, "Part", "Screen")).toHaveCount(0);

  await toCheck(page, w).click();
  await expect(mistakes(page, w).getByRole("link")).toHaveText([w("requests.wrong_no_such_option")]);
  await radio(page, "Part", "Badge").check();
  await expect(mistakes(page, w)).toHaveCount(0);
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("definition").filter({ hasText: "Badge" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Screen");
});

// backstage/backstage 31895: a condition cannot name a question of an earlier step of the wizard.
test("a condition reaches over the pages of a form", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services/desk-phone/request");
  const phone = (name: string) => radio(page, "Which phone?", name);
  const socket = page.getByRole("textbox", { name: "Network socket" });
  const room = page.getByRole("textbox", { name: "Which room and place?" });
  await phone("Cordless").check();
  await radio(page, "Which number should ring?", "The person's own number").check();
  await goOn(page, w);
  await expect(room).toBeVisible();
  await expect(socket).toHaveCount(0);

  await page.goBack();
  await phone("Desk phone").check();
  await goOn(page, w);
  await expect(room).toBeVisible();
  await expect(socket).toBeVisible();
  await expect(page.getByText(w.like("common.saved_at")).first()).toBeVisible();
  await page.reload();
  await expect(socket).toBeVisible();
});

/** Fills in the form for a laptop, then takes the model that nobody is asked the use of. Gives the field that is gone. */
async function fillWithoutUse(page: Page, w: Words, company: Company): Promise<Locator> {
  const { laptop } = company;
  const use = page.getByRole("textbox", { name: laptop.use });
  await fill(page, w, company);
  await radio(page, laptop.model, laptop.standard).check();
  await expect(use).toHaveCount(0);
  return use;
}

// backstage/backstage 24113: what was typed into a question is submitted although its condition no longer holds.
test("what was typed into a question that is gone is not sent, and is there when it comes back", async ({
  page,
  enter,
  w,
  company,
  as,
}) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request");
  const use = await fillWithoutUse(page, w, company);
  await radio(page, laptop.model, laptop.design).check();
  await expect(use).toHaveValue("Packaging, some video");

  await radio(page, laptop.model, laptop.standard).check();
  await toCheck(page, w).click();
  await expect(page.getByRole("main")).not.toContainText("Packaging, some video");
  const answers = await sent(page, () => send(page, company).click());
  expect(answers).toMatchObject({ model: "standard-14", "cost-centre": "4410" });
  expect(answers).not.toHaveProperty("use");
  const id = await receipt(page);
  const told = await answered(await as("Aylin Kaya"), id);
  expect(told.map(({ value }) => value)).not.toContain("Packaging, some video");
});

// The same by way of the cart, which knows no form.
test("what was typed into a question that is gone is not sent with the cart either", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/services/laptop/request");
  await fillWithoutUse(page, w, company);
  const judging = page.waitForRequest((call) => call.method() === "POST" && /\/orders\/validate$/.test(call.url()));
  await add(page, w).click();
  const { items } = (await judging).postDataJSON() as { items: { answers: Record<string, unknown> }[] };
  expect(items).toHaveLength(1);
  expect(items[0].answers).toMatchObject({ model: "standard-14", "cost-centre": "4410" });
  expect(items[0].answers).not.toHaveProperty("use");
});

// glpi-project/glpi 21240: what hangs on an answer that is there at first is not shown before somebody chooses another and then
// that one again.
test("an answer that is there at first asks what hangs on it at once", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/services/name-change/request");
  await radio(page, "What should change?", "A spelling mistake").check();
  await page.getByRole("textbox", { name: "New first name" }).fill("Aylin");
  await page.getByRole("textbox", { name: "New last name" }).fill("Kaja");
  await page.getByLabel("From which day?").fill(inDays(14));
  await goOn(page, w);
  await expect(radio(page, "Should the e-mail address change too?", w("common.yes"))).toBeChecked();
  await expect(page.getByRole("textbox", { name: "The part before @nordlicht.example" })).toBeVisible();
  await expect(page.getByRole("group", { name: "How long should the old address work?" })).toBeVisible();

  // Where a link brings the answer along, too.
  const { laptop } = company;
  await page.goto("/services/laptop/request?answer.model=design-16");
  await expect(radio(page, laptop.model, laptop.design)).toBeChecked();
  await expect(page.getByRole("textbox", { name: laptop.use })).toBeVisible();
});

interface Question {
  type: string;
  label?: string;
  visible_when?: unknown;
}

// zammad/zammad 1074: there are no forms of one's own. zammad/zammad 1889: the form that there is has fixed fields, and none of
// those that were added.
test("each service asks its own questions, all of them", async ({ page, enter, as }) => {
  const api = await as("Aylin Kaya");
  const seen = new Set<string>();
  for (const item of ["headset", "guest-wifi", "vpn-access", "door-access", "loan-laptop"]) {
    const { form } = await api.get<{ form: { id: string; version: number } }>(`/catalog/items/${item}`);
    const published = await api.get<{ form: { pages: { questions: Question[] }[] } }>(
      `/forms/${form.id}@${form.version}`,
    );
    const questions = published.form.pages[0].questions.filter(({ label }) => label);
    await enter("Aylin Kaya", `/services/${item}/request`);
    const main = page.getByRole("main");
    for (const { label = "", visible_when } of questions) {
      seen.add(label);
      if (!visible_when) await expect(main.getByText(label).first(), `${item}: ${label}`).toBeVisible();
    }
  }
  // They are not the same few everywhere.
  expect(seen.size).toBeGreaterThan(15);
});

test.describe("in German", () => {
  test.use({ language: "de" });

  // pluginsGLPI/formcreator 3378: where something hangs on an answer and somebody chooses its translation, there is an error
  // and no ticket.
  test("a translated answer is the same answer", async ({ page, enter, w, company, baseURL }) => {
    const { mailbox } = company;
    await enter("Aylin Kaya", "/services/shared-mailbox/request");
    await radio(page, mailbox.kind, mailbox.project).check();
    await expect(page.getByLabel(mailbox.ends)).toBeVisible();
    await page.getByLabel(mailbox.ends).fill(inDays(90));
    await page.getByRole("textbox", { name: mailbox.shownAs }).fill("Kalibrierung Berlin");
    await page.getByRole("textbox", { name: mailbox.address }).fill("kalibrierung.berlin");
    await goOn(page, w);
    await lookUp(page, mailbox.owner, "Jonas", /Jonas Weber/);
    await page.getByRole("button", { name: w("requests.check") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    const answers = await sent(page, () => page.getByRole("button", { name: mailbox.verb, exact: true }).click());
    expect(answers).toMatchObject({ kind: "project", "send-as": "mailbox" });
    const id = await receipt(page);

    // Whoever reads it in English reads English.
    const english = await Api.as("Aylin Kaya", baseURL ?? "", "en");
    expect(await answered(english, id)).toContainEqual(
      expect.objectContaining({ label: "What is it for?", value: "A project" }),
    );
    await english.close();
  });
});
