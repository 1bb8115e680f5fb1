-- Proofs that unsafe requests spent. Two tables, emptied in turn, so that forgetting is one truncate and leaves no
-- dead rows.
-- Placeholder: service-role, the role of the service at work, which owns nothing and gets what its code calls.

create table dpop_proof_even (
  tag bytea primary key check (octet_length(tag) = 32),
  key_version integer not null check (key_version > 0)
);
comment on table dpop_proof_even is 'Index values, kind dpop, of proofs with an even floor(iat / 300). Nothing tells who or when.';

create table dpop_proof_odd (
  tag bytea primary key check (octet_length(tag) = 32),
  key_version integer not null check (key_version > 0)
);
comment on table dpop_proof_odd is 'The same with an odd floor(iat / 300).';

-- "on conflict" reads the table.
grant select, insert, truncate on dpop_proof_even, dpop_proof_odd to ${service-role};
