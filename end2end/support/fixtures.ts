// What a test is given: an installation with a clinic, one for each of Playwright's workers, and the people in it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { Api } from "./api";
import { FrontDesk } from "./front-desk";
import { Installation, type Demonstration, type Mailbox } from "./installation";
import { Patient } from "./patient";

export { expect } from "@playwright/test";

export const CLINIC = "Harbour Clinic";
export const PHONE = "01632 960 001";
export const SUCCESS = "Thank you. We will see your readings from tomorrow on.";

type Served = { installation: Installation; demonstration: Demonstration };
type Fixtures = {
  installation: Installation;
  mailbox: Mailbox;
  api: Api;
  desk: FrontDesk;
  patient: Patient;
  /** One that no one has set up yet, and the link that does. */
  fresh: Installation;
  link: string;
};

let addresses = 0;

export const test = base.extend<Fixtures, { served: Served }>({
  served: [
    async ({}, use, worker) => {
      const log = join(worker.project.outputDir, `server-${worker.workerIndex}.log`);
      const installation = await Installation.create(log);
      try {
        await installation.serve();
        const demonstration = await installation.demonstrate();
        const clinic = ["--name", CLINIC, "--phone", PHONE, "--success-message", SUCCESS];
        await installation.run("application", "set", demonstration.application_id, ...clinic);
        await use({ installation, demonstration });
      } finally {
        await installation.remove();
      }
    },
    { scope: "worker" },
  ],
  baseURL: async ({ served }, use) => use(served.installation.url),
  extraHTTPHeaders: async ({}, use, test) => {
    addresses += 1;
    await use({ "x-forwarded-for": `10.${test.workerIndex}.${addresses >> 8}.${addresses & 255}` });
  },
  installation: async ({ served }, use) => use(served.installation),
  mailbox: async ({ served }, use) => use(served.installation.mailbox),
  api: async ({ served }, use) => use(new Api(served.installation.url, served.demonstration.api_key)),
  desk: async ({ page, served }, use) => use(new FrontDesk(page, served.demonstration.staff)),
  fresh: async ({}, use, info) => {
    const installation = await Installation.create(info.outputPath("server.log"), { knowsMail: false });
    try {
      await installation.serve();
      await use(installation);
    } finally {
      await installation.remove();
    }
  },
  link: async ({ fresh }, use, info) => {
    let link: string | undefined;
    await expect(async () => {
      link = /http\S*\/set-up\/\S+/.exec(await readFile(info.outputPath("server.log"), "utf8"))?.[0];
      expect(link, fresh.url).toBeTruthy();
    }).toPass();
    await use(link!);
  },
  patient: async ({ page, mailbox, javaScriptEnabled }, use) => use(new Patient(page, mailbox, javaScriptEnabled)),
});
