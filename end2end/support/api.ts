// The clinic's system: what a developer would write against `/api/v1`.
import { expect } from "@playwright/test";

export type Made = { id: string; identity_code: string; link: string; expires_at: string };
export type Event = {
  kind: "authorized" | "rejected" | "disconnected" | "expired" | "stopped" | "merged" | "changed" | "permissions-changed";
  connect_request_id: string;
  external_id: string;
  person_id: string;
  record_id: string;
  /** Of kind "changed" alone: the record that was connected until then. */
  former_record_id?: string;
  at: string;
};
export type Authorized = { external_id: string; person_id: string; record_id: string; application_id: string };

export const QUESTION = "What did you call the boat you learned to sail in?";
export const ANSWER = "Windward";

let made = 0;

/** A clinic's id that no other test uses. */
export function freshId(): string {
  made += 1;
  return `MRN-${process.pid}-${made}`;
}

export class Api {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Makes a request for a new patient, with our question and answer. */
  async make(external_id = freshId(), friendly_name = "Emma's record"): Promise<Made> {
    const body = { friendly_name, question: QUESTION, answer: ANSWER, external_id };
    return this.call("POST", "/connect-requests", 201, body);
  }

  /** Whether the patient of a request is connected, regardless of the state of its code. */
  async connection(id: string): Promise<string> {
    const request = await this.call("GET", `/connect-requests/${id}`, 200);
    return request.connection.state;
  }

  async reissue(id: string): Promise<Made> {
    return this.call("POST", `/connect-requests/${id}/reissue`, 201);
  }

  async withdraw(id: string) {
    await this.call("DELETE", `/connect-requests/${id}`, 204);
  }

  /** What happened to one patient's requests, from the first event of the log on. */
  async events(external_id: string): Promise<Event[]> {
    const found: Event[] = [];
    for (let after = ""; ; ) {
      const query = after && `?after=${encodeURIComponent(after)}`;
      const { events, next } = await this.call("GET", `/events${query}`, 200);
      if (events.length === 0) return found;
      found.push(...events.filter((event: Event) => event.external_id === external_id));
      after = next;
    }
  }

  /** The pairs of one patient, by polling. */
  async authorized(external_id: string, since: Date): Promise<Authorized[]> {
    const query = encodeURIComponent(since.toISOString());
    const { connect_requests } = await this.call("GET", `/connect-requests/authorized?since=${query}`, 200);
    return connect_requests.filter((one: Authorized) => one.external_id === external_id);
  }

  private async call(method: string, path: string, status: number, body?: object) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body && { "content-type": "application/json" }),
        ...(method === "POST" && { "idempotency-key": crypto.randomUUID() }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    expect(answer.status, `${method} ${path}: ${text}`).toBe(status);
    return text ? JSON.parse(text) : undefined;
  }
}
