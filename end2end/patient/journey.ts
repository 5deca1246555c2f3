// From the front desk to "You are connected", and all that can happen in between: the same with scripts and without.
import { ANSWER, QUESTION, freshId } from "../support/api";
import { CLINIC, PHONE, SUCCESS, expect, test } from "../support/fixtures";
import { Installation } from "../support/installation";
import { Patient } from "../support/patient";

export function patientJourney() {
  test("a patient connects with the code from an email", async ({ page, desk, patient, api, mailbox }) => {
    const since = new Date();
    const external_id = freshId();
    const email = `letter-${external_id}@patient.example`;
    await desk.signIn();
    await desk.make({ external_id, friendly_name: "Emma's record", question: QUESTION, answer: ANSWER, email });
    await desk.signOut();

    const letter = await mailbox.take(email);
    expect(letter.subject).toContain(CLINIC);
    const link = /https?:\/\/\S+\/connect#[A-Z-]+/.exec(letter.text ?? "")![0];
    await patient.openLink(link);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(QUESTION);
    await patient.answer("Leeward");
    await patient.reads("That answer does not match the one we have");
    await patient.reads("You can try 2 more times");
    await patient.answer(ANSWER);
    await patient.createAccount();
    await patient.makeRecord("Emma");
    await patient.reads(CLINIC);
    await patient.decide("authorize");
    await patient.reads(`You are connected to ${CLINIC}`);
    await patient.reads(SUCCESS);
    const receipt = await mailbox.take(patient.account.email);
    expect(receipt.subject).toContain(CLINIC);

    const [event, ...others] = await api.events(external_id);
    expect(event.kind).toBe("authorized");
    expect(others).toEqual([]);
    const { person_id, record_id } = event;
    expect(await api.authorized(external_id, since)).toMatchObject([{ external_id, person_id, record_id }]);
  });

  test("a disconnect shows in the staff area, the API and the file", async ({ page, desk, patient, api }) => {
    const since = new Date();
    const external_id = freshId();
    const { id, identity_code } = await api.make(external_id);
    await patient.connect(identity_code, ANSWER, "Emma");
    await desk.signIn();
    const row = new RegExp(`^"?${external_id}"?,`, "m");
    const file = async () => (await page.request.get("/staff/connected.csv")).text();
    expect(await api.connection(id)).toBe("connected");
    expect(await file()).toMatch(row);
    await patient.disconnect();
    expect(await api.connection(id)).toBe("disconnected");
    expect((await api.events(external_id)).map((event) => event.kind)).toEqual(["authorized", "disconnected"]);
    expect(await api.authorized(external_id, since)).toEqual([]);
    expect(await file()).not.toMatch(row);
    await page.goto(`/staff/requests/${id}`);
    await patient.reads("By the patient on");
  });

  test("three wrong answers stop the code", async ({ patient, api }) => {
    const external_id = freshId();
    const { identity_code } = await api.make(external_id);
    await patient.enterCode(identity_code);
    await patient.answer("Leeward");
    await patient.reads("You can try 2 more times");
    await patient.answer("Starboard");
    await patient.reads("You can try 1 more time");
    await patient.answer("Port");
    await patient.reads("This code is locked because the answer was wrong too many times");
    await patient.reads(PHONE);
    await patient.enterCode(identity_code);
    await patient.reads("This code is locked");
    expect((await api.events(external_id)).map((event) => event.kind)).toEqual(["stopped"]);
  });

  test("an expired code names its day and the clinic's phone", async ({ browser, javaScriptEnabled }, info) => {
    const later = await Installation.create(info.outputPath("server.log"));
    try {
      await later.serve();
      const { requests } = await later.demonstrate();
      await later.stop();
      await later.serve("+29d");
      const page = await browser.newPage({ baseURL: later.url, javaScriptEnabled });
      const patient = new Patient(page, later.mailbox, javaScriptEnabled);
      await patient.enterCode(requests[0].identity_code);
      await patient.reads(/This code expired on \d{1,2} [A-Z][a-z]+ \d{4}/);
      await patient.reads("ask for a new code. You do not need to visit");
      await page.close();
    } finally {
      await later.remove();
    }
  });

  test("a code that the clinic has cancelled says so", async ({ patient, api }) => {
    const { id, identity_code } = await api.make();
    await api.withdraw(id);
    await patient.enterCode(identity_code);
    await patient.reads(`${CLINIC} has cancelled this code`);
  });

  test("a patient can say that a code is not for them, which ends it", async ({ page, patient, api }) => {
    const external_id = freshId();
    const { identity_code } = await api.make(external_id);
    await patient.enterCode(identity_code);
    await page.click("main a[href='/connect/not-me']");
    await page.click("main form button");
    await patient.reads("Choose whether this code is for you");
    await page.click("label:has-text('it is not for me')");
    await page.click("main form button");
    await patient.reads("Thank you for telling us");
    await patient.enterCode(identity_code);
    await patient.reads("You told us that this code is not for you");
    expect((await api.events(external_id)).map((event) => event.kind)).toEqual(["rejected"]);
  });

  test("a patient who disconnects can connect again as the same pair", async ({ patient, api }) => {
    const since = new Date();
    const external_id = freshId();
    const { identity_code } = await api.make(external_id);
    await patient.connect(identity_code, ANSWER, "Emma");
    const [first] = await api.authorized(external_id, since);
    await patient.disconnect();
    await patient.reads(`${CLINIC} is disconnected`);
    expect(await api.authorized(external_id, since)).toEqual([]);

    await patient.enterCode(identity_code);
    await patient.answer(ANSWER);
    await patient.chooseRecord("Emma");
    await patient.decide("authorize");
    const { person_id, record_id } = first;
    expect(await api.authorized(external_id, since)).toMatchObject([{ person_id, record_id }]);
    const events = await api.events(external_id);
    expect(events.map((event) => event.kind)).toEqual(["authorized", "disconnected", "authorized"]);
    for (const event of events) expect(event).toMatchObject({ person_id, record_id });
  });

  test("a patient can connect a second record", async ({ patient, api }) => {
    const since = new Date();
    const external_id = freshId();
    const { identity_code } = await api.make(external_id);
    await patient.connect(identity_code, ANSWER, "Emma");
    await patient.enterCode(identity_code);
    await patient.answer(ANSWER);
    await patient.makeRecord("Oskar");
    await patient.checkRecord("this");
    await patient.decide("authorize");
    const pairs = await api.authorized(external_id, since);
    expect(new Set(pairs.map((pair) => pair.person_id)).size).toBe(1);
    expect(new Set(pairs.map((pair) => pair.record_id)).size).toBe(2);
  });

  for (const by of ["digits", "link"] as const) {
    test(`a forgotten password is replaced by ${by} within the journey`, async ({ page, patient, mailbox, api }) => {
      const first = await api.make();
      await patient.connect(first.identity_code, ANSWER, "Emma");
      await mailbox.take(patient.account.email);
      await patient.signOut();

      const { identity_code } = await api.make();
      await patient.enterCode(identity_code);
      await patient.answer(ANSWER);
      await patient.forgetPassword(by);
      await patient.chooseRecord("Emma");
      await patient.decide("authorize");
      await patient.reads(`You are connected to ${CLINIC}`);
      const told = await mailbox.take(patient.account.email, /password was changed/);
      expect(told.text).toContain("/forgot-password");
      await patient.signOut();
      await patient.signIn();
      await expect(page).toHaveURL(/\/account$/);
    });
  }

  test("a reissued code replaces the old one", async ({ page, patient, api }) => {
    const { id, identity_code } = await api.make();
    const renewed = await api.reissue(id);
    await patient.enterCode(identity_code);
    await patient.reads(`${CLINIC} has given you a newer code`);
    await patient.enterCode(renewed.identity_code);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(QUESTION);
  });

  test("a patient who declines is not connected and can return", async ({ page, patient, api }) => {
    const external_id = freshId();
    const { identity_code } = await api.make(external_id);
    await patient.enterCode(identity_code);
    await patient.answer(ANSWER);
    await patient.createAccount();
    await patient.makeRecord("Emma");
    await patient.decide("decline");
    await patient.reads("You are not connected");
    expect(await api.events(external_id)).toEqual([]);
    await patient.enterCode(identity_code);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(QUESTION);
  });
}
