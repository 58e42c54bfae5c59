// What is typed and not yet sent: kept through whatever happens to the page, shared by its tabs, and shown to nobody else.

import { axeInBothSchemes, expect, test, type Page } from "../fixtures";
import { add, line } from "../pages/cart";
import { age, centre, drafts, elsewhere, everything, LAPTOP, tab, untilKept } from "../pages/drafts";
import { radio, receipt } from "../pages/form";
import { chooseAt, enterAt, typeAt } from "../pages/keys";
import { fill, send, toCheck } from "../pages/laptop";
import { settled } from "../support/settle";

/** The form for a headset, asking something else. `version` is that of the form that is out. */
async function asking(page: Page, questions: unknown[], version = 1): Promise<void> {
  const form = { id: "headset", version, pages: [{ id: "all", title: "All", questions }] };
  await page.unrouteAll();
  await page.route(/\/forms\/headset/, (route) => route.fulfill({ json: { form, newest: version } }));
  await page.route(/\/catalog\/items\/headset$/, async (route) => {
    const answer = await route.fetch();
    const item = (await answer.json()) as { form: object };
    await route.fulfill({ response: answer, json: { ...item, form: { ...item.form, version } } });
  });
  const preview = { problems: [], price: { currency: "EUR", total: {} }, approvals: [], calendar: "Berlin" };
  await page.route(/\/requests\/validate$/, (route) => route.fulfill({ json: preview }));
}

const HEADSET = "/services/headset/request";

