# A patient of the demonstration authorizes by the pages, with scripts off.
# Arguments: the server's address, the file that `patient-connect demo --json` wrote.
import cookielib
import json
import re
import sys
import urllib
import urllib2

HIDDEN = re.compile(r'<input type="hidden" name="(seen)" value="([^"]*)"')

address, demonstration = sys.argv[1:]
clinic = json.load(open(demonstration))

browser = urllib2.build_opener(urllib2.HTTPCookieProcessor(cookielib.CookieJar()))
browser.addheaders = [('Origin', address)]
request = clinic['requests'][0]
page = None
for path, fields in [
    ('/connect', {'code': request['identity_code']}),
    ('/connect/question', {'answer': request['answer']}),
    ('/sign-in', clinic['patient']),
    ('/connect/record', {'record': 'new', 'record_name': 'Emma'}),
    ('/connect/authorize', {'decision': 'authorize'}),
]:
    # As a browser does: what the page before carries in hidden fields goes along.
    hidden = dict(HIDDEN.findall(page.read())) if page else {}
    page = browser.open(address + path, urllib.urlencode(dict(hidden, **fields)))
assert page.geturl() == address + '/connect/done', page.geturl()
