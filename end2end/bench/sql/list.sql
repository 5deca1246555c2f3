select id, application_id, external_id, friendly_name, email, language, callback_url,
    question, answer_hash, answer_mode, answer_edges, answer_fold, answer_full_stop, wrong_answers, code_digest, code_sealed,
    code_state, code_state_at, made_at, expires_at, person_id, picked_up_at, reason, proof, delivery,
    connected_since, disconnected_at, connected_record_id, reached,
    (select job.state from job where job.connect_request_id = connect_request.id and job.kind = 'connect'
        order by job.id desc limit 1) as mail_state,
    (select coalesce(job.ended_at, job.made_at) from job where job.connect_request_id = connect_request.id
        and job.kind = 'connect' order by job.id desc limit 1) as mail_at,
    (select job.failure is not null from job where job.connect_request_id = connect_request.id
        and job.kind = 'connect' order by job.id desc limit 1) as mail_failed
from connect_request
where application_id = $1 and code_state not in ('replaced', 'deleted')
    and (made_at, id) < ($5, $3)
order by made_at desc, id desc limit 51
