// For what a test asks once and does not wait for, such as whether something is visible or how many there are.
import type { Page } from "@playwright/test";

/** Waits until the page has all its parts. */
export async function wholePage(page: Page) {
  await page.waitForLoadState();
}
