// The clinic's system on the XML platform: opens a session with its certificate and reads things, as clients of those years do.
import { X509Certificate, createHash, createHmac, createPrivateKey, createSign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

const FOLDER = "../server/tests/certificates";
export const CERTIFICATE = `${FOLDER}/clinic.cer`;

export class Platform {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly secret: Buffer,
  ) {}

  /** Opens a session; the application has the certificate already. */
  static async open(url: string, application: string): Promise<Platform> {
    const key = createPrivateKey({ key: await readFile(`${FOLDER}/clinic.key.der`), format: "der", type: "pkcs1" });
    const certificate = new X509Certificate(await readFile(CERTIFICATE));
    const thumbprint = certificate.fingerprint.replaceAll(":", "");
    const content =
      `<content><app-id>${application}</app-id><hmac>HMACSHA256</hmac>` +
      `<signing-time>${new Date().toISOString()}</signing-time></content>`;
    const signature = createSign("RSA-SHA256").update(content).sign(key, "base64");
    const answer = await post(
      url,
      `<wc-request:request xmlns:wc-request="urn:com.microsoft.wc.request"><header>` +
        `<method>CreateAuthenticatedSessionToken</method><method-version>2</method-version><app-id>${application}</app-id>` +
        `<msg-time>${new Date().toISOString()}</msg-time><msg-ttl>1800</msg-ttl><version>test</version></header>` +
        `<info><auth-info><app-id>${application}</app-id><credential><appserver2>` +
        `<sig digestMethod="SHA256" sigMethod="RSA-SHA256" thumbprint="${thumbprint}">${signature}</sig>${content}` +
        `</appserver2></credential></auth-info></info></wc-request:request>`,
    );
    expect(element(answer, "code"), answer).toBe("0");
    return new Platform(url, element(answer, "token"), Buffer.from(element(answer, "shared-secret"), "base64"));
  }

  /** Reads the things of a type; answers the platform's code: 0, or 11 where the person has not agreed. */
  async read(pair: { person_id: string; record_id: string }, type: string): Promise<string> {
    const info =
      `<info><group><filter><type-id>${type}</type-id></filter>` +
      `<format><section>core</section><xml/></format></group></info>`;
    const hash = createHash("sha256").update(info).digest("base64");
    const header =
      `<header><method>GetThings</method><method-version>3</method-version><record-id>${pair.record_id}</record-id>` +
      `<auth-session><auth-token>${this.token}</auth-token><offline-person-info><offline-person-id>${pair.person_id}` +
      `</offline-person-id></offline-person-info></auth-session><language>en</language><country>US</country>` +
      `<msg-time>${new Date().toISOString()}</msg-time><msg-ttl>1800</msg-ttl><version>test</version>` +
      `<info-hash><hash-data algName="SHA256">${hash}</hash-data></info-hash></header>`;
    const mac = createHmac("sha256", this.secret).update(header).digest("base64");
    const answer = await post(
      this.url,
      `<wc-request:request xmlns:wc-request="urn:com.microsoft.wc.request">` +
        `<auth><hmac-data algName="HMACSHA256">${mac}</hmac-data></auth>${header}${info}</wc-request:request>`,
    );
    return element(answer, "code");
  }
}

async function post(url: string, body: string): Promise<string> {
  const headers = { "content-type": "text/xml" };
  const answer = await fetch(`${url}/platform/wildcat.ashx`, { method: "POST", headers, body });
  return answer.text();
}

function element(xml: string, name: string): string {
  return new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1].trim() ?? "";
}
