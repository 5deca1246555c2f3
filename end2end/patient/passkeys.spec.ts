// A passkey in a browser with scripts: added, used at the sign-in page and on the way to a clinic, removed.
import { ANSWER, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";
import { givePhone } from "../support/passkeys";
import type { Patient } from "../support/patient";

// A browser knows no passkeys of a host that is a number.
test.use({ baseURL: async ({ installation }, use) => use(installation.url.replace("127.0.0.1", "localhost")) });

async function addPasskey(patient: Patient, name: string) {
  const { page } = patient;
  await page.goto("/account");
  await page.click("a[href='/account/passkeys']");
  await page.fill("[name=name]", name);
  await page.fill("[name=password]", patient.account.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This browser cannot create a passkey")).toBeHidden();
  await page.getByRole("button", { name: "Create passkey" }).click();
}

async function connect(patient: Patient, code: string) {
  await patient.enterCode(code);
  await patient.answer(ANSWER);
}

test("a patient adds a passkey and signs in with it", async ({ page, patient, api, mailbox }) => {
  const letter = await api.make(freshId(), "Emma's record");
  await connect(patient, letter.identity_code);
  await patient.createAccount();
  const phone = await givePhone(page);
  await addPasskey(patient, "My phone");
  await patient.reads("The passkey is added");
  await patient.reads("My phone");
  expect(await phone.count()).toBe(1);
  await mailbox.take(patient.account.email, /A passkey was added/);

  // The phone has one for this account, and makes no second.
  await addPasskey(patient, "Twice");
  await expect(page.getByText("This device already has a passkey")).toBeVisible();
  expect(await phone.count()).toBe(1);

  // Locked, it signs nothing; the page stays, and the password would do.
  await patient.signOut();
  await phone.unlock(false);
  await page.goto("/sign-in");
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await button.click();
  await expect(page.getByText("The passkey was not used")).toBeVisible();
  await phone.unlock(true);
  await button.click();
  await expect(page).toHaveURL(/\/account$/);
  await patient.reads(patient.account.name);

  await page.click("a[href='/account/passkeys']");
  await patient.reads("Last used on");
  await page.click(".own-rows a");
  await page.fill("[name=password]", patient.account.password);
  await page.getByRole("button", { name: "Remove passkey" }).click();
  await patient.reads("You do not have any passkeys yet");
  await mailbox.take(patient.account.email, /A passkey was removed/);
  // The phone does not know that, and the server refuses what it signs.
  await patient.signOut();
  await page.goto("/sign-in");
  await patient.reads("This passkey did not sign you in");
  await button.click();
  await patient.reads("This passkey did not sign you in");
});

test("a passkey leads on to the clinic", async ({ page, patient, api }) => {
  const [first, second] = [await api.make(freshId(), "Emma's record"), await api.make(freshId(), "Tom's record")];
  await connect(patient, first.identity_code);
  await patient.createAccount();
  await patient.makeRecord("Emma");
  await patient.decide("authorize");
  await givePhone(page);
  await addPasskey(patient, "My phone");
  await patient.reads("The passkey is added");
  await patient.signOut();
  await connect(patient, second.identity_code);
  await page.goto("/sign-in");
  // The virtual authenticator chooses by itself what people choose from the browser's list.
  await patient.makeRecord("Tom");
  await patient.decide("authorize");
});

test("the email field proposes the passkey", async ({ page, patient, api, context }) => {
  const letter = await api.make(freshId(), "Emma's record");
  await connect(patient, letter.identity_code);
  await patient.createAccount();
  await givePhone(page);
  await addPasskey(patient, "My phone");
  await patient.reads("The passkey is added");
  await context.clearCookies();
  await page.goto("/sign-in");
  await expect(page).toHaveURL(/\/account$/);
});
