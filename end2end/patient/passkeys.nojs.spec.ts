// Passkeys without scripts: the pages say that the browser cannot make one, and the password works as before.
import { ANSWER, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

test("without scripts nothing is lost but the passkey", async ({ page, patient, api }) => {
  const letter = await api.make(freshId(), "Emma's record");
  await patient.enterCode(letter.identity_code);
  await patient.answer(ANSWER);
  await patient.createAccount();
  await page.goto("/account/passkeys");
  await page.fill("[name=name]", "My phone");
  await page.fill("[name=password]", patient.account.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This browser cannot create a passkey")).toBeVisible();
  await expect(page.getByRole("button", { name: "Create passkey" })).toBeHidden();
  await page.click("a[href='/account/passkeys']");
  await patient.reads("You do not have any passkeys yet");
  await patient.signOut();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
  await patient.signIn();
  await expect(page).toHaveURL(/\/account$/);
});
