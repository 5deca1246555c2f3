// fhir-kit-client of npm, unmodified, drives the FHIR API: capability statement, token URL, batch, transaction, search by
// POST, pages, versions, conditional create. Arguments: the server's address, the file of `patient-connect demo --json`, the
// private key (PEM). The patient is connected already.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Client } from "fhir-kit-client";
import { SignJWT, importPKCS8 } from "jose";

const [address, demonstration, keyFile] = process.argv.slice(2);
const clinic = JSON.parse(readFileSync(demonstration, "utf8"));
const baseUrl = `${address}/fhir/r4`;
const fhir = new Client({ baseUrl });

const statement = await fhir.capabilityStatement();
assert.equal(statement.fhirVersion, "4.0.1");
const { tokenUrl } = await fhir.smartAuthMetadata();
assert.equal(String(tokenUrl), `${address}/fhir/token`);

const assertion = await new SignJWT({})
  .setProtectedHeader({ alg: "ES384", kid: "key-1", typ: "JWT" })
  .setIssuer(clinic.application_id)
  .setSubject(clinic.application_id)
  .setAudience(String(tokenUrl))
  .setJti(crypto.randomUUID())
  .setExpirationTime("4m")
  .sign(await importPKCS8(readFileSync(keyFile, "utf8"), "ES384"));
const answer = await fetch(tokenUrl, {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "client_credentials",
    scope: "system/*.cruds",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  }),
});
fhir.bearerToken = (await answer.json()).access_token;

const ownId = `${address}/fhir/external-id/${clinic.application_id}|${clinic.requests[0].external_id}`;
const patients = await fhir.search({
  resourceType: "Patient",
  searchParams: { identifier: ownId },
  options: { postSearch: true },
});
const patient = patients.entry[0].resource.id;

const weight = (kilograms, day, id) => ({
  resourceType: "Observation",
  status: "final",
  identifier: [{ system: `${address}/fhir/client-thing-id`, value: id }],
  code: { coding: [{ system: "http://loinc.org", code: "29463-7" }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: `2026-07-0${day}`,
  valueQuantity: { value: kilograms, unit: "kg", system: "http://unitsofmeasure.org", code: "kg" },
});
const entry = (resource) => ({ resource, request: { method: "POST", url: "Observation" } });
const bundle = (type, ...resources) => ({ resourceType: "Bundle", type, entry: resources.map(entry) });
const done = await fhir.transaction({ body: bundle("transaction", weight(71, 1, "a"), weight(72, 2, "b")) });
assert.deepEqual(done.entry.map((one) => one.response.status), ["201 Created", "201 Created"]);
const each = await fhir.batch({ body: bundle("batch", weight(73, 3, "c"), { resourceType: "Observation" }) });
assert.deepEqual(each.entry.map((one) => one.response.status.slice(0, 3)), ["201", "422"]);

const once = { "If-None-Exist": `identifier=${address}/fhir/client-thing-id|a` };
const again = await fhir.create({ resourceType: "Observation", body: weight(71, 1, "a"), options: { headers: once } });
assert.equal(again.id, done.entry[0].resource.id);

let page = await fhir.resourceSearch({
  resourceType: "Observation",
  searchParams: { patient, date: "ge2026-07", _count: 2 },
});
const found = [];
while (page) {
  found.push(...(page.entry ?? []).filter((one) => one.search.mode === "match").map((one) => one.resource));
  page = await fhir.nextPage({ bundle: page });
}
assert.deepEqual(found.map((one) => one.valueQuantity.value), [73, 72, 71]);
const [latest] = found;
const version = { resourceType: "Observation", id: latest.id, version: latest.meta.versionId };
assert.equal((await fhir.vread(version)).id, latest.id);
await fhir.update({ resourceType: "Observation", id: latest.id, body: { ...latest, status: "amended" } });
await assert.rejects(fhir.vread(version), (error) => error.response.status === 404);
await fhir.delete({ resourceType: "Observation", id: latest.id });
await assert.rejects(
  fhir.read({ resourceType: "Observation", id: latest.id }),
  (error) => error.response.status === 410 && error.response.data.issue[0].code === "deleted",
);
console.log("fhir-kit-client: metadata, search, transaction, batch, conditional create, pages, vread, update, delete");
