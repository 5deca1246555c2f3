// From the switch of languages to "You are connected", in one language: the same with scripts and without.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ANSWER, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

type Way = { tag: string; direction: "ltr" | "rtl"; name: string; connected: string };

/** What each page of the way has to be. `SHOTS` names a folder for pictures. */
async function look(page: Page, way: Way, step: string) {
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", way.tag);
  await expect(html).toHaveAttribute("dir", way.direction);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`), step).toEqual([]);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${step} at ${width} px`).toBeLessThanOrEqual(0);
    if (process.env.SHOTS && width > 320) {
      await page.screenshot({ path: `${process.env.SHOTS}/${way.tag}-${step}-${width}.png`, fullPage: true });
    }
  }
}

export function wayInLanguage(way: Way) {
  test(`the whole way in ${way.name}`, async ({ page, patient, api, mailbox }) => {
    test.setTimeout(300_000);
    await page.goto("/");
    await page.locator(".languages summary").click();
    await look(page, { ...way, tag: "en", direction: "ltr" }, "switch");
    await page.locator(`.languages button[value="${way.tag}"]`).click();
    await look(page, way, "home");
    const { identity_code } = await api.make(freshId());
    await page.goto("/connect");
    await look(page, way, "code");
    await patient.enterCode(identity_code);
    await look(page, way, "question");
    await patient.answer("Leeward");
    await look(page, way, "wrong-answer");
    await patient.answer(ANSWER);
    await patient.createAccount(() => look(page, way, "digits"));
    await look(page, way, "record");
    await patient.makeRecord("Emma");
    await look(page, way, "authorize");
    await patient.decide("authorize");
    await look(page, way, "done");
    await expect(page.locator("h1")).toContainText(way.connected);
    const receipt = await mailbox.take(patient.account.email);
    expect(receipt.subject).toContain(way.connected);
    for (const path of ["/account", "/account/activity", "/account/details", "/privacy"]) {
      await page.goto(path);
      await look(page, way, path.replaceAll("/", "-").slice(1));
    }
  });
}
