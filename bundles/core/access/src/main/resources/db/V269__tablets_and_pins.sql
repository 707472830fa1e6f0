-- A tablet that lies in a room of the centre. It is known by a token that nobody else has.
CREATE TABLE ACCESS.TABLET (
  id ${uuid} NOT NULL,
  name VARCHAR(60) NOT NULL,
  token_hash VARCHAR(64) NOT NULL,
  paired_by ${uuid} NOT NULL,
  paired_at ${instant} NOT NULL,
  last_used ${instant},
  ended_by ${uuid},
  ended_at ${instant},
  version BIGINT NOT NULL,
  CONSTRAINT tablet_key PRIMARY KEY (id),
  CONSTRAINT tablet_token UNIQUE (token_hash)
);

-- The code that makes a tablet known: typed on it within minutes, once.
CREATE TABLE ACCESS.TABLET_CODE (
  code_hash VARCHAR(64) NOT NULL,
  name VARCHAR(60) NOT NULL,
  made_by ${uuid} NOT NULL,
  expires ${instant} NOT NULL,
  CONSTRAINT tablet_code_key PRIMARY KEY (code_hash)
);

-- What a person types on such a tablet. After so many failures it waits for the password.
CREATE TABLE ACCESS.PIN (
  staff ${uuid} NOT NULL,
  pin_hash VARCHAR(255) NOT NULL,
  since ${instant} NOT NULL,
  failures INTEGER NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pin_key PRIMARY KEY (staff)
);

-- On which tablet a PIN opened this session; none for all others.
ALTER TABLE ACCESS.STAFF_SESSION ADD COLUMN tablet ${uuid};
