// What the islands add to the front desk's pages, beside what works without them.
import type { Page } from "@playwright/test";
import { ANSWER, QUESTION, freshId } from "./api";
import { expect, test } from "./fixtures";

const REQUEST = { friendly_name: "Emma's record", question: QUESTION, answer: ANSWER };

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("the link and the code are copied by a button each, which says so", async ({ page, desk, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const link = await page.inputValue("#link");
  for (const [name, text] of [
    ["Copy the link", link],
    ["Copy the code", new URL(link).hash.slice(1)],
  ]) {
    const button = page.getByRole("button", { name });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".copy").filter({ has: button }).locator("[aria-live=polite]")).toHaveText("Copied");
    expect(await clipboard(page)).toBe(text);
  }
});

test("where a page may not copy, it selects", async ({ page, desk }) => {
  // As on plain http.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }));
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const link = await page.inputValue("#link");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByText("Selected. Now copy it with your keyboard or the menu")).toBeVisible();
  await expect(page.locator("#link")).toBeFocused();
  expect(await page.locator("#link").evaluate((field: HTMLInputElement) => field.selectionEnd! - field.selectionStart!)).toBe(link.length);
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(new URL(link).hash.slice(1));
});

test("a request whose code is over has nothing to copy and loads no script", async ({ page, desk }) => {
  await desk.signIn();
  await desk.make({ external_id: freshId(), ...REQUEST });
  const scripts: string[] = [];
  await page.getByRole("button", { name: "Cancel this code" }).click();
  page.on("request", (request) => {
    if (/\.(js|wasm)$/.test(request.url())) scripts.push(request.url());
  });
  await page.reload();
  await page.waitForLoadState("networkidle");
  await expect(page.locator("#link")).toHaveCount(0);
  expect(scripts).toEqual([]);
});
