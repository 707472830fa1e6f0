-- Who may do what to whom.

CREATE TABLE ACCESS.RELATION (
  id ${uuid} NOT NULL,
  staff ${uuid} NOT NULL,
  subject_kind VARCHAR(16) NOT NULL,
  subject ${uuid} NOT NULL,
  kind VARCHAR(32) NOT NULL,
  since DATE NOT NULL,
  until_day DATE,
  origin VARCHAR(120) NOT NULL,
  CONSTRAINT relation_key PRIMARY KEY (id),
  -- Serves the look-up by staff and subject, too.
  CONSTRAINT relation_cause UNIQUE (staff, subject, kind, origin)
);
CREATE INDEX relation_subject ON ACCESS.RELATION (subject);

CREATE TABLE ACCESS.WALL (
  id ${uuid} NOT NULL,
  staff ${uuid} NOT NULL,
  subject_kind VARCHAR(16) NOT NULL,
  subject ${uuid} NOT NULL,
  ground VARCHAR(32) NOT NULL,
  raised_by ${uuid} NOT NULL,
  raised_on DATE NOT NULL,
  lifted_by ${uuid},
  lifted_on DATE,
  CONSTRAINT wall_key PRIMARY KEY (id)
);
CREATE INDEX wall_staff ON ACCESS.WALL (staff, subject);
CREATE INDEX wall_subject ON ACCESS.WALL (subject);

CREATE TABLE ACCESS.CANONICAL_PERSON (
  person ${uuid} NOT NULL,
  canonical ${uuid} NOT NULL,
  CONSTRAINT canonical_person_key PRIMARY KEY (person)
);
CREATE INDEX canonical_person_canonical ON ACCESS.CANONICAL_PERSON (canonical);

-- Who signs in.

CREATE TABLE ACCESS.ACCOUNT (
  staff ${uuid} NOT NULL,
  staff_name VARCHAR(200) NOT NULL,
  sign_in_name VARCHAR(64),
  password_hash VARCHAR(255),
  preferred_language VARCHAR(8),
  standing VARCHAR(16) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT account_key PRIMARY KEY (staff),
  CONSTRAINT account_name UNIQUE (sign_in_name)
);

CREATE TABLE ACCESS.STAFF_ROLE (
  id VARCHAR(64) NOT NULL,
  place INTEGER NOT NULL,
  CONSTRAINT staff_role_key PRIMARY KEY (id)
);
INSERT INTO ACCESS.STAFF_ROLE (id, place) VALUES ('director', 1);
INSERT INTO ACCESS.STAFF_ROLE (id, place) VALUES ('key-worker', 2);
INSERT INTO ACCESS.STAFF_ROLE (id, place) VALUES ('it-administrator', 3);

-- Every permission the house has met: what is listed here got its defaults already.
CREATE TABLE ACCESS.PERMISSION (
  id VARCHAR(120) NOT NULL,
  data_class VARCHAR(32) NOT NULL,
  CONSTRAINT permission_key PRIMARY KEY (id)
);

CREATE TABLE ACCESS.ROLE_PERMISSION (
  staff_role VARCHAR(64) NOT NULL,
  permission VARCHAR(120) NOT NULL,
  reach VARCHAR(8) NOT NULL,
  CONSTRAINT role_permission_key PRIMARY KEY (staff_role, permission)
);

CREATE TABLE ACCESS.ACCOUNT_ROLE (
  account ${uuid} NOT NULL,
  staff_role VARCHAR(64) NOT NULL,
  CONSTRAINT account_role_key PRIMARY KEY (account, staff_role)
);
CREATE INDEX account_role_role ON ACCESS.ACCOUNT_ROLE (staff_role);

CREATE TABLE ACCESS.INVITATION (
  selector VARCHAR(16) NOT NULL,
  staff ${uuid} NOT NULL,
  code_hash VARCHAR(64) NOT NULL,
  expires ${instant} NOT NULL,
  tries INTEGER NOT NULL,
  CONSTRAINT invitation_key PRIMARY KEY (selector)
);
CREATE INDEX invitation_staff ON ACCESS.INVITATION (staff);

-- Failures are counted for names, known or not, so that nobody learns from waiting which names exist.
CREATE TABLE ACCESS.ATTEMPT (
  name_hash VARCHAR(64) NOT NULL,
  failures INTEGER NOT NULL,
  waits_until ${instant} NOT NULL,
  latest ${instant} NOT NULL,
  CONSTRAINT attempt_key PRIMARY KEY (name_hash)
);

CREATE TABLE ACCESS.STAFF_SESSION (
  token_hash VARCHAR(64) NOT NULL,
  staff ${uuid} NOT NULL,
  created ${instant} NOT NULL,
  last_seen ${instant} NOT NULL,
  expires ${instant} NOT NULL,
  CONSTRAINT staff_session_key PRIMARY KEY (token_hash)
);
CREATE INDEX staff_session_staff ON ACCESS.STAFF_SESSION (staff);

CREATE TABLE ACCESS.SETUP (
  id INTEGER NOT NULL,
  code_hash VARCHAR(64) NOT NULL,
  tries INTEGER NOT NULL,
  redeemed ${instant},
  CONSTRAINT setup_key PRIMARY KEY (id)
);

-- Who did what. Keys and codes only. A row is sealed when it has a place in the chain.

CREATE TABLE ACCESS.AUDIT_EVENT (
  id ${uuid} NOT NULL,
  happened BIGINT NOT NULL,
  staff ${uuid},
  outcome VARCHAR(8) NOT NULL,
  act VARCHAR(80) NOT NULL,
  subjects VARCHAR(3000) NOT NULL,
  detail VARCHAR(400),
  request VARCHAR(64),
  seq BIGINT,
  mac VARCHAR(64),
  CONSTRAINT audit_event_key PRIMARY KEY (id),
  CONSTRAINT audit_event_place UNIQUE (seq)
);

-- The end of the chain: 'current', and one row for the end of each day.
CREATE TABLE ACCESS.AUDIT_HEAD (
  id VARCHAR(16) NOT NULL,
  seq BIGINT NOT NULL,
  mac VARCHAR(64) NOT NULL,
  seal VARCHAR(64) NOT NULL,
  CONSTRAINT audit_head_key PRIMARY KEY (id)
);
