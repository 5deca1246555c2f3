// A second step: switched on at the account, asked for on the way to a clinic, left by a recovery code, switched off.
import { createHmac } from "node:crypto";
import { ANSWER, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

/** The six digits that an app shows for a secret (RFC 6238), so many steps of 30 seconds from now. */
function digits(secret: string, steps: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return `${number % 1_000_000}`.padStart(6, "0");
}

export function secondStep() {
  test("a patient asks for a second step and goes through it", async ({ page, patient, api, mailbox }) => {
    const [first, second] = [await api.make(freshId(), "Emma's record"), await api.make(freshId(), "Tom's record")];
    await patient.connect(first.identity_code, ANSWER, "Emma");
    await page.goto("/account");
    await page.click("a[href='/account/second-step']");
    await page.click("a[href='/account/second-step/set-up']");
    const secret = (await page.locator("main code").innerText()).replaceAll(" ", "");
    await expect(page.locator("svg.qr")).toBeVisible();
    await page.fill("[name=code]", digits(secret, 0));
    await page.fill("[name=password]", patient.account.password);
    await page.getByRole("button", { name: "Switch on the second step" }).click();
    await patient.reads("Your recovery codes");
    const [code] = await page.locator(".recovery-codes li").allInnerTexts();
    await page.getByRole("link", { name: "I have saved my recovery codes" }).click();
    await patient.reads("You have 10 recovery codes left");
    await mailbox.take(patient.account.email, /two steps/);

    // On the way to a clinic: a slip costs nothing of the way. The code of the next half minute is not used yet.
    await patient.signOut();
    await patient.enterCode(second.identity_code);
    await patient.answer(ANSWER);
    await patient.signIn();
    await patient.reads("We have kept your code and your answer");
    await page.fill("[name=code]", "12345");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.locator("#code-error")).toContainText("Enter a 6-digit code");
    await page.fill("[name=code]", digits(secret, 1));
    await page.getByRole("button", { name: "Continue" }).click();
    await patient.makeRecord("Tom");
    await patient.decide("authorize");

    await patient.signOut();
    await patient.signIn();
    await page.fill("[name=code]", code);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/account/second-step");
    await patient.reads("You have 9 recovery codes left");
    await page.goto("/account/second-step/recovery-codes");
    await page.fill("[name=password]", patient.account.password);
    await page.fill("[name=code]", code);
    await page.getByRole("button", { name: "Create new recovery codes" }).click();
    await expect(page.locator("#code-error")).toBeVisible();
  });
}
