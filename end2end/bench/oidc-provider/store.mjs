// What the provider keeps, in SQLite: one row for each token, code, session and grant.
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(process.env.DATABASE);
database.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table kept (
    kind text not null, id text not null, payload text not null, grant_id text, uid text, ends_at integer,
    primary key (kind, id)
  ) without rowid;
  create index kept_grant on kept (grant_id) where grant_id is not null;
  create index kept_uid on kept (kind, uid) where uid is not null;
`);
const put = database.prepare("insert or replace into kept values (?, ?, ?, ?, ?, ?)");
const byId = database.prepare("select payload from kept where kind = ? and id = ? and coalesce(ends_at > ?, 1)");
const byUid = database.prepare("select payload from kept where kind = ? and uid = ? and coalesce(ends_at > ?, 1)");
const consume = database.prepare(
  "update kept set payload = json_set(payload, '$.consumed', unixepoch()) where kind = ? and id = ?",
);
const destroy = database.prepare("delete from kept where kind = ? and id = ?");
const revoke = database.prepare("delete from kept where grant_id = ?");

const read = (row) => row && JSON.parse(row.payload);

export class Store {
  constructor(kind) {
    this.kind = kind;
  }

  async upsert(id, payload, seconds) {
    const endsAt = seconds ? Date.now() + seconds * 1000 : null;
    put.run(this.kind, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, endsAt);
  }

  async find(id) {
    return read(byId.get(this.kind, id, Date.now()));
  }

  async findByUid(uid) {
    return read(byUid.get(this.kind, uid, Date.now()));
  }

  async findByUserCode() {
    return undefined;
  }

  async consume(id) {
    consume.run(this.kind, id);
  }

  async destroy(id) {
    destroy.run(this.kind, id);
  }

  async revokeByGrantId(grantId) {
    revoke.run(grantId);
  }
}
