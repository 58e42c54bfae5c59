// What a draft does not hold, and what of it fits when its form has changed.

import { axeInBothSchemes, expect, test, type Page } from "../fixtures";
import { everything, untilKept } from "../pages/drafts";
import { radio } from "../pages/form";
import { alter } from "../support/alter";

/** The form for a headset, asking something else. `version` is that of the form that is out. */
async function asking(page: Page, questions: unknown[], version = 1): Promise<void> {
  const form = { id: "headset", version, pages: [{ id: "all", title: "All", questions }] };
  await page.unrouteAll();
  await page.route(/\/forms\/headset/, (route) => route.fulfill({ json: { form, newest: version } }));
  await alter(page, /\/catalog\/items\/headset$/, (item: { form: object }) => ({
    ...item,
    form: { ...item.form, version },
  }));
  const preview = { problems: [], price: { currency: "EUR", total: {} }, approvals: [], calendar: "Berlin" };
  await page.route(/\/requests\/validate$/, (route) => route.fulfill({ json: preview }));
}

const HEADSET = "/services/headset/request";

test.describe("secrets", () => {
  const QUESTIONS = [
    { id: "note", type: "short_text", label: "Note" },
    { id: "pin", type: "masked", label: "PIN" },
    { id: "account", type: "short_text", label: "Account", sensitive: true },
    {
      id: "people",
      type: "rows",
      label: "People",
      questions: [
        { id: "name", type: "short_text", label: "Name" },
        { id: "code", type: "masked", label: "Code" },
      ],
    },
  ];

  test("no secret is kept or told to another tab, and the form names them", async ({ page, context, enter, w }) => {
    await context.addInitScript(() => {
      const said: string[] = [];
      const post = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function (message: unknown) {
        said.push(JSON.stringify(message));
        post.call(this, message);
      };
      Object.assign(window, { said });
    });
    await asking(page, QUESTIONS);
    await enter("Aylin Kaya", HEADSET);
    const main = page.getByRole("main");
    await main.getByLabel("PIN").fill("sesame-1");
    await main.getByLabel("Account").fill("sesame-2");
    const row = page.getByRole("group", { name: w("requests.row", { number: 1 }) });
    await row.getByLabel("Code").fill("sesame-3");
    await row.getByRole("textbox", { name: "Name" }).fill("Cleo Amsel");
    await page.getByRole("textbox", { name: "Note" }).fill("by the window");
    await untilKept(page, "by the window");
    await untilKept(page, "Cleo Amsel");

    const other = await context.newPage();
    await asking(other, QUESTIONS);
    await other.goto(HEADSET);
    await expect(other.getByRole("textbox", { name: "Note" })).toHaveValue("by the window");
    await expect(other.getByRole("main").getByLabel("PIN")).toHaveValue("");
    await page.getByRole("textbox", { name: "Note" }).fill("by the door");
    await expect(other.getByRole("textbox", { name: "Note" })).toHaveValue("by the door");

    // The other tab has to be told them anew; the first one keeps its own.
    await other.getByRole("button", { name: w("drafts.here") }).click();
    const missing = w("requests.restored_secret", { questions: "PIN, Account, Code" });
    await expect(other.getByText(missing)).toBeVisible();
    await expect(page.getByRole("main").getByLabel("PIN")).toHaveValue("sesame-1");
    await other.getByRole("main").getByLabel("PIN").fill("sesame-1");
    await expect(other.getByText(w("requests.restored_secret", { questions: "Account, Code" }))).toBeVisible();

    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.join());
    expect(said).toContain("by the door");
    expect(said).not.toContain("sesame");
    expect(await everything(page)).not.toContain("sesame");
    await page.close();
    await other.reload();
    await expect(other.getByText(missing)).toBeVisible();
    await axeInBothSchemes(other);
  });
});

test.describe("a form that has changed", () => {
  const choice = (ids: string[]) => ({
    id: "model",
    type: "single_choice",
    label: "Model",
    options: ids.map((id) => ({ id, label: id.toUpperCase() })),
  });

  test("what still fits comes along, and what does not is named with why", async ({ page, enter, w }) => {
    await asking(page, [
      choice(["one", "two", "three"]),
      { id: "note", type: "short_text", label: "Note" },
      { id: "bag", type: "short_text", label: "Colour of the bag" },
      { id: "size", type: "short_text", label: "Size" },
    ]);
    await enter("Aylin Kaya", HEADSET);
    await radio(page, "Model", "TWO").check();
    await page.getByRole("textbox", { name: "Note" }).fill("by the window");
    await page.getByRole("textbox", { name: "Colour of the bag" }).fill("green");
    await page.getByRole("textbox", { name: "Size" }).fill("large");
    await untilKept(page, "large");

    await asking(
      page,
      [
        choice(["one", "three"]),
        { id: "note", type: "short_text", label: "Note" },
        { id: "size", type: "number", label: "Size" },
      ],
      2,
    );
    await page.reload();
    await expect(page.getByText(w("requests.form_changed"))).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("by the window");
    await expect(radio(page, "Model", "ONE")).not.toBeChecked();
    const lines = [
      w("requests.left_not_offered", { question: "Model", answer: "TWO" }),
      w("requests.left_not_asked", { question: "Colour of the bag", answer: "green" }),
      w("requests.left_otherwise", { question: "Size", answer: "large" }),
    ];
    for (const line of lines) await expect(page.getByText(line)).toBeVisible();
    await axeInBothSchemes(page);

    // It stays there to be read until the request is sent or begun anew.
    await radio(page, "Model", "ONE").check();
    await untilKept(page, "ONE");
    await page.reload();
    await expect(page.getByText(lines[1])).toBeVisible();
    await page.getByRole("button", { name: w("requests.start_again") }).click();
    await expect(page.getByText(lines[1])).toHaveCount(0);
    await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("");
  });

  test("one that changes before it is sent says as much", async ({ page, enter, w, watch }) => {
    watch.expect(/^POST \/itsm\/v1\/requests: 422$/);
    const note = { id: "note", type: "short_text", label: "Note" };
    await asking(page, [choice(["one", "two"]), note]);
    await enter("Aylin Kaya", HEADSET);
    await radio(page, "Model", "TWO").check();
    await page.getByRole("textbox", { name: "Note" }).fill("by the window");
    await untilKept(page, "by the window");

    await asking(page, [choice(["one"]), note], 2);
    const problem = { type: "about:blank", title: "", status: 422, detail: "", code: "form_changed" };
    await page.route(/\/itsm\/v1\/requests$/, (route) =>
      route.fulfill({ status: 422, contentType: "application/problem+json", json: problem }),
    );
    await page.getByRole("button", { name: "Request a headset", exact: true }).click();
    await expect(page.getByText(w("requests.form_changed"))).toBeVisible();
    await expect(page.getByText(w("requests.left_not_offered", { question: "Model", answer: "TWO" }))).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Note" })).toHaveValue("by the window");
  });
});
