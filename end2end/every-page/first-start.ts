// The pages that need an installation of their own: the first start, sign-in with an authenticator app, the operator's
// pages, and the locked screen.
import { expect, type Page } from "@playwright/test";
import * as OTPAuth from "otpauth";
import { signOutOfDesk } from "../support/front-desk";
import type { Installation } from "../support/installation";
import type { Look } from "./look";

const PASSWORD = "copper lantern biscuit";
const MANAGER = { name: "Robin Okafor", email: "robin@quay.example" };
const OPERATOR = { name: "Olu Bello", email: "olu@host.example" };

export async function visitFirstStart(page: Page, fresh: Installation, link: string, look: Look) {
  const open = async (path: string, name: string) => {
    await page.goto(fresh.url + path);
    await look(name);
  };
  const press = (name: string) => page.getByRole("button", { name }).first().click();
  const fill = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
  };
  const signIn = async (email: string) => {
    await page.goto(`${fresh.url}/staff/sign-in`);
    await fill({ email, password: PASSWORD });
    await page.click("main form button");
  };
  /** Sets up an authenticator app at sign-in; returns its recovery codes. */
  const enrol = async () => {
    await look("authenticator-at-the-door");
    const secret = (await page.locator(".authenticator code").innerText()).replaceAll(" ", "");
    await fill({ code: new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }).generate() });
    await page.click("main form button");
    await look("recovery-codes");
    return page.locator(".recovery-codes code").allInnerTexts();
  };

  await page.goto(link);
  await look("set-up");
  await press("Set up");
  await look("set-up-empty");
  await fill({ clinic: "Quay Clinic", phone: "01632 960 100", ...MANAGER });
  await page.check("[name=mail][value=server]", { force: true });
  await page.check("[name=mail_security][value=off]", { force: true });
  await fill({ mail_server: "127.0.0.1", mail_port: `${fresh.mailbox.port}`, mail_from: "desk@quay.example", test_to: MANAGER.email });
  await press("Send test email");
  await fresh.mailbox.take(MANAGER.email);
  await look("set-up-tested");
  await fill({ password: PASSWORD });
  await press("Set up");
  await look("set-up-done");
  await page.goto(link);
  await look("set-up-over");

  await signIn(MANAGER.email);
  const [recovery] = await enrol();
  await page.goto(`${fresh.url}/staff`);
  await signOutOfDesk(page);
  await signIn(MANAGER.email);
  await look("sign-in-code");
  await page.click("main form button");
  await look("sign-in-code-empty");
  await fill({ code: "000000" });
  await page.click("main form button");
  await look("sign-in-code-wrong");
  await open("/staff/sign-in/recovery", "sign-in-recovery");
  await fill({ code: "BCDF-GHJK-MNPQ" });
  await page.click("main form button");
  await look("sign-in-recovery-wrong");
  await fill({ code: recovery });
  await page.click("main form button");
  await expect(page).toHaveURL(/\/staff\/requests$/);
  await look("requests-empty");
  await open("/staff/overview", "overview-empty");
  await open("/staff/letters", "letters-empty");
  await signOutOfDesk(page);

  await fresh.addOperator({ ...OPERATOR, password: PASSWORD });
  await signIn(OPERATOR.email);
  await enrol();
  await open("/staff", "installation");
  await open("/staff/installation/mail", "installation-mail");
  await press("Send test email");
  await look("installation-mail-empty");
  await fill({ test_to: OPERATOR.email });
  await press("Send test email");
  await look("installation-mail-tested");
  await open("/staff/installation/checks", "installation-checks");
  await open("/staff/installation/locks", "installation-locks");
  await open("/staff/installation/clinics/new", "new-clinic");
  await press("Add clinic");
  await look("new-clinic-empty");
  await fill({ clinic: "Seaview Clinic", phone: "01632 960 789", name: "Alex Marlow", email: "alex@seaview.example" });
  await press("Add clinic");
  await look("clinic-added");
  await page.locator("section.setting-up button").click();
  await look("clinic-invite-empty");
  await page.goto(`${fresh.url}/staff`);
  await page.getByRole("link", { name: "Quay Clinic" }).click();
  await look("clinic");
  await open("/staff/requests", "operator-at-a-desk");

  await fresh.stop();
  await fresh.serve("+16m");
  await open("/staff/account", "locked");
  await page.click("main form button");
  await look("locked-empty");
  await fill({ password: "not the password" });
  await page.click("main form button");
  await look("locked-wrong");
}
