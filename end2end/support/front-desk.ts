// The front desk's steps.
import { expect, type Page } from "@playwright/test";
import { wholePage } from "./whole-page";

/** On a narrow screen the navigation is behind a button. */
export async function signOutOfDesk(page: Page) {
  await wholePage(page);
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.click("form[action='/staff/sign-out'] button");
}

export class FrontDesk {
  constructor(
    private readonly page: Page,
    private readonly staff: { email: string; password: string },
  ) {}

  async signIn() {
    await this.page.goto("/staff/sign-in");
    await this.page.fill("[name=email]", this.staff.email);
    await this.page.fill("[name=password]", this.staff.password);
    await this.page.click("main button");
    await expect(this.page).toHaveURL(/\/staff\/requests$/);
  }

  /** Makes a request, and stands on its page afterwards. */
  async make(request: { external_id: string; friendly_name: string; question: string; answer: string; email?: string }) {
    await this.page.goto("/staff/requests/new");
    await this.fill(request);
    await this.page.click("main form:has([name=external_id]) button");
    await expect(this.page.getByRole("heading", { level: 1, name: request.friendly_name })).toBeVisible();
  }

  /** Opens what is rarely done to a request, and goes to one of it. */
  async more(page: "cancel" | "merge" | "reissue" | "rename") {
    await this.page.click("main details.more > summary");
    await this.page.click(`main .more a[href$='/${page}']`);
  }

  /** Fills in the form of a new request; an address chooses mail. */
  async fill(fields: Record<string, string>) {
    if (fields.email) await this.page.check("[name=delivery][value=email]", { force: true });
    for (const [name, value] of Object.entries(fields)) await this.page.fill(`[name=${name}]`, value);
  }

  /** After a patient typed question and answer: the screen is the desk's again. */
  async takeScreenBack() {
    await this.page.fill("[name=password]", this.staff.password);
    await this.page.click("main form button");
    await expect(this.page).toHaveURL(/\/staff\/requests\//);
  }

  async signOut() {
    await signOutOfDesk(this.page);
  }
}
