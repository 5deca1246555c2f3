// The patient's own house: what a clinic may do is seen at its next call, the log names its reads, a second person looks
// after the record, and everything can be taken along.
import { readFile } from "node:fs/promises";
import { ANSWER, Api, freshId } from "../support/api";
import { expect, test } from "../support/fixtures";
import { Installation } from "../support/installation";
import { Patient } from "../support/patient";
import { CERTIFICATE, Platform } from "../support/platform";
import { unzip } from "../support/zip";

const MEDICINE = "30cafccc-047d-4288-94ef-643571f7919d";
const WEIGHT = "3d34d87e-7fc1-4153-800f-f56592cb0d17";
const RULES = [
  { name: "See your medicines", why: "So that we prescribe safely", permissions: ["read"], types: [MEDICINE] },
  { name: "See your weight", why: "So that we follow it", optional: true, permissions: ["read"], types: [WEIGHT] },
];

export function house() {
  test("a patient's house", async ({ browser, javaScriptEnabled }, info) => {
    test.setTimeout(120_000);
    const installation = await Installation.create(info.outputPath("server.log"));
    try {
      await installation.serve();
      const { application_id, api_key } = await installation.demonstrate();
      await installation.run("application", "set", application_id, "--rules", JSON.stringify(RULES));
      const certificate = ["--application", application_id, "--file", CERTIFICATE];
      await installation.run("application", "add-certificate", ...certificate);
      const api = new Api(installation.url, api_key);
      const { mailbox } = installation;
      const visitor = async () => {
        const context = await browser.newContext({ baseURL: installation.url, javaScriptEnabled });
        return new Patient(await context.newPage(), mailbox, javaScriptEnabled);
      };

      const since = new Date();
      const [emma, id] = [await visitor(), freshId()];
      const { page } = emma;
      await emma.connect((await api.make(id)).identity_code, ANSWER, "Emma");
      const [pair] = await api.authorized(id, since);
      const clinic = await Platform.open(installation.url, application_id);

      await test.step("a change of what a clinic may do is seen at its next call", async () => {
        expect(await clinic.read(pair, MEDICINE)).toBe("0");
        expect(await clinic.read(pair, WEIGHT)).toBe("11");
        const change = async (on: boolean) => {
          await page.goto("/account");
          await page.getByRole("link", { name: "Change what it can do" }).click();
          await page.getByRole("checkbox", { name: "See your weight" }).setChecked(on, { force: true });
          await page.getByRole("button", { name: "Save" }).click();
          await emma.reads("Saved.");
        };
        await change(true);
        expect(await clinic.read(pair, WEIGHT)).toBe("0");
        await change(false);
        expect(await clinic.read(pair, WEIGHT)).toBe("11");
        const events = await api.events(id);
        const kinds = events.map((event) => event.kind);
        expect(kinds).toEqual(["authorized", "permissions-changed", "permissions-changed"]);
      });

      await test.step("the log names the reads, and what was refused", async () => {
        await page.goto("/account/activity");
        await emma.reads(/looked at medicines/);
        await emma.reads(/looked at weights/);
        await emma.reads(/asked for weights. We did not allow it/);
        await mailbox.take(emma.account.email, /has opened your record/);
      });

      await test.step("a second person looks after the record", async () => {
        const tom = await visitor();
        await page.goto(`/account/records/${pair.record_id}/people`);
        await page.fill("[name=email]", tom.account.email);
        await page.getByRole("button", { name: "Send invitation" }).click();
        await emma.reads("Tell them these 6 digits");
        const digits = /\b\d{3} ?\d{3}\b/.exec(await page.locator("main").innerText())![0];
        const text = (await mailbox.take(tom.account.email, /invites you/)).text ?? "";
        expect(text.replaceAll(" ", "")).not.toContain(digits.replaceAll(" ", ""));
        await tom.page.goto(/https?:\/\/\S+\/account\/join\/\S+/.exec(text)![0]);
        await tom.createAccount();
        await tom.page.fill("[name=digits]", digits);
        await tom.page.check("[name=relation][value=cared-for]", { force: true });
        await tom.page.click("[name=decision][value=join]");
        await tom.page.goto("/account");
        await tom.reads("Emma");
        await mailbox.take(emma.account.email, /looks after a record with you/);
        await tom.page.context().close();
      });

      await test.step("everything is taken along as one file", async () => {
        await page.goto(`/account/records/${pair.record_id}/add/weight`);
        await page.fill("[name=weight]", "71.4");
        await page.locator("main form").getByRole("button").first().click();
        await page.goto("/account/download");
        await page.getByRole("button", { name: "Create the file" }).click();
        await mailbox.take(emma.account.email, /data from Patient Connect is ready/);
        await page.goto("/account/download");
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name: "Download the file" }).click(),
        ]);
        const files = unzip(await readFile((await download.path())!));
        const all = JSON.parse(files.get("patient-connect.json")!.toString());
        expect(Object.keys(all).sort()).toEqual(["account", "log", "made_at", "records"]);
        expect(all.account.email).toBe(emma.account.email);
        expect(all.records.map((record: { name: string }) => record.name)).toEqual(["Emma"]);
        const [item] = all.records[0].items;
        expect(item).toMatchObject({ type_id: WEIGHT, added_by: "you" });
        expect(all.log.length).toBeGreaterThan(2);
        expect(files.get("records.html")!.toString()).toContain("Emma");
      });
    } finally {
      await installation.remove();
    }
  });
}
