// Three letters for three children: one is stopped by the question about the record, one is undone within the day.
import { ANSWER, freshId } from "../support/api";
import { CLINIC, expect, test } from "../support/fixtures";

export function threeLetters() {
  test("a mother connects three children and corrects one mistake", async ({ page, patient, api, mailbox }) => {
    const since = new Date();
    const [emma, tom, mia] = [freshId(), freshId(), freshId()];
    const letters = {
      emma: await api.make(emma, "Emma's record"),
      tom: await api.make(tom, "Tom's record"),
      mia: await api.make(mia, "Mia's record"),
    };

    // The first letter proposes the name of the first record.
    await patient.enterCode(letters.emma.identity_code);
    await patient.answer(ANSWER);
    await patient.createAccount();
    await expect(page.locator("[name=record_name]")).toHaveValue("Emma");
    await patient.makeRecord("Emma");
    await patient.reads("The letter is for:");
    await patient.reads("The names match.");
    await patient.reads("Your name: Emma Hansen");
    await patient.decide("authorize");

    // The second one is for Tom. She chooses Emma, and is stopped.
    await patient.enterCode(letters.tom.identity_code);
    await patient.answer(ANSWER);
    await patient.chooseRecord("Emma");
    await expect(page.locator("[name=decision]")).toHaveCount(0);
    await expect(page.locator("[name=record_check]:checked")).toHaveCount(0);
    await patient.checkRecord("another");
    await patient.makeRecord("Tom");
    await patient.decide("authorize");

    // The third one is for Mia. She means Tom all the same, and sees her mistake on the next page.
    await patient.enterCode(letters.mia.identity_code);
    await patient.answer(ANSWER);
    await patient.chooseRecord("Tom");
    await patient.checkRecord("this");
    await patient.reads("You told us that this is the right record.");
    await patient.decide("authorize");
    await patient.reads("Tom is now connected");
    await patient.reads("Wrong record?");
    const [mistaken] = await api.authorized(mia, since);
    await page.locator("main a[href$='/change']").click();
    await patient.reads("has not read any health information in Tom");
    const letter = page.locator(`label[for="letter-${letters.mia.id}"]`);
    await letter.click();
    await page.locator("label[for=record-new]").click();
    await page.fill("[name=record_name]", "Mia");
    await page.locator("main form:has([name=record_name]) button").first().click();
    await patient.reads(`Mia is now connected to ${CLINIC}`);
    await patient.reads(`Tom stays connected to ${CLINIC}`);

    // The clinic is told once of both records, and polls three pairs.
    const events = await api.events(mia);
    expect(events.map((event) => event.kind)).toEqual(["authorized", "changed"]);
    expect(events[1].former_record_id).toBe(mistaken.record_id);
    const pairs = await Promise.all([emma, tom, mia].map((id) => api.authorized(id, since)));
    expect(pairs.map((found) => found.length)).toEqual([1, 1, 1]);
    expect(new Set(pairs.map(([pair]) => pair.record_id)).size).toBe(3);
    expect(pairs[2][0].record_id).toBe(events[1].record_id);
    await expect(async () => {
      const mail = await mailbox.take(patient.account.email);
      expect(mail.subject).toContain("You changed the record");
    }).toPass();
  });
}
