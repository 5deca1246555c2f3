-- An authorization keeps the rules as the person read them: what is asked for later waits until they authorize again.

alter table record_authorization add column rules text not null default '[]';
update record_authorization set rules = (
    select json_group_array(json(rule.value)) from application, json_each(application.rules) as rule
    where application.id = record_authorization.application_id
    and (
        coalesce(json_extract(rule.value, '$.optional'), 0) = 0
        or json_extract(rule.value, '$.name') in (select value from json_each(record_authorization.optional_rules))
    )
);
alter table record_authorization drop column optional_rules;
