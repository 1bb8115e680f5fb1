-- Rows about a person hold structure and sealed bytes. No column tells a time finer than a day, and each sealed row
-- names the key that opens it: (dek_id, subject) is one row of subject_key, whose erasure takes the data along.

create table account (
  subject             bytea primary key check (octet_length(subject) = 32),
  email_index         bytea    not null unique check (octet_length(email_index) = 32),
  email_index_version integer  not null check (email_index_version > 0),
  dek_id              bytea    not null,
  document            bytea    not null,
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);

create table session (
  row_id     bytea primary key check (octet_length(row_id) = 16),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  subject    bytea not null,
  dek_id     bytea not null,
  document   bytea not null,
  expires_on date  not null,
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);
create index session_subject on session (subject);
create index session_expires_on on session (expires_on);

create table consent (
  row_id   bytea primary key check (octet_length(row_id) = 16),
  subject  bytea not null,
  dek_id   bytea not null,
  document bytea not null,
  foreign key (dek_id, subject) references subject_key (dek_id, subject)
);
create index consent_subject on consent (subject);

-- Failed sign-ins by the address's index value; of the even or of the odd hours, which are emptied in turn.
create table sign_in_failure (
  address  bytea   not null check (octet_length(address) = 32),
  odd_hour boolean not null,
  failures integer not null check (failures between 0 and 1000),
  primary key (address, odd_hour)
);

grant select, insert on account to ${service-role};
grant select, insert, update (document), delete on session to ${service-role};
grant select, insert on consent to ${service-role};
grant select, insert, update (failures), delete on sign_in_failure to ${service-role};
