// A walk past every page, in the states a visitor meets it in.
import type { Page } from "@playwright/test";
import { ANSWER, QUESTION, freshId, type Api } from "./api";
import type { Desk } from "./desk";
import type { Patient } from "./patient";

type People = { page: Page; api: Api; desk: Desk; patient: Patient };

/** Calls `look` on each page, with a name for it. */
export async function pastEveryPage({ page, api, desk, patient }: People, look: (name: string) => Promise<void>) {
  const open = async (path: string, name: string) => {
    await page.goto(path);
    await look(name);
  };
  const send = (field: string) => page.locator("main form").filter({ has: page.locator(`[name=${field}]`) }).getByRole("button").first().click();

  await open("/", "home");
  await open("/connect", "code");
  await send("code");
  await look("code-empty");
  await patient.enterCode("BCDF-GHO");
  await look("code-impossible-letter");
  await patient.enterCode("JKYZ-QNMN-VHRX-ZGNR-GZNB");
  await look("code-check-letter");
  await open("/no-such-page", "not-found");

  const first = await api.make();
  await patient.enterCode(first.identity_code);
  await look("question");
  await page.click("main a[href='/connect/cannot-remember']");
  await look("cannot-remember");
  await open("/connect/not-me", "not-me");
  await page.goto("/connect/question");
  await patient.answer("Leeward");
  await look("question-wrong");
  await patient.answer(ANSWER);
  await look("sign-in");
  await send("password");
  await look("sign-in-empty");
  await open("/create-account", "create-account");
  await send("password");
  await look("create-account-empty");
  await patient.createAccount(() => look("digits"));
  await look("first-record");
  await patient.makeRecord("Emma");
  await look("authorize");
  await patient.decide("authorize");
  await look("done");
  await open("/account", "account");
  await patient.enterCode(first.identity_code);
  await patient.answer(ANSWER);
  await look("record");
  await patient.chooseRecord("Emma");
  await look("authorize-again");
  await patient.decide("decline");
  await look("declined");
  await patient.disconnect();
  await look("disconnected");

  const stopped = await api.make();
  await patient.enterCode(stopped.identity_code);
  for (const wrong of ["Leeward", "Starboard", "Port"]) await patient.answer(wrong);
  await look("stopped");
  const withdrawn = await api.make();
  await api.withdraw(withdrawn.id);
  await patient.enterCode(withdrawn.identity_code);
  await look("withdrawn");
  const replaced = await api.make();
  await api.reissue(replaced.id);
  await patient.enterCode(replaced.identity_code);
  await look("replaced");

  await open("/staff/sign-in", "staff-sign-in");
  await desk.signIn();
  await look("requests");
  await open("/staff/requests?q=nobody", "requests-none-found");
  await open("/staff/requests/new", "new-request");
  await send("external_id");
  await look("new-request-empty");
  await desk.fill({ external_id: "X-1", friendly_name: "Emma", question: "Your favourite colour?", answer: "blue" });
  await send("external_id");
  await look("new-request-easy-to-guess");
  const taken = await api.make();
  await page.goto("/staff/requests/new");
  await desk.fill({ external_id: taken.external_id, friendly_name: "Emma's record", question: QUESTION, answer: ANSWER });
  await send("external_id");
  await look("new-request-taken");
  await page.goto("/staff/requests/new");
  await desk.fill({ external_id: freshId(), friendly_name: "Emma's record" });
  await page.check("[name=proof][value=phrase]", { force: true });
  await send("external_id");
  await look("phrase");
  await page.goto("/staff/requests/new");
  await desk.fill({ external_id: freshId(), friendly_name: "Emma's record" });
  await page.check("[name=proof][value=typed]", { force: true });
  await send("external_id");
  await look("handed-over");
  await send("question");
  await look("handed-over-empty");
  await desk.fill({ question: QUESTION, answer: "Nancy Blackett" });
  await send("question");
  await look("handed-over-done");
  await page.click("main a[href='/staff/hand-back']");
  await look("hand-back");
  await send("password");
  await look("hand-back-empty");
  await desk.takeScreenBack();
  await look("request-typed");
  await desk.make({ external_id: freshId(), friendly_name: "Emma's record", question: QUESTION, answer: ANSWER });
  await look("request");
  await page.click("main a[href$='/letter']");
  await look("letter");
  await page.getByRole("link", { name: "Show it in large print" }).click();
  await look("letter-large");
  await open("/staff/import", "import");
  await page.getByRole("button", { name: "Check the file" }).click();
  await look("import-empty");
  const columns = "external_id,friendly_name,question,answer\n";
  for (const [name, row] of [
    ["import-previewed", `${freshId()},Emma's record,${QUESTION},${ANSWER}\n`],
    ["import-refused", `${freshId()},,${QUESTION},x\n`],
  ]) {
    await page.goto("/staff/import");
    await page.setInputFiles("#file", { name: "patients.csv", mimeType: "text/csv", buffer: Buffer.from(columns + row) });
    await page.getByRole("button", { name: "Check the file" }).click();
    await look(name);
  }
  await open("/staff/letters?from=any&mail=all", "letters");
  await open("/staff/letters?from=2099-01-01", "letters-none");

  await open("/staff/overview", "overview");
  await open("/staff/team", "team");
  await send("email");
  await look("team-invite-empty");
  await page.fill("#name", "Kim Ashdown");
  await page.fill("#email", `kim-${freshId().toLowerCase()}@clinic.example`);
  await page.check("#role-front-desk");
  await send("email");
  await look("team-invited");
  await page.click("main tbody a[href^='/staff/team/']");
  await look("colleague");
  await open("/staff/join/no-such-link", "join-unknown");
  await open("/staff/keys", "api-keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  await look("api-keys-made");
  await open("/staff/callback", "callback");
  await send("url");
  await look("callback-empty");
  await page.fill("[name=url]", "https://clinic.example/patient-connect");
  await send("url");
  await look("callback-secret");
  await open("/staff/settings", "settings");
  await open("/staff/audit", "audit-log");
  await open("/staff/application", "application");
  await send("other_types");
  await look("application-rule-empty");
  await page.setInputFiles("#file", "../server/tests/certificates/clinic.cer");
  await page.getByRole("button", { name: "Add certificate" }).click();
  await look("application-saved");
}
