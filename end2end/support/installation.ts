// A real installation: the built server in a folder of its own, with a mail server that keeps what it is sent.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** The release binary has the site inside, as it is deployed; another build can be named. */
const BINARY = resolve(process.env.PATIENT_CONNECT_BINARY ?? "../target/release/patient-connect");

export type Demonstration = {
  staff: { email: string; password: string };
  api_key: string;
  application_id: string;
  patient: { email: string; password: string };
  requests: { identity_code: string; question: string; answer: string; friendly_name: string; external_id: string }[];
};

/** Takes any mail and keeps it. */
function isTo(mail: ParsedMail, address: string): boolean {
  return [mail.to].flat().some((to) => to?.text.includes(address));
}

export class Mailbox {
  private readonly mails: ParsedMail[] = [];
  private held: { address: string; release: Promise<void> } | null = null;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        this.mails.push(mail);
        const held = this.held && isTo(mail, this.held.address) ? this.held.release : Promise.resolve();
        return held.then(() => done());
      }, done);
    },
  });

  async open() {
    this.server.listen(0, "127.0.0.1");
    await once(this.server.server, "listening");
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  async close() {
    await new Promise<void>((closed) => this.server.close(closed));
  }

  /** Leaves the mail to this address unanswered until the function that it returns is called. */
  hold(address: string): () => void {
    let release = () => {};
    this.held = { address, release: new Promise((resolve) => (release = resolve)) };
    return () => release();
  }

  /** The oldest mail to this address that no one has taken yet; waits for it. */
  async take(address: string, subject = /./): Promise<ParsedMail> {
    for (let waited = 0; waited < 300; waited++) {
      const index = this.mails.findIndex(
        (mail) => subject.test(mail.subject ?? "") && isTo(mail, address),
      );
      if (index >= 0) return this.mails.splice(index, 1)[0];
      await sleep(100);
    }
    throw new Error(`no mail came to ${address}`);
  }
}

export class Installation {
  url = "";
  readonly mailbox = new Mailbox();
  private process?: ChildProcess;

  private constructor(
    private readonly folder: string,
    private readonly log: string,
    private readonly knowsMail: boolean,
  ) {}

  /** A new one, not yet serving; `log` is the file its log goes to. One that does not know its mail server is told on a page. */
  static async create(log: string, { knowsMail = true } = {}): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), "patient-connect-"));
    const installation = new Installation(folder, log, knowsMail);
    await installation.mailbox.open();
    return installation;
  }

  /** Serves, on a clock that may be ahead, as faketime writes it: "+29d". */
  async serve(ahead?: string) {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const command = ahead ? ["faketime", "-f", ahead, BINARY, "serve"] : [BINARY, "serve"];
    const server = spawn(command[0], command.slice(1), { env: this.environment(), stdio: ["ignore", "pipe", "pipe"] });
    this.process = server;
    const log = createWriteStream(this.log, { flags: "a" });
    server.stdout.pipe(log, { end: false });
    server.stderr.pipe(log, { end: false });
    await once(server, "spawn");
    for (let waited = 0; waited < 300; waited++) {
      if (server.exitCode !== null) throw new Error(`the server ended by itself: see ${this.log}`);
      if (await fetch(`${this.url}/health/ready`).then((answer) => answer.ok, () => false)) return;
      await sleep(100);
    }
    throw new Error(`the server does not become ready: see ${this.log}`);
  }

  async stop() {
    if (this.process?.exitCode === null) {
      this.process.kill("SIGTERM");
      await once(this.process, "exit");
    }
  }

  async remove() {
    await this.stop();
    await this.mailbox.close();
    await rm(this.folder, { recursive: true });
  }

  /** Runs a command of the binary on the same database and returns what it prints. */
  async run(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(BINARY, args, { env: this.environment() });
    return stdout;
  }

  /** Adds someone who runs it. */
  async addOperator(operator: { name: string; email: string; password: string }) {
    const args = ["staff", "add", "--role", "operator", "--name", operator.name, "--email", operator.email];
    const command = promisify(execFile)(BINARY, args, { env: this.environment() });
    command.child.stdin!.end(`${operator.password}\n`);
    await command;
  }

  async demonstrate(): Promise<Demonstration> {
    return JSON.parse(await this.run("demo", "--json"));
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      PATIENT_CONNECT_DATA_DIR: this.folder,
      PATIENT_CONNECT_LISTEN: this.url.replace("http://", "") || "127.0.0.1:0",
      PATIENT_CONNECT_PUBLIC_URL: this.url || "http://127.0.0.1",
      ...(this.knowsMail && { PATIENT_CONNECT_SMTP_URL: `smtp://127.0.0.1:${this.mailbox.port}?tls=none` }),
      // So that each test has an address of its own, and a limit that one reaches does not slow down another.
      PATIENT_CONNECT_TRUSTED_PROXIES: "127.0.0.1",
    };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
