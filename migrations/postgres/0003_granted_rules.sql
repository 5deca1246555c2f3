-- An authorization keeps the rules as the person read them: what is asked for later waits until they authorize again.

alter table record_authorization add column rules text not null default '[]';
update record_authorization set rules = (
    select coalesce(json_agg(rule.value), '[]')::text
    from application, json_array_elements(application.rules::json) as rule
    where application.id = record_authorization.application_id
    and (
        coalesce((rule.value ->> 'optional')::boolean, false) = false
        or rule.value ->> 'name' in (select json_array_elements_text(record_authorization.optional_rules::json))
    )
);
alter table record_authorization drop column optional_rules;
