// The letter on paper: printed from the browser and as our own PDF, read back as a patient and their phone would.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { ANSWER, QUESTION, freshId } from "../support/api";
import { CLINIC, PHONE, expect, test } from "../support/fixtures";

const run = promisify(execFile);

/** A PDF, read with the tools of Debian's poppler-utils. */
class Paper {
  private constructor(
    private readonly folder: string,
    private readonly file: string,
  ) {}

  static async reading(pdf: Buffer, look: (paper: Paper) => Promise<void>) {
    const folder = await mkdtemp(join(tmpdir(), "letter-"));
    const file = join(folder, "letter.pdf");
    await writeFile(file, pdf);
    try {
      await look(new Paper(folder, file));
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  async facts(): Promise<Record<string, string>> {
    const { stdout } = await run("pdfinfo", [this.file]);
    return Object.fromEntries(stdout.split("\n").map((line) => line.split(/:\s+(.*)/s, 2)));
  }

  /** Its words in the order they are stored, which is the order a screen reader takes. */
  async words(): Promise<string> {
    const { stdout } = await run("pdftotext", ["-raw", this.file, "-"]);
    return stdout.replaceAll(/\s+/g, " ");
  }

  /** One line a font, with "yes" where it is embedded and a subset. */
  async fonts(): Promise<{ embedded: boolean }[]> {
    const { stdout } = await run("pdffonts", [this.file]);
    const lines = stdout.trim().split("\n").slice(2);
    return lines.map((line) => ({ embedded: /\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(line) }));
  }

  /** What a camera reads from the sheet at 150 dots an inch, and how wide the code is. */
  async scanned(): Promise<{ text?: string; millimetres: number }> {
    await run("pdftoppm", ["-r", "150", "-png", "-singlefile", this.file, join(this.folder, "sheet")]);
    const { data, width, height } = PNG.sync.read(await readFile(join(this.folder, "sheet.png")));
    const code = jsQR(new Uint8ClampedArray(data), width, height);
    const { topLeftCorner: left, topRightCorner: right } = code?.location ?? { topLeftCorner: { x: 0 }, topRightCorner: { x: 0 } };
    return { text: code?.data, millimetres: ((right.x - left.x) / 150) * 25.4 };
  }
}

const SIZES = { A4: "595.* x 84[12].*", Letter: "612 x 792.*" } as const;

test("a letter is one sheet, reads in order and scans to its link", async ({ page, desk }) => {
  await desk.signIn();
  await desk.make({ external_id: freshId(), friendly_name: "Emma's record", question: QUESTION, answer: ANSWER });
  const link = await page.inputValue("#link");
  const code = /#(.*)$/.exec(link)![1];
  await page.click("main a[href$='/letter']");
  const letter = page.url();

  const holds = (format: keyof typeof SIZES, printed: boolean, print: string) => async (paper: Paper) => {
    const facts = await paper.facts();
    expect.soft(facts.Pages, `${format} ${printed ? "printed" : "file"} ${print}`).toBe("1");
    expect(facts["Page size"]).toMatch(new RegExp(SIZES[format]));
    if (!printed) {
      expect(facts.Tagged).toBe("yes");
      expect(facts.Title).toBe(`Letter from ${CLINIC}`);
    }
    const words = await paper.words();
    let from = 0;
    for (const next of [
      CLINIC,
      PHONE,
      "Your connection code",
      "This is for",
      "Emma's record",
      "/connect",
      "Enter the code below",
      "Answer your question",
      "Point your phone camera here",
      code,
      "This code expires on",
      "You will be asked the question you agreed with us. To keep it safe, it is not printed here.",
      "Not expecting this?",
    ]) {
      const at = words.indexOf(next, from);
      expect(at, `${next} in ${words}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    for (const secret of [QUESTION, ANSWER]) expect(words).not.toContain(secret);
    const fonts = await paper.fonts();
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every((font) => font.embedded)).toBe(true);
    const scanned = await paper.scanned();
    expect(scanned.text).toBe(link);
    expect(scanned.millimetres).toBeGreaterThan(30);
  };

  for (const format of ["A4", "Letter"] as const) {
    for (const large of ["", "large=yes"]) {
      await page.goto(`${letter}?${large}`);
      // The longest date there is: whether the sheet has room does not depend on the day of the test.
      await page.locator(".letter-code p", { hasText: "This code expires on" }).evaluate((ends) => {
        ends.textContent = ends.textContent!.replace(/on .*\./, "on Wednesday 30 September 2026.");
      });
      await Paper.reading(await page.pdf({ format, preferCSSPageSize: false }), holds(format, true, large));
      const file = await page.request.get(`${letter}.pdf?paper=${format.toLowerCase()}&${large}`);
      expect(file.ok()).toBe(true);
      await Paper.reading(await file.body(), holds(format, false, large));
    }
  }
});

test("large print has no line below 18 points", async ({ page, desk }) => {
  await desk.signIn();
  await desk.make({ external_id: freshId(), friendly_name: "Emma's record", question: QUESTION, answer: ANSWER });
  await page.click("main a[href$='/letter']");
  await page.getByRole("link", { name: "Show large print" }).click();
  const sizes = await page.locator(".letter :is(p, li, strong, span, h1, h2, figcaption, bdi)").evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
});
