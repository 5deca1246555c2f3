# An unmodified client of those years (pyhealthvault 1.0, Python 2.7) goes its way on our XML platform.
# A patient is connected. Arguments: the server's address, the file that `patient-connect demo --json` wrote, the client's key (DER).
import json
import sys

from Crypto.PublicKey import RSA
from healthvaultlib.helpers.connection import Connection
from healthvaultlib.itemtypes.height import Height
from healthvaultlib.methods.getauthorizedpeople import GetAuthorizedPeople
from healthvaultlib.methods.getthings import GetThings
from healthvaultlib.methods.putthings import PutThings
from healthvaultlib.methods.removethings import RemoveThings
from healthvaultlib.objects.getauthorizedpeopleparameters import GetAuthorizedPeopleParameters
from healthvaultlib.objects.thingfilter import ThingFilter
from healthvaultlib.objects.thingformat import ThingFormat
from healthvaultlib.objects.thinggroup import ThingGroup

address, demonstration, key_file = sys.argv[1:]
clinic = json.load(open(demonstration))
HEIGHT = '40750a6a-89b2-455c-bd8d-b420a4cb500b'

# Tokens and answers are the client's to print, and nobody's to read: only what is said on standard error is shown.
sys.stdout = open('/dev/null', 'w')


def say(words):
    sys.stderr.write('  %s\n' % words)


def heights(connection):
    asked = ThingFilter()
    asked.typeids.append(HEIGHT)
    group = ThingGroup([asked])
    group._format = ThingFormat()
    group._format.sections.extend(['core', 'xml'])
    method = GetThings([group])
    method.execute(connection)
    return method.response.groups[0].healthrecorditems


def done(method, connection):
    method.execute(connection)
    return method.response


key = RSA.importKey(open(key_file, 'rb').read())
connection = Connection(str(clinic['application_id']), address + '/platform/wildcat.ashx')
connection.thumbprint = sys.stdin.read().strip()
connection.publickey = '%x' % key.n
connection.privatekey = '%x' % key.d
connection.connect()
say('the client opened a session')

people = done(GetAuthorizedPeople(GetAuthorizedPeopleParameters()), connection).authorized_people
assert len(people) == 1, people
connection.set_person_and_record(people[0].personid, people[0].selected_record_id)
connection.set_person_and_record_from_personinfo()
assert connection.recordid == people[0].selected_record_id
say('it knows the person and the record')

height = Height()
height.value_m = 1.7
put = done(PutThings([height]), connection).healthrecorditems
assert put[0].key is not None
read = heights(connection)
assert [one.value_m for one in read] == [1.7], read
assert read[0].key.thing_id == put[0].key.thing_id
done(RemoveThings([read[0].key]), connection)
assert heights(connection) == []
say('it wrote a height, read it and removed it')
