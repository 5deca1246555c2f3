// `npm run screenshots -- FOLDER`: a picture of every page, to look at; no part of the suite.
import config from "./playwright.config";

export default { ...config, projects: [{ name: "screenshots", testMatch: "screenshots.ts" }] };
