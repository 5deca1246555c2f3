// A phone that keeps passkeys: Chromium's own virtual authenticator, which is there, unlocked, and asks nobody.
import type { Page } from "@playwright/test";

export async function givePhone(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2" as const,
    transport: "internal" as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    /** How many passkeys it keeps. */
    async count(): Promise<number> {
      const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.length;
    },
    /** Whether its user is there and unlocks it. */
    async unlock(isUserVerified: boolean) {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
  };
}
