# Clients of PyPI, unmodified, drive the FHIR API the whole way: connect a patient, get a token, write, read, search, page,
# change and remove. Arguments: the server's address, the file of `patient-connect demo --json`, the private key (PEM).
import json
import re
import sys
import time
import urllib.parse
import urllib.request
import uuid
from http.cookiejar import CookieJar

import fhirpy
import jwt
from fhir.resources.R4B import get_fhir_model_class
from fhirclient import client as smart_client
from fhirclient.models import bundle as bundles
from fhirclient.models.observation import Observation
from fhirclient.models.patient import Patient
from fhirpy.base.exceptions import OperationOutcome, ResourceNotFound

HIDDEN = re.compile(r'<input type="hidden" name="(seen)" value="([^"]*)"')
address, demonstration, key_file = sys.argv[1:]
with open(demonstration, encoding="utf-8") as file:
    clinic = json.load(file)
with open(key_file, encoding="utf-8") as file:
    key = file.read()
base = address + "/fhir/r4"
request = clinic["requests"][0]


def connect():
    """The patient authorizes by the pages, with scripts off."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("Origin", address)]
    page = None
    for path, fields in [
        ("/connect", {"code": request["identity_code"]}),
        ("/connect/question", {"answer": request["answer"]}),
        ("/sign-in", clinic["patient"]),
        ("/connect/record", {"record": "new", "record_name": "Emma"}),
        ("/connect/authorize", {"decision": "authorize"}),
    ]:
        hidden = dict(HIDDEN.findall(page.read().decode())) if page else {}
        body = urllib.parse.urlencode({**hidden, **fields}).encode()
        page = browser.open(address + path, body)
    assert page.geturl() == address + "/connect/done", page.geturl()


def assertion():
    claims = {
        "iss": clinic["application_id"],
        "sub": clinic["application_id"],
        "aud": address + "/fhir/token",
        "exp": int(time.time()) + 240,
        "jti": str(uuid.uuid4()),
    }
    return jwt.encode(claims, key, algorithm="ES384", headers={"kid": "key-1"})


def checked(resource):
    """What the server answers is a resource of R4."""
    get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    return resource


def weight(patient, kilograms, at):
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "vital-signs",
        }]}],
        "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "subject": {"reference": "Patient/" + patient},
        "effectiveDateTime": at,
        "valueQuantity": {
            "value": kilograms, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg",
        },
    }


def drive_fhirclient():
    smart = smart_client.FHIRClient(settings={
        "app_id": clinic["application_id"],
        "api_base": base,
        "jwt_token": assertion(),
        "scope": "system/*.cruds",
    })
    smart.prepare()
    smart.server.authorize()
    system = f"{address}/fhir/external-id/{clinic['application_id']}"
    search = Patient.where({"identifier": f"{system}|{request['external_id']}"})
    patient = next(iter(search.perform_resources_iter(smart.server)))
    assert patient.identifier[0].value == request["external_id"]
    made = []
    for day in range(1, 6):
        one = Observation(weight(patient.id, 70 + day, f"2026-05-0{day}"))
        made.append(one.create(smart.server)["id"])
    search = Observation.where({"patient": patient.id, "_count": "2", "_sort": "date"})
    found = search.perform_resources_iter(smart.server)
    # An outcome beside the matches says that other types are not shared.
    found = [one.id for one in found if one.resource_type == "Observation"]
    assert found == made, (found, made)
    one = Observation.read(made[0], smart.server)
    one.valueQuantity.value = 75.5
    one.update(smart.server)
    one = Observation.read(made[0], smart.server)
    assert one.valueQuantity.value == 75.5, one.valueQuantity.value
    one.delete(smart.server)
    left = Observation.where({"patient": patient.id}).perform(smart.server)
    assert isinstance(left, bundles.Bundle) and left.total == 4, left.as_json()
    checked(left.as_json())
    for entry in left.entry:
        checked(entry.resource.as_json())
    return patient.id


def drive_fhirpy(patient):
    form = urllib.parse.urlencode({
        "grant_type": "client_credentials",
        "scope": "system/*.cruds",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion(),
    }).encode()
    with urllib.request.urlopen(address + "/fhir/token", form) as answer:
        token = json.load(answer)["access_token"]
    client = fhirpy.SyncFHIRClient(base, authorization="Bearer " + token)
    one = client.resource("Observation", **weight(patient, 80.5, "2026-06-01T08:00:00+02:00"))
    one.save()
    found = client.resources("Observation").search(patient=patient).sort("-date")
    assert found.count() == 5, found.count()
    assert found.first().id == one.id
    assert len(found.limit(2).fetch_all()) == 5
    one["valueQuantity"]["value"] = 81.5
    one.save()
    again = client.reference("Observation", one.id).to_resource()
    assert again["valueQuantity"]["value"] == 81.5
    checked(again.serialize())
    one.delete()
    try:
        client.reference("Observation", one.id).to_resource()
        raise AssertionError("it was deleted")
    except ResourceNotFound:
        pass
    try:
        client.resources("Observation").search(nonsense="x").fetch()
        raise AssertionError("nobody knows this filter")
    except OperationOutcome as refused:
        assert refused.resource["issue"][0]["code"] == "not-supported", refused.resource
    metadata = urllib.request.urlopen(base + "/metadata").read()
    checked(json.loads(metadata))
    checked(client.reference("Patient", patient).to_resource().serialize())
    checked(client.reference("Group", "connected").to_resource().serialize())


connect()
known = drive_fhirclient()
print("fhirclient: token, create, search in pages, update, delete")
drive_fhirpy(known)
print("fhirpy: save, count, first, pages, update, delete, refusals; fhir.resources took every answer")
