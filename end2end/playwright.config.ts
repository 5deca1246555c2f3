// The same pages twice: `*.spec.ts` with scripts, `*.nojs.spec.ts` without.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's Chromium where the suite installs packages itself, else the one Playwright brings. Root has no sandbox.
const debian = process.getuid?.() === 0 && existsSync("/usr/bin/chromium");
const browser = debian ? { executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] } : {};

export default defineConfig({
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    // What cannot be pressed fails by name, long before its test ends.
    actionTimeout: 20_000,
    browserName: "chromium",
    launchOptions: browser,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "scripts", testMatch: "*.spec.ts", testIgnore: "*.nojs.spec.ts" },
    { name: "no scripts", testMatch: "*.nojs.spec.ts", use: { javaScriptEnabled: false } },
  ],
});
