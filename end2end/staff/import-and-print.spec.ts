// Two hundred patients at once: from a file to requests, and from requests to one file of letters.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freshId } from "../support/api";
import { expect, test } from "../support/fixtures";

const HEADER = "external_id,friendly_name,question,answer,email,language,reason";

function table(count: number, id: string): Buffer {
  const row = (number: number) => `${id}-${number},Patient ${String(number).padStart(3, "0")},Which two words did we agree on?,quartz pepper ${number},,,`;
  return Buffer.from([HEADER, ...Array.from({ length: count }, (_, index) => row(index + 1))].join("\n"));
}

async function pages(pdf: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "letters-"));
  try {
    await writeFile(join(folder, "letters.pdf"), pdf);
    const { stdout } = await promisify(execFile)("pdfinfo", [join(folder, "letters.pdf")]);
    return /Pages:\s+(\d+)/.exec(stdout)![1];
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("200 patients are imported and their letters printed by keyboard alone", async ({ page, desk }) => {
  test.setTimeout(180_000);
  const press = async (name: string) => {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
  };
  await desk.signIn();
  await page.goto("/staff/import");
  await page.setInputFiles("#file", { name: "patients.csv", mimeType: "text/csv", buffer: table(200, freshId()) });
  await press("Check the file");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The file has 200 rows and no errors");
  await press("Create 200 requests");
  await expect(page.getByRole("progressbar")).toBeVisible();
  // The page looks again by itself.
  await expect(page.getByText("200 requests were created")).toBeVisible({ timeout: 120_000 });

  await page.getByRole("link", { name: "Print the letters" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(200);
  await press("Create one PDF of the selected letters");
  const download = page.getByRole("link", { name: "Download the letters" });
  await expect(download).toBeVisible({ timeout: 60_000 });
  const file = await page.request.get((await download.getAttribute("href"))!);
  expect(await pages(await file.body())).toBe("200");
});
