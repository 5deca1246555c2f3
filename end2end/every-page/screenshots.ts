// Pictures of every page at three widths, in light and in dark, in the folder that SCREENSHOTS names.
import { join } from "node:path";
import { test } from "../support/fixtures";
import { visitEveryPage } from "./visit";

const folder = process.env.SCREENSHOTS ?? "screenshots";

for (const width of [320, 768, 1280]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`every page at ${width} pixels, in ${colorScheme}`, async ({ page, api, desk, patient, fresh, link }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await visitEveryPage({ page, api, desk, patient, fresh, link }, async (name) => {
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      });
    });
  }
}
