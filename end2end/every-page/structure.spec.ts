// What holds of every page: cells stay in their tables, no heading is empty, the staff area marks the current page.
import { expect, test } from "../support/fixtures";
import { visitEveryPage } from "./visit";

/** What a page has of each of these, in a line each. */
function found(): string[] {
  const name = (element: Element) => element.outerHTML.slice(0, 120);
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const display = (element: Element) => getComputedStyle(element).display;
  const broken: string[] = [];

  // A row that is folded on a narrow screen has blocks, and its head is out of sight; otherwise a cell is a cell.
  const unseen = (cell: Element) => getComputedStyle(cell.closest("thead") ?? cell).position === "absolute" || getComputedStyle(cell).position === "absolute";
  const cells = all("td, th").filter((cell) => !unseen(cell));
  for (const cell of cells) {
    const row = display(cell.closest("tr")!);
    const allowed = row === "table-row" ? ["table-cell", "none"] : ["block", "none"];
    if (!allowed.includes(display(cell))) broken.push(`a cell is ${display(cell)} in a row that is ${row}: ${name(cell)}`);
  }
  for (const cell of cells) {
    const [box, edge] = [cell, cell.closest("table")!].map((part) => part.getBoundingClientRect());
    if (box.width > 1 && (box.left < edge.left - 1 || box.right > edge.right + 1)) broken.push(`a cell leaves its table: ${name(cell)}`);
  }
  for (const part of all(".badge, .button, .tabs a, .n")) {
    if (["table-cell", "table-row", "table"].includes(display(part))) broken.push(`a control is a part of a table: ${name(part)}`);
  }
  for (const row of all(".list tbody tr")) {
    const height = row.getBoundingClientRect().height;
    if (height > 60) broken.push(`a row is ${height} px high: ${name(row)}`);
  }
  for (const heading of all("h1, h2, h3")) {
    if (heading.textContent!.trim() === "") broken.push(`an empty heading: ${name(heading)}`);
  }
  if (all("h1").length !== 1) broken.push(`${all("h1").length} headings of the first level`);
  if (all(".rail").length > 0 && all(".rail [aria-current]").length !== 1) broken.push("no current mark in the navigation");
  for (const menu of all(".tabs, .section-menu")) {
    if (menu.querySelectorAll("[aria-current]").length !== 1) broken.push(`no current mark: ${name(menu)}`);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) broken.push("it scrolls sideways");
  if (all("[style]").length > 0) broken.push("a style of its own");
  return broken;
}

for (const width of [320, 1280]) {
  test(`every page holds together at ${width} px`, async ({ page, api, desk, patient, fresh, link }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: 900 });
    await visitEveryPage({ page, api, desk, patient, fresh, link }, async (name) => {
      await page.waitForLoadState();
      expect.soft(await page.evaluate(found), name).toEqual([]);
    });
  });
}
