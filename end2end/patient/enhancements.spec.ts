// What the islands add to pages that work without them.
import { expect, test } from "../support/fixtures";

test("the code field counts, groups and marks an impossible letter", async ({ page }) => {
  await page.goto("/connect");
  const code = page.locator("[name=code]");
  await expect(async () => {
    await code.fill("");
    await code.pressSequentially("bcdf ghO");
    await expect(page.locator("main")).toContainText("7 of 20 letters", { timeout: 500 });
  }).toPass();
  await expect(page.locator("main")).toContainText("Codes do not use the letter O or any numbers. Check the 7th letter");
  await code.press("Backspace");
  await expect(page.locator("main")).not.toContainText("Check the 7th letter");
  await code.press("Tab");
  await expect(code).toHaveValue("BCDF-GH");
});

for (const [name, pasted] of [
  ["B1 a link", "https://connect.example.org/connect#JKYZ-QNMN-VHRX-ZGNR-GZNF"],
  ["B1 a sentence", "My code is JKYZ-QNMN-VHRX-ZGNR-GZNF."],
  ["B1 dots", "JKYZ.QNMN.VHRX.ZGNR.GZNF"],
  ["B2 Cyrillic capitals", "ЈКУZ-QNМN-VНRХ-ZGNR-GZNF"],
]) {
  test(`the code field does not complain of what the server takes: ${name}`, async ({ page }) => {
    await page.goto("/connect");
    const code = page.locator("[name=code]");
    // Awake once it counts.
    await expect(async () => {
      await code.fill("");
      await code.pressSequentially("bcd");
      await expect(page.locator("main")).toContainText("3 of 20 letters", { timeout: 500 });
    }).toPass();
    await code.fill(pasted);
    await expect(page.locator("main")).not.toContainText("3 of 20 letters");
    await expect(page.locator(".code-complaint")).toBeEmpty();
    await code.press("Tab");
    await expect(code).toHaveValue(pasted);
    await expect(page.locator("main")).not.toContainText("Check the");
  });
}

test("a link's code leaves the address and the history", async ({ page }) => {
  await page.goto("/");
  await page.goto("/connect#JKYZ-QNMN-VHRX-ZGNR-GZNH");
  await expect(page.locator("[name=code]")).toHaveValue("JKYZ-QNMN-VHRX-ZGNR-GZNH");
  expect(page.url()).not.toContain("JKYZ");
  await page.goBack();
  await page.goForward();
  expect(page.url()).not.toContain("JKYZ");
});

test("a session's end is announced and can be put off without losing input", async ({ page, api, patient }) => {
  await page.clock.install();
  const { identity_code } = await api.make();
  await patient.enterCode(identity_code);
  const warning = page.locator(".session-warning");
  await page.fill("[name=answer]", "Wind");
  await expect(async () => {
    await page.clock.fastForward("28:06");
    await expect(warning).toContainText("less than 2 minutes", { timeout: 500 });
  }).toPass();
  await page.clock.fastForward("01:00");
  await expect(warning).toContainText("less than 1 minute");
  await warning.getByRole("link").click();
  await expect(warning).toBeHidden();
  await expect(page.locator("[name=answer]")).toHaveValue("Wind");
  await page.clock.fastForward("30:06");
  await expect(warning).toContainText("This page timed out because");
});

test("a page without an island loads no script", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.(js|wasm)$/.test(request.url())) scripts.push(request.url());
  });
  await page.goto("/");
  await page.goto("/help");
  await page.waitForLoadState("networkidle");
  expect(scripts).toEqual([]);
});
