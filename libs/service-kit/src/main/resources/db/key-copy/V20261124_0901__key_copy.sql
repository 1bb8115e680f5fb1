-- The copy of the key rows, in a database of its own. A row here is durable before its row in subject_key is.
-- A copy without a row may stay after a creation that was rolled back, so a subject may have more than one.

create table subject_key_copy (
  dek_id bytea primary key check (octet_length(dek_id) = 8),
  subject bytea not null check (octet_length(subject) = 32),
  epoch integer not null check (epoch > 0),
  wrapped bytea not null check (octet_length(wrapped) = 40)
);

grant usage on schema public to ${service-role};
grant insert, delete, select (dek_id, subject) on subject_key_copy to ${service-role};
