// The patient's steps. Each ends on the page that follows, and fails where that one does not come.
import { expect, type Page } from "@playwright/test";
import type { Mailbox } from "./installation";
import { wholePage } from "./whole-page";

let people = 0;

export type Account = { name: string; email: string; password: string };

export class Patient {
  readonly account: Account;

  constructor(
    readonly page: Page,
    private readonly mailbox: Mailbox,
    private readonly scripts: boolean,
  ) {
    people += 1;
    const email = `emma-${process.pid}-${people}@patient.example`;
    this.account = { name: "Emma Hansen", email, password: "winter lantern biscuit" };
  }

  /** Opens the link of an email; without scripts its code has to be typed. */
  async openLink(link: string) {
    const code = new URL(link).hash.slice(1);
    await this.page.goto(link);
    if (this.scripts) {
      await expect(this.page.locator("[name=code]")).toHaveValue(code);
      expect(new URL(this.page.url()).hash).toBe("");
    } else {
      await this.page.fill("[name=code]", code);
    }
    await this.send("code");
  }

  async enterCode(code: string) {
    await this.page.goto("/connect");
    await this.page.fill("[name=code]", code);
    await this.send("code");
  }

  async answer(answer: string) {
    await this.page.fill("[name=answer]", answer);
    await this.send("answer");
  }

  /** `onDigits` looks at the page that asks for the mailed digits. */
  async createAccount(onDigits = async () => {}) {
    await expect(this.page).toHaveURL(/\/(sign-in|create-account)$/);
    if (this.page.url().endsWith("/sign-in")) await this.page.locator("main a[href='/create-account']").click();
    await this.page.fill("[name=name]", this.account.name);
    await this.page.fill("[name=email]", this.account.email);
    await this.page.fill("[name=password]", this.account.password);
    await this.send("password");
    await onDigits();
    const mail = await this.mailbox.take(this.account.email);
    await this.page.fill("[name=digits]", /\b\d{6}\b/.exec(mail.text ?? "")![0]);
    await this.send("digits");
  }

  /** From the sign-in page to a new password, by the digits of the email or by its link. */
  async forgetPassword(by: "digits" | "link") {
    await expect(this.page).toHaveURL(/\/sign-in$/);
    await this.page.locator("main a[href='/forgot-password']").click();
    await this.page.fill("[name=email]", this.account.email);
    await this.send("email");
    const text = (await this.mailbox.take(this.account.email)).text ?? "";
    this.account.password = `velvet ${by} ladder lantern`;
    if (by === "link") {
      await this.page.goto(/https?:\/\/\S+\/forgot-password\/\S+/.exec(text)![0]);
    } else {
      await this.page.fill("[name=digits]", /\b\d{6}\b/.exec(text)![0]);
    }
    await this.page.fill("[name=password]", this.account.password);
    await this.send("password");
  }

  async signOut() {
    await this.page.goto("/account");
    await this.page.locator("form[action='/sign-out'] button").first().click();
  }

  async signIn() {
    await this.page.goto("/sign-in");
    await this.page.fill("[name=email]", this.account.email);
    await this.page.fill("[name=password]", this.account.password);
    await this.send("password");
  }

  /** A record for someone, the first or a further one. */
  async makeRecord(name: string) {
    await expect(this.page).toHaveURL(/\/connect\/record$/);
    await wholePage(this.page);
    const someoneElse = this.page.locator("label[for=record-new]");
    if (await someoneElse.isVisible()) await someoneElse.click();
    await this.page.fill("[name=record_name]", name);
    await this.send("record_name");
  }

  async chooseRecord(name: string) {
    await expect(this.page).toHaveURL(/\/connect\/record$/);
    await this.page.locator("label", { hasText: name }).click();
    await this.send("record");
  }

  /** Answers whether the chosen record is the right one: "this", "another", "not-sure", or the name of the right one. */
  async checkRecord(answer: string) {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Is this the right record?");
    await wholePage(this.page);
    const value = this.page.locator(`input[name=record_check][value="${answer}"]`);
    const label = this.page.locator("label", { hasText: new RegExp(`^${answer}$`) });
    if ((await value.count()) > 0) await value.check({ force: true });
    else await label.first().click();
    await this.send("record_check");
  }

  async decide(decision: "authorize" | "decline") {
    await expect(this.page).toHaveURL(/\/connect\/authorize$/);
    await this.page.click(`[name=decision][value=${decision}]`);
    await expect(this.page).toHaveURL(decision === "authorize" ? /\/connect\/done$/ : /\/connect\/declined$/);
  }

  /** From a code to "You are connected", as someone who has no account yet. */
  async connect(code: string, answer: string, record: string) {
    await this.enterCode(code);
    await this.answer(answer);
    await this.createAccount();
    await this.makeRecord(record);
    await this.decide("authorize");
  }

  async disconnect() {
    await this.page.goto("/account");
    await this.page.click("form[action='/account/disconnect'] button");
  }

  /** What the page says; a page that shows nothing of the kind fails. */
  async reads(words: string | RegExp) {
    await expect(this.page.locator("main")).toContainText(words);
  }

  /** Sends the form that a field is in. */
  private async send(field: string) {
    const form = this.page.locator("main form").filter({ has: this.page.locator(`[name=${field}]`) });
    await form.getByRole("button").first().click();
  }
}
