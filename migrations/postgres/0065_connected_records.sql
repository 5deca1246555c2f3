-- The FHIR API reads the records that an application is connected to in the order of their ids.
create index record_authorization_connected on record_authorization (application_id, record_id) where revoked_at is null;
