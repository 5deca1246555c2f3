// What the islands add to staff pages that work without them.
import type { Page } from "@playwright/test";
import { ANSWER, QUESTION, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

const REQUEST = { friendly_name: "Emma's record", question: QUESTION, answer: ANSWER };

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a button each copies the link and the code, and says so", async ({ page, desk, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const link = await page.inputValue("#link");
  for (const [name, text] of [
    ["Copy link", link],
    ["Copy code", new URL(link).hash.slice(1)],
  ]) {
    const button = page.getByRole("button", { name });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".copy").filter({ has: button }).locator("[aria-live=polite]")).toHaveText("Copied");
    expect(await clipboard(page)).toBe(text);
  }
});

test("the copy button selects where the browser forbids copying", async ({ page, desk }) => {
  // As on plain http.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const link = await page.inputValue("#link");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Selected. Copy it with your keyboard or the menu")).toBeVisible();
  await expect(page.locator("#link")).toBeFocused();
  expect(await page.locator("#link").evaluate((field: HTMLInputElement) => field.selectionEnd! - field.selectionStart!)).toBe(link.length);
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(new URL(link).hash.slice(1));
});

test("a cancelled request has nothing to copy and loads no island", async ({ page, desk }) => {
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const scripts: string[] = [];
  await desk.more("cancel");
  await page.getByRole("button", { name: "Cancel request" }).click();
  await expect(page.getByRole("heading", { name: "This code no longer works" })).toBeVisible();
  page.on("request", (request) => {
    if (/\/islands\./.test(request.url())) scripts.push(request.url());
  });
  await page.reload();
  await page.waitForLoadState("networkidle");
  await expect(page.locator("#link")).toHaveCount(0);
  expect(scripts).toEqual([]);
});

const TAKEN = "This patient already has a code, created on";

test("a taken patient ID is reported on leaving the field and can be replaced", async ({ page, desk, api }) => {
  const [taken, free] = [freshId(), freshId()];
  const holder = await api.make(taken);
  await desk.signIn();
  await page.goto("/staff/requests/new");
  const field = page.locator("[name=external_id]");
  const notice = page.locator("[data-asks]");
  await field.fill(taken);
  await page.keyboard.press("Tab");
  await expect(notice).toContainText(TAKEN);
  await expect(notice.getByRole("link", { name: "View it" })).toHaveAttribute("href", `/staff/requests/${holder.id}`);

  await field.fill(free);
  await expect(notice).toBeEmpty();
  const asked = page.waitForResponse(/\/staff\/requests\/holder$/);
  await page.keyboard.press("Tab");
  await asked;
  await expect(notice).toBeEmpty();

  await field.fill(taken);
  await page.keyboard.press("Tab");
  await notice.getByRole("checkbox").check({ force: true });
  // Neither a tick nor a visit to the field removes the answer.
  await field.focus();
  await page.keyboard.press("Tab");
  await expect(notice.getByRole("checkbox")).toBeChecked();
  await desk.fill(REQUEST);
  await page.getByRole("button", { name: "Create code" }).click();
  await expect(page.getByRole("heading", { level: 1, name: REQUEST.friendly_name })).toBeVisible();
  expect(page.url()).not.toContain(holder.id);
});

test("a late response says nothing about what was typed after it", async ({ page, desk, api }) => {
  const [taken, free] = [freshId(), freshId()];
  await api.make(taken);
  await desk.signIn();
  await page.goto("/staff/requests/new");
  let let_go = () => {};
  const held = new Promise<void>((resolve) => (let_go = resolve));
  await page.route("/staff/requests/holder", async (route) => {
    if (route.request().postData() === `external_id=${taken}`) await held;
    await route.continue();
  });
  const field = page.locator("[name=external_id]");
  await expect(page.locator("leptos-island")).not.toHaveCount(0);
  const late = page.waitForRequest(/\/staff\/requests\/holder$/);
  await field.fill(taken);
  await page.keyboard.press("Tab");
  const first = await late;
  await field.fill(free);
  await page.keyboard.press("Tab");
  const answered = first.response();
  let_go();
  expect(await (await answered)!.text()).toContain(TAKEN);
  await expect(page.locator("[data-asks]")).toBeEmpty();
});

test("a signed-out screen learns nothing and keeps what was typed", async ({ page, desk, api, context }) => {
  const taken = freshId();
  await api.make(taken);
  await desk.signIn();
  await page.goto("/staff/requests/new");
  await context.clearCookies();
  const field = page.locator("[name=external_id]");
  const asked = page.waitForRequest(/\/staff\/requests\/holder$/);
  await field.fill(taken);
  await page.keyboard.press("Tab");
  expect((await (await asked).response())!.status()).toBe(303);
  await page.waitForTimeout(300);
  await expect(page.locator("[data-asks]")).toBeEmpty();
  await expect(field).toHaveValue(taken);
});
