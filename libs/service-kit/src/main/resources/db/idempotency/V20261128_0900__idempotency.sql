-- Answers that were given to requests with an Idempotency-Key, sealed under the key of whom they were given to.

create table idempotency_answer (
  subject   bytea not null,
  row_id    bytea not null check (octet_length(row_id) = 16),
  dek_id    bytea not null,
  document  bytea not null,
  last_day  date  not null,
  primary key (subject, row_id),
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);
create index idempotency_answer_last_day on idempotency_answer (last_day);
comment on table idempotency_answer is 'The row id is made of operation and header value with her key. Rows go when their last day is over.';

grant select, insert, delete on idempotency_answer to ${service-role};
