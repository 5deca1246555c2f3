select id, application_id, name, email, role, password_hash, disabled, session_round,
    (select name from application where application.id = staff.application_id) as clinic,
    (select time_zone from application where application.id = staff.application_id) as time_zone
from staff where id = $1
