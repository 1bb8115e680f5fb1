-- Rows about a person hold structure and sealed bytes: neither what she wrote nor which date it is about. No column
-- tells a time, and each sealed row names the key that opens it: (dek_id, subject) is one row of subject_key, whose
-- erasure takes the data along.

create table journal_day (
  subject  bytea not null,
  tag      bytea not null check (octet_length(tag) = 16),
  dek_id   bytea not null,
  document bytea not null,
  primary key (subject, tag),
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);
comment on table journal_day is 'One sealed document a person and day. The tag is made of the date with her key and dies with it.';

create table cycle_summary (
  subject  bytea primary key,
  dek_id   bytea  not null,
  seq      bigint not null check (seq > 0),
  document bytea,
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);
comment on table cycle_summary is 'One row a person: seq counts the writes to her journal; the sealed summary says for which seq it was made.';

grant select, insert, update (dek_id, document), delete on journal_day to ${service-role};
grant select, insert, update (seq, document) on cycle_summary to ${service-role};
