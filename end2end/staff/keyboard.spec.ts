// A front desk from its first start on, without a mouse: every step is a key.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import * as OTPAuth from "otpauth";
import { ANSWER, QUESTION } from "../support/api";
import { expect, test } from "../support/fixtures";
import { Patient } from "../support/patient";

class Keys {
  constructor(private readonly page: Page) {}

  /** Continues by Tab until this has the focus; answers how often the key was pressed. */
  async to(target: Locator): Promise<number> {
    for (let presses = 1; presses <= 60; presses++) {
      await this.page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return presses;
    }
    throw new Error(`no Tab leads to ${target}`);
  }

  async type(label: string, text: string) {
    const presses = await this.to(this.page.getByRole("textbox", { name: label, exact: true }));
    await this.page.keyboard.type(text);
    return presses;
  }

  async press(role: "button" | "link", name: string) {
    await this.to(this.page.getByRole(role, { name, exact: true }).first());
    await this.page.keyboard.press("Enter");
  }
}

const MANAGER = { name: "Robin Okafor", email: "robin@quay.example", password: "copper lantern biscuit" };

test("a clinic is set up and its patients invited by keyboard alone", async ({ page, fresh, link, javaScriptEnabled }) => {
  test.setTimeout(120_000);
  const keys = new Keys(page);

  await page.goto(link);
  for (const [name, text] of Object.entries({ clinic: "Quay Clinic", phone: "01632 960 100", ...MANAGER })) {
    await keys.to(page.locator(`[name=${name}]`));
    await page.keyboard.type(text);
  }
  await keys.to(page.locator("[name=mail][value=server]"));
  await page.keyboard.press("Space");
  await keys.type("Mail server name", "127.0.0.1");
  await keys.to(page.locator("[name=mail_security]").first());
  // The last of four: without encryption, for a server on this machine.
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowDown");
  await keys.type("Port", `${fresh.mailbox.port}`);
  await keys.type("Sender address", "desk@quay.example");
  await keys.type("Send the test email to", MANAGER.email);
  await keys.press("button", "Send test email");
  await expect(page.getByText(`The mail server accepted the test email to ${MANAGER.email}`)).toBeVisible();
  expect((await fresh.mailbox.take(MANAGER.email)).from?.text).toContain("desk@quay.example");
  await keys.to(page.locator("[name=password]"));
  await page.keyboard.type(MANAGER.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/set-up\/done$/);
  const again = await page.request.get(link);
  expect(again.ok(), "the link works once").toBe(false);

  await keys.press("link", "Staff sign in");

  const signIn = async () => {
    await keys.type("Email address", MANAGER.email);
    await keys.to(page.locator("[name=password]"));
    await page.keyboard.type(MANAGER.password);
    await page.keyboard.press("Enter");
  };
  await signIn();
  await expect(page).toHaveURL(/\/staff\/authenticator$/);
  const secret = (await page.locator(".authenticator code").innerText()).replaceAll(" ", "");
  const app = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) });
  const code = async (at: number) => {
    await keys.to(page.locator("[name=code]"));
    await page.keyboard.type(app.generate({ timestamp: at }));
    await page.keyboard.press("Enter");
  };
  await code(Date.now());
  await expect(page.locator(".recovery-codes code")).toHaveCount(10);
  await keys.press("link", "I have saved my recovery codes");
  await expect(page).toHaveURL(/\/staff\/requests$/);
  await keys.press("button", "Sign out");
  await signIn();
  await expect(page).toHaveURL(/\/staff\/sign-in\/code$/);
  // A code works once, so this is the next one: it is taken a step early.
  await code(Date.now() + 30_000);
  await expect(page).toHaveURL(/\/staff\/requests$/);

  await keys.press("link", "New request");
  await expect(page.getByRole("heading", { level: 1, name: "New request" })).toBeVisible();
  const presses = [
    await keys.type("Patient ID", "QUAY-1"),
    await keys.type("Name the patient will recognise", "Emma's record"),
    // One for the choice of ways, and on to what the chosen one asks.
    await keys.type("Question", QUESTION),
    await keys.type("Answer", ANSWER),
  ];
  expect(presses.slice(1)).toEqual([1, 2, 1]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Emma's record" })).toBeVisible();
  const first = await page.inputValue("#link");

  await keys.press("link", "Print letter");
  await expect(page.locator(".letter")).toContainText("Emma's record");
  expect((await page.pdf({ format: "A4" })).subarray(0, 4).toString()).toBe("%PDF");
  await keys.press("link", "Back to the request");
  await keys.to(page.locator("details.more > summary"));
  await page.keyboard.press("Enter");
  await keys.to(page.locator(".more a[href$='/reissue']"));
  await page.keyboard.press("Enter");
  await keys.press("button", "Replace code");
  await expect(page.getByText("The old code no longer works")).toBeVisible();
  await expect(page.locator("#link")).not.toHaveValue(first);
  const link2 = await page.inputValue("#link");

  await keys.press("link", "Requests");
  await keys.to(page.locator("[name=q]"));
  await page.keyboard.type("emm");
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody")).toContainText("QUAY-1");

  const patient = new Patient(await (await page.context().browser()!.newContext({ baseURL: fresh.url })).newPage(), fresh.mailbox, javaScriptEnabled);
  await patient.connect(new URL(link2).hash.slice(1), ANSWER, "Emma");
  await page.reload();
  const download = page.waitForEvent("download");
  await keys.press("link", "Download connected patients");
  expect(await readFile(await (await download).path(), "utf8")).toContain("QUAY-1");
});