test.describe("one tab", () => {
  test("what was typed in the last moment before a reload is there", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await centre(page, company).fill("4712");
    await page.reload();
    await expect(page.getByText(w.like("requests.restored"))).toBeVisible();
    await expect(centre(page, company)).toHaveValue("4712");
  });

  test("a time is shown once it is kept, and not before", async ({ page, enter, w, company }) => {
    await page.addInitScript(() => {
      // A slow disk: nothing is complete until the test says so.
      const held: (() => void)[] = [];
      Object.assign(window, { release: () => held.splice(0).forEach((go) => go()) });
      const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        get: complete?.get,
        set(this: IDBTransaction, hear: () => void) {
          complete?.set?.call(this, () => (this.mode === "readwrite" ? held.push(hear) : hear()));
        },
      });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4410");
    await untilKept(page, "4410");
    await expect(page.getByText(w.like("common.saved_at"))).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { release: () => void }).release());
    await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  });

  test("a crash of the tab loses nothing that was kept", async ({ page, context, enter, w, company, watch }) => {
    watch.expect(/^page: it crashed$/);
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await untilKept(page, "4410");
    await page.goto("chrome://crash").catch(() => undefined);
    await page.close().catch(() => undefined);
    const again = await tab(context, LAPTOP);
    await expect(centre(again, company)).toHaveValue("4410");
    await expect(radio(again, company.laptop.model, company.laptop.design)).toBeChecked();
    // What crashed does not lead any more.
    await expect(centre(again, company)).toBeEnabled();
  });

  test("a tab that is closed without a word loses nothing that was kept", async ({ page, context, enter, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4713");
    await untilKept(page, "4713");
    await page.close({ runBeforeUnload: false });
    const again = await tab(context, LAPTOP);
    await expect(centre(again, company)).toHaveValue("4713");
  });

  test("a session that ends in the middle: back at the same step with every answer", async ({
    page,
    context,
    enter,
    w,
    company,
    watch,
  }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    await context.request.delete("/itsm/v1/session");
    await send(page, company).click();
    const alert = page.getByRole("alert").filter({ hasText: w("requests.not_sent") });
    await alert.getByRole("link", { name: w("requests.sign_in") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
    await page.getByRole("button", { name: "Aylin Kaya" }).click();
    await expect(page).toHaveURL(`${LAPTOP}?step=check`);
    await expect(page.getByRole("definition").filter({ hasText: "4410" })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Packaging, some video" })).toBeVisible();
    await send(page, company).click();
    await receipt(page);
    // What was sent is kept no longer.
    await expect.poll(() => everything(page)).not.toContain("Packaging, some video");
  });

  test("a report survives the end of its session, too", async ({ page, context, enter, w, company, watch }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", "/report");
    const title = page.getByRole("textbox", { name: w("report.title") });
    await title.fill("The beamer hums");
    await radio(page, w("report.impact"), company.team).check();
    await context.request.delete("/itsm/v1/session");
    await page.reload();
    await page.getByRole("button", { name: "Aylin Kaya" }).click();
    await expect(title).toHaveValue("The beamer hums");
    await expect(radio(page, w("report.impact"), company.team)).toBeChecked();
  });

  test("another person sees nothing of it, and it waits for whose it is", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4714");
    await untilKept(page, "4714");
    await enter("Daniel Reyes", "/");
    await settled(page);
    await expect(drafts(page, w)).toHaveCount(0);
    await enter("Daniel Reyes", LAPTOP);
    await expect(centre(page, company)).toHaveValue("");
    await expect(page.getByText(w.like("requests.restored"))).toHaveCount(0);
    await centre(page, company).fill("9999");
    await untilKept(page, "9999");
    await enter("Aylin Kaya", LAPTOP);
    await expect(centre(page, company)).toHaveValue("4714");
  });

  test("signing out keeps it for the same person", async ({ page, enter, w, company, watch }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4715");
    await untilKept(page, "4715");
    await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
    await page.getByRole("button", { name: w("shell.sign_out") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
    await enter("Aylin Kaya", LAPTOP);
    await expect(centre(page, company)).toHaveValue("4715");
  });

  test("what was kept before there was a database is moved over once", async ({ page, enter, w, as, company }) => {
    const api = await as("Aylin Kaya");
    const { form } = await api.get<{ form: { version: number } }>("/catalog/items/laptop");
    await enter("Aylin Kaya", "/status");
    await page.evaluate((version) => {
      const content = { version, answers: { "cost-centre": "4716" }, own: ["cost-centre"], quantity: "1", key: "" };
      const draft = { saved_at: Date.now(), person: "aylin-kaya", title: "Laptop", content };
      localStorage.setItem("guichet:draft:request:laptop", JSON.stringify(draft));
    }, form.version);
    await page.goto("/");
    await expect(drafts(page, w).getByRole("link", { name: company.laptop.name })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem("guichet:draft:request:laptop"))).toBeNull();
    await drafts(page, w).getByRole("link", { name: company.laptop.name }).click();
    await expect(centre(page, company)).toHaveValue("4716");
  });
});

test.describe("several tabs", () => {
  test("one leads, the other follows, takes over, and is left alone", async ({ page, context, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await expect(centre(other, company)).toHaveValue("4410");
    await axeInBothSchemes(other);

    // Live, letter by letter as it were.
    await centre(page, company).fill("4717");
    await expect(centre(other, company)).toHaveValue("4717");
    await radio(page, company.laptop.model, company.laptop.standard).check();
    await expect(radio(other, company.laptop.model, company.laptop.standard)).toBeChecked();

    // All of it can be read there, and none of it sent.
    await toCheck(other, w).click();
    await expect(other.getByRole("definition").filter({ hasText: "4717" })).toBeVisible();
    await expect(send(other, company)).toBeDisabled();
    await expect(send(other, company)).toHaveAccessibleDescription(w("drafts.locked"));
    await other.goBack();

    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(other.getByText(w("drafts.taken_over"))).toBeVisible();
    await expect(centre(other, company)).toBeEnabled();
    await expect(elsewhere(page, w)).toBeVisible();
    await expect(centre(page, company)).toBeDisabled();
    await centre(other, company).fill("4718");
    await expect(centre(page, company)).toHaveValue("4718");

    // Back again, without anything lost on the way.
    await page.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(page, company)).toBeEnabled();
    await expect(centre(other, company)).toBeDisabled();
    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(other, company)).toBeEnabled();
    await centre(other, company).fill("4719");
    await expect(centre(page, company)).toHaveValue("4719");
    await other.close();
    await expect(elsewhere(page, w)).toHaveCount(0);
    await expect(centre(page, company)).toBeEnabled();
    await expect(centre(page, company)).toHaveValue("4719");
    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  });

  test("a tab that is asleep is not waited for", async ({ page, context, enter, w, company }) => {
    await page.addInitScript(() => {
      const hear = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage");
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
        get: hear?.get,
        set(this: BroadcastChannel, listen: ((event: MessageEvent) => void) | null) {
          const awake = (event: MessageEvent) => ("asleep" in window ? undefined : listen?.(event));
          hear?.set?.call(this, listen && awake);
        },
      });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4720");
    await untilKept(page, "4720");
    // It hears nothing any more, and holds its lock.
    await page.evaluate(() => Object.assign(window, { asleep: true }).name);
    const other = await tab(context, LAPTOP);
    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("4720");
  });

  test("a request that is sent in one tab is over in the other", async ({ page, context, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await toCheck(page, w).click();
    await send(page, company).click();
    const id = await receipt(page);
    await expect(other.getByText(w("drafts.sent_title")).first()).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await axeInBothSchemes(other);
    await other.getByRole("link", { name: w("drafts.sent_link", { ticket: id }) }).click();
    await expect(other).toHaveURL(`/tickets/${id}`);
    // Whoever asks again begins anew.
    await other.goto(LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("");
  });

  test("a request that is put into the cart in one tab is over in the other", async ({
    page,
    context,
    enter,
    w,
    company,
  }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    // Whoever only looks on puts nothing in.
    await expect(add(other, w)).toBeDisabled();
    await expect(add(other, w)).toHaveAccessibleDescription(w("drafts.locked"));
    await add(page, w).click();
    await expect(page).toHaveURL("/cart");
    await expect(other.getByText(w("drafts.in_cart_title")).first()).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await axeInBothSchemes(other);
    await other.getByRole("link", { name: w("drafts.in_cart_link"), exact: true }).click();
    await expect(other).toHaveURL("/cart");
    await expect(line(other, company.laptop.name)).toBeVisible();
    // Whoever asks again begins anew.
    await other.goto(LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("");
    await other.goto("/");
    await settled(other);
    await expect(drafts(other, w)).toHaveCount(0);
  });

  test("a report in two tabs", async ({ page, context, enter, w }) => {
    const title = (of: Page) => of.getByRole("textbox", { name: w("report.title") });
    await enter("Aylin Kaya", "/report");
    await title(page).fill("The door stays open");
    const other = await tab(context, "/report");
    await expect(elsewhere(other, w)).toBeVisible();
    await expect(title(other)).toBeDisabled();
    await expect(title(other)).toHaveValue("The door stays open");
    await title(page).fill("The door stays shut");
    await expect(title(other)).toHaveValue("The door stays shut");
    await axeInBothSchemes(other);
    await page.close();
    await expect(title(other)).toBeEnabled();
    await expect(title(other)).toHaveValue("The door stays shut");
  });

  test("a browser without locks says that both tabs write", async ({ page, context, enter, w, company }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4721");
    await untilKept(page, "4721");
    const other = await tab(context, LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await centre(other, company).fill("4722");
    await expect(page.getByText(w("drafts.shared_title"))).toBeVisible();
    await untilKept(other, "4722");
    await page.reload();
    await expect(centre(page, company)).toHaveValue("4722");
  });
});

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
});

test.describe("the list on the start page", () => {
  test("one can go on, throw away, and think again", async ({ page, enter, w, company }) => {
    const { laptop } = company;
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4723");
    await untilKept(page, "4723");
    await page.goto("/report");
    await page.getByRole("textbox", { name: w("report.title") }).fill("The lamp flickers");
    await untilKept(page, "The lamp flickers");
    await page.goto("/");
    const list = drafts(page, w);
    await expect(list.getByRole("listitem")).toHaveCount(2);
    await expect(list.getByText(w.like("drafts.saved")).first()).toBeVisible();
    await settled(page);
    await axeInBothSchemes(page);

    const away = list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}\\s+${laptop.name}$`) });
    const undo = list.getByRole("button", { name: new RegExp(`^${w("drafts.undo")}\\s+${laptop.name}$`) });
    await away.click();
    await expect(undo).toBeFocused();
    await expect(list.getByText(w("drafts.thrown_away", { title: laptop.name }))).toBeVisible();
    await expect.poll(() => everything(page)).not.toContain("4723");
    await axeInBothSchemes(page);
    await undo.click();
    await expect(away).toBeFocused();
    await untilKept(page, "4723");
    await list.getByRole("link", { name: laptop.name }).click();
    await expect(centre(page, company)).toHaveValue("4723");

    await page.goto("/");
    await away.click();
    await expect.poll(() => everything(page)).not.toContain("4723");
    await page.goto("/");
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await page.goto(LAPTOP);
    await expect(centre(page, company)).toHaveValue("");
  });

  test("one whose item is gone shows what was typed, and can only be thrown away", async ({
    page,
    enter,
    w,
    company,
    watch,
  }) => {
    watch.expect(/catalog\/items\/laptop: 404$/);
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await untilKept(page, "4410");
    const problem = { type: "about:blank", title: "Not found", status: 404, code: "not_found" };
    await page.route(/\/catalog\/items\/laptop$/, (route) =>
      route.fulfill({ status: 404, contentType: "application/problem+json", json: problem }),
    );
    await page.goto("/");
    const list = drafts(page, w);
    await expect(list.getByText(w("drafts.gone"))).toBeVisible();
    await expect(list.getByRole("link", { name: company.laptop.name })).toHaveCount(0);
    await list.getByText(w("drafts.said")).click();
    await expect(list.getByText("Packaging, some video")).toBeVisible();
    await axeInBothSchemes(page);
    await list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) }).click();
    await expect.poll(() => everything(page)).not.toContain("Packaging");
  });

  test("nothing is kept for longer than a quarter of a year", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4724");
    await untilKept(page, "4724");
    await page.goto("/status");
    await age(page, 89);
    await page.goto("/");
    await expect(drafts(page, w).getByRole("link", { name: company.laptop.name })).toBeVisible();
    await age(page, 2);
    await page.goto("/");
    await settled(page);
    await expect.poll(() => everything(page)).not.toContain("4724");
    await expect(drafts(page, w)).toHaveCount(0);
  });

  test("a home without drafts fetches nothing for them", async ({ page, enter, w }) => {
    const opened: string[] = [];
    await page.exposeFunction("opens", (name: string) => opened.push(name));
    await page.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name: string, version?: number) {
        (window as unknown as { opens: (name: string) => void }).opens(name);
        return open.call(this, name, version);
      };
    });
    await enter("Aylin Kaya", "/");
    await settled(page);
    await expect(drafts(page, w)).toHaveCount(0);
    expect(opened).toEqual([]);
  });
});

test("a browser that keeps nothing says so, and nothing is lost while one looks around", async ({
  page,
  enter,
  w,
  company,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await enter("Aylin Kaya", LAPTOP);
  await expect(page.getByText(w("drafts.unkept_title"))).toBeVisible();
  await fill(page, w, company);
  await axeInBothSchemes(page);
  const navigation = page.getByRole("navigation", { name: w("shell.navigation") });
  await navigation.getByRole("link", { name: w("shell.approvals") }).first().click();
  await expect(page).toHaveURL("/approvals");
  await page.goBack();
  await expect(centre(page, company)).toHaveValue("4410");
  await expect(page.getByText(w.like("common.saved_at"))).toHaveCount(0);
  await toCheck(page, w).click();
  await send(page, company).click();
  await receipt(page);
});

test("a full disk says so, and the form can still be sent", async ({ page, enter, w, company }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await enter("Aylin Kaya", LAPTOP);
  await expect(page.getByText(w("drafts.unkept_title"))).toHaveCount(0);
  await fill(page, w, company);
  await expect(page.getByText(w("drafts.unkept_title"))).toBeVisible();
  await toCheck(page, w).click();
  await send(page, company).click();
  await receipt(page);
});

test.describe("on a phone, in German, in the dark, without a mouse", () => {
  test.use({ language: "de", viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      addEventListener("pointerdown", () => console.error("a mouse was used"), true);
    });
  });

  test("a form in two tabs, then the list", async ({ page, context, enter, w, company }) => {
    const { laptop } = company;
    await enter("Aylin Kaya", LAPTOP);
    await chooseAt(page, page.getByRole("group", { name: laptop.model }), laptop.design);
    await typeAt(page, page.getByRole("textbox", { name: laptop.use }), "Verpackungen");
    await typeAt(page, centre(page, company), "4410");
    await untilKept(page, "4410");

    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await axeInBothSchemes(other);
    await other.emulateMedia({ colorScheme: "dark" });
    await enterAt(other, other.getByRole("button", { name: w("drafts.here") }));
    // What had the focus is gone; the words that took its place have it.
    await expect(other.getByRole("status").filter({ hasText: w("drafts.taken_over") })).toBeFocused();
    await typeAt(other, centre(other, company), "");
    await other.keyboard.press("Control+A");
    await other.keyboard.type("4725");
    await expect(centre(page, company)).toHaveValue("4725");
    await page.close();
    await untilKept(other, "4725");

    await other.goto("/");
    const list = drafts(other, w);
    await enterAt(other, list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) }));
    const undo = list.getByRole("button", { name: new RegExp(`^${w("drafts.undo")}`) });
    await expect(undo).toBeFocused();
    await other.keyboard.press("Enter");
    await expect(list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) })).toBeFocused();
    await enterAt(other, list.getByRole("link", { name: laptop.name }));
    await expect(centre(other, company)).toHaveValue("4725");
    await expect(other.getByRole("heading", { level: 1 })).toBeFocused();
  });
});
