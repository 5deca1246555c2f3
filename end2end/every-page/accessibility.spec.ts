// axe-core on every page: no violation of WCAG 2.2 AA, in light and in dark.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures";
import { visitEveryPage } from "./visit";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is accessible, in ${colorScheme}`, async ({ page, api, desk, patient, fresh, link }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme });
    await visitEveryPage({ page, api, desk, patient, fresh, link }, async (name) => {
      let violations: Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"] = [];
      // Where a form's answer removes the page while it is read, the new one is read.
      await expect(async () => {
        ({ violations } = await new AxeBuilder({ page }).withTags(RULES).analyze());
      }).toPass({ timeout: 20_000 });
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      expect.soft(found, name).toEqual([]);
    });
  });
}
