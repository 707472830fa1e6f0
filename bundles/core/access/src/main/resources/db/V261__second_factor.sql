-- What a person proves beside the password. The secret is sealed; the codes on paper are hashed.
CREATE TABLE ACCESS.SECOND_FACTOR (
  staff ${uuid} NOT NULL,
  secret ${bytes},
  since ${instant},
  last_step BIGINT NOT NULL,
  offered ${bytes},
  version BIGINT NOT NULL,
  CONSTRAINT second_factor_key PRIMARY KEY (staff)
);

CREATE TABLE ACCESS.RECOVERY_CODE (
  code_hash VARCHAR(64) NOT NULL,
  staff ${uuid} NOT NULL,
  CONSTRAINT recovery_code_key PRIMARY KEY (code_hash)
);
CREATE INDEX recovery_code_staff ON ACCESS.RECOVERY_CODE (staff);

-- One person asks for it, another one confirms it.
CREATE TABLE ACCESS.FACTOR_RESET (
  staff ${uuid} NOT NULL,
  asked_by ${uuid} NOT NULL,
  asked_at ${instant} NOT NULL,
  CONSTRAINT factor_reset_key PRIMARY KEY (staff)
);

-- Since when everybody must have one, null where nobody must; and when that was decided. One row. A
-- centre that is there already goes on as before until its director decides.
CREATE TABLE ACCESS.FACTOR_RULE (
  id INTEGER NOT NULL,
  demanded_since ${instant},
  decided ${instant},
  CONSTRAINT factor_rule_key PRIMARY KEY (id)
);
INSERT INTO ACCESS.FACTOR_RULE (id) VALUES (1);
