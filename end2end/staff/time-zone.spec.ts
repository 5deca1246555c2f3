// The first start proposes the time zone of the browser that it is done in.
import { expect, test } from "../support/fixtures";

test.use({ timezoneId: "America/Los_Angeles" });

test("the first start proposes the browser's time zone", async ({ page, link }) => {
  await page.goto(link);
  await expect(page.getByLabel("Time zone")).toHaveValue("America/Los_Angeles");
});
