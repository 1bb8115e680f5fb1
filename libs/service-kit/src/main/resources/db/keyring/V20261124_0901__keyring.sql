-- The rows of wrapped keys. Nothing in them opens without the key management service.
-- Placeholder: service-role, the role of the service at work, which owns nothing and gets what its code calls.

create table key_epoch (
  epoch integer primary key check (epoch > 0),
  state text not null check (state in ('open', 'closed')),
  key_arn text not null check (key_arn like 'arn:aws%:kms:%:key/%'),
  backup_key_arn text not null check (backup_key_arn like 'arn:aws%:kms:%:key/%'),
  -- Never read. A FOR SHARE lock asks for the right to update one column, and this one is harmless.
  fence smallint not null default 0
);
comment on table key_epoch is 'One week of keys: floor(UTC epoch day / 7). This row decides which is open, not the clock.';

create table kek (
  epoch integer not null references key_epoch,
  shard smallint not null check (shard between 0 and 15),
  wrapped bytea not null check (octet_length(wrapped) between 1 and 6144),
  wrapped_backup bytea not null check (octet_length(wrapped_backup) between 1 and 6144),
  primary key (epoch, shard)
);
comment on table kek is 'Key-encryption keys, each under the epoch key of both accounts.';

create table root_key (
  purpose text not null check (purpose ~ '^[a-z0-9-]{1,32}$'),
  name text not null check (name ~ '^[a-z0-9.-]{0,128}$'),
  version integer not null check (version > 0),
  wrapped bytea not null check (octet_length(wrapped) between 1 and 6144),
  primary key (purpose, name, version)
);
comment on table root_key is 'Keys that outlive the epochs, under the root key of the service.';

create table service_key (
  dek_id bytea primary key check (octet_length(dek_id) = 8),
  purpose text not null check (purpose ~ '^[a-z0-9-]{1,32}$'),
  version integer not null check (version > 0),
  wrapped bytea not null check (octet_length(wrapped) between 1 and 6144),
  unique (purpose, version)
);
comment on table service_key is 'Data keys of what the service owns and no person; outside the epochs.';

create table subject_key (
  subject bytea primary key check (octet_length(subject) = 32 and subject <> decode(repeat('00', 32), 'hex')),
  dek_id bytea not null unique check (octet_length(dek_id) = 8),
  epoch integer not null references key_epoch,
  wrapped bytea not null check (octet_length(wrapped) = 40),
  -- What the foreign key (dek_id, subject) of every sealed row refers to.
  unique (dek_id, subject)
);
comment on table subject_key is 'The one data key of a person. Deleting the row is what erases her.';

create table erased_subject (
  tag bytea primary key check (octet_length(tag) = 32),
  version integer not null check (version > 0),
  day date not null
);
comment on table erased_subject is 'Who was erased, as keyed tags, so that nothing late brings her back. Rows live 35 days.';

grant usage on schema public to ${service-role};
grant select, update (fence) on key_epoch to ${service-role};
grant select, insert on kek, root_key, subject_key to ${service-role};
grant select on erased_subject to ${service-role};
