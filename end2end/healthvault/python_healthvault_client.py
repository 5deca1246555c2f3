# An unmodified client of those years (python-healthvault 0.1.5, Python 2.7) goes its way on our XML platform.
# A patient is connected. Arguments: the server's address, the file that `patient-connect demo --json` wrote, the
# client's key (DER).
import functools
import httplib
import json
import logging
import sys
import urlparse

from Crypto.PublicKey import RSA
from healthvaultlib.exceptions import HealthVaultException
from healthvaultlib.healthvault import HealthVaultConn

address, demonstration, key_file = sys.argv[1:]
clinic = json.load(open(demonstration))

# Tokens are the client's to print, and nobody's to read: only what is said on standard error is shown.
sys.stdout = open('/dev/null', 'w')
logging.getLogger().addHandler(logging.NullHandler())

# The client knows one port and one scheme; the server under test has others.
httplib.HTTPSConnection = lambda host, port: httplib.HTTPConnection(urlparse.urlparse(address).netloc)


def say(words):
    sys.stderr.write('  %s\n' % words)


def refused(call, code):
    try:
        call()
    except HealthVaultException as error:
        assert error.code == code, error
    else:
        raise AssertionError('%d was expected' % code)


key = RSA.importKey(open(key_file, 'rb').read())
client = HealthVaultConn(str(clinic['application_id']), sys.stdin.read().strip(), long(key.n), long(key.d))
say('the client opened a session of version 1')

refused(lambda: client.connect('a token of a user'), 7)
say('it is told that no user signs in here')

app_only = functools.partial(client._build_and_send_request, use_record_id=False, use_wctoken=False)
polled = app_only('GetAuthorizedConnectRequests', '<info/>')[2]
client.person_id = next(polled.iter('person-id')).text
client.record_id = next(polled.iter('record-id')).text
offline = functools.partial(client._build_and_send_request, use_target_person_id=True, use_wctoken=False)
client._build_and_send_request = offline

client.associate_alternate_id('PAT-1')
refused(lambda: client.associate_alternate_id('PAT-1'), 139)
assert client.get_alternate_ids() == ['PAT-1']
found = app_only('GetPersonAndRecordForAlternateId', '<info><alternate-id>PAT-1</alternate-id></info>')[2]
assert next(found.iter('person-id')).text == client.person_id
client.disassociate_alternate_id('PAT-1')
refused(lambda: client.disassociate_alternate_id('PAT-1'), 140)
say('it gave the patient an id of its own, found them by it and took it back')

assert client.get_height_measurements() == []
refused(lambda: client.get_weight_measurements(), 11)
say('it reads what the rules let it read, and no more')
