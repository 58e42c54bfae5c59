// Drafts on the start page.

import { axeInBothSchemes, expect, test } from "../fixtures";
import { age, centre, drafts, everything, LAPTOP, untilKept } from "../pages/drafts";
import { fill } from "../pages/laptop";
import { settled } from "../support/settle";

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
