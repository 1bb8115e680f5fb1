-- Proofs that unsafe requests spent. Two tables, emptied in turn, so that forgetting is one TRUNCATE and leaves no
-- dead rows. tag: index value of kind dpop over the key's thumbprint and the proof's jti; nothing here tells when.
CREATE TABLE dpop_proof_even (
  tag         bytea   NOT NULL CHECK (octet_length(tag) = 32),
  key_version integer NOT NULL CHECK (key_version > 0),
  PRIMARY KEY (tag)
);

CREATE TABLE dpop_proof_odd (
  tag         bytea   NOT NULL CHECK (octet_length(tag) = 32),
  key_version integer NOT NULL CHECK (key_version > 0),
  PRIMARY KEY (tag)
);

-- ON CONFLICT needs SELECT too.
GRANT SELECT, INSERT, TRUNCATE ON dpop_proof_even, dpop_proof_odd TO "${service-role}";
