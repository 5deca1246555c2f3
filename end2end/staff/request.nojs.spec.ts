// The front desk's pages without scripts.
import { ANSWER, QUESTION, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

test("QR code and link are shown on demand, and no copy button", async ({ page, desk }) => {
  await desk.signIn();
  await desk.make({ external_id: freshId(), friendly_name: "Emma's record", question: QUESTION, answer: ANSWER });
  await expect(page.locator("#link")).toHaveValue(/\/connect#[A-Z-]{24}$/);
  await expect(page.locator("#link")).not.toBeEditable();
  await page.getByText("Show the QR code").click();
  await expect(page.locator(".hand-over .qr")).toBeVisible();
  await expect(page.locator(".hand-over .link")).toHaveText(/\/connect#[A-Z-]{24}$/);
  await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
});

test("letters of new codes are printed from the page that created them", async ({ page, desk, api }) => {
  const patient = freshId();
  for (const number of [1, 2]) await api.make(`${patient}-${number}`);
  await desk.signIn();
  await page.goto(`/staff/requests?q=${patient}`);
  await page.check("[name=all]", { force: true });
  await page.getByRole("button", { name: "Replace codes…" }).click();
  await page.getByRole("button", { name: "Replace 2 codes" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Create one PDF of the 2 letters" }).click();
  expect((await download).suggestedFilename()).toBe("letters.pdf");
});
