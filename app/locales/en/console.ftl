# What the command line prints.

console-listening = Patient Connect is at { $url }
console-desk = The desk is at { $url }/staff
console-mail-file = Mail goes to files. Read it at { $url }/dev/mailbox
console-mail-smtp = Mail leaves by SMTP
console-mail-none = This installation sends no mail
console-no-application = There is no clinic yet. Add one with: patient-connect application add --name "City Clinic" --phone "01632 960 001"
console-demo-again = Fresh demonstration credentials: patient-connect demo
console-demo-heading = The demonstration clinic is ready
console-demo-staff = Desk: { $email }, password { $password }
console-demo-patient = Patient: { $email }, password { $password }
console-demo-api-key = API key: { $key }
console-demo-code = Code { $code } for { $name }
console-demo-question = { $question } Answer: { $answer }
console-demo-real = This database has an application of its own, so nothing of the demonstration was added to it
console-port-taken = Something else is listening on { $address }. Stop it, or choose another address with PATIENT_CONNECT_LISTEN
console-cannot-listen = The server cannot listen on { $address }: { $reason }
console-migrated = The database is up to date
console-application-added = Application { $id } was added
console-application-changed = Application { $id } was changed
console-api-key = API key, shown only now: { $key }
console-staff-added = { $email } can now sign in at { $url }/staff
console-password-prompt = Password, then Enter:
console-audit-sound = { $count } audit records were read. All chains hold
console-audit-broken = The chain { $chain } does not hold: record { $number } is missing or was changed
console-refused = Nothing was changed: { $reason }
