// The staff area's small script: keys that lead to the search, a new request and the rows of a list, and the result of an
// email that shows itself.
import { ANSWER, freshId, QUESTION } from "../support/api";
import { expect, test } from "../support/fixtures";

test("keys lead to the search, a new request and the rows of a list", async ({ page, desk, api }) => {
  await api.make(freshId());
  await api.make(freshId());
  await desk.signIn();
  await page.goto("/staff/requests");

  await page.keyboard.press("/");
  const search = page.locator("main input[type=search]");
  await expect(search).toBeFocused();
  await page.keyboard.type("n?j");
  await expect(search).toHaveValue("n?j");
  await expect(page.locator("#shortcuts")).toBeHidden();

  await search.blur();
  const rows = page.locator("main tbody tr th a, main tbody tr td a");
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  const first = await rows.first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${first}$`));

  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/staff\/requests\/new$/);
});

test("the list of keys opens by one of them, and turns them off", async ({ page, desk }) => {
  await desk.signIn();
  await page.goto("/staff/requests");
  await page.keyboard.press("?");
  const list = page.locator("#shortcuts");
  await expect(list).toBeVisible();
  await list.getByRole("button", { name: "Turn shortcuts off" }).click();
  await list.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await expect(list).toBeHidden();
  await expect(page).toHaveURL(/\/staff\/requests$/);
});

test("the result of an email shows itself on the page of its request", async ({ page, desk, mailbox }) => {
  const email = `${freshId()}@patient.example`.toLowerCase();
  const answer = mailbox.hold(email);
  await desk.signIn();
  await desk.make({ external_id: freshId(), friendly_name: "Emma's record", question: QUESTION, answer: ANSWER, email });
  const main = page.locator("main");
  await expect(main).toContainText("Sending");
  answer();
  await expect(main).not.toContainText("Sending", { timeout: 20_000 });
  await expect(main).toContainText("Sent");
});
