-- A session in which nobody does anything is locked until its owner gives the password.
ALTER TABLE ACCESS.STAFF_SESSION ADD COLUMN locked_at ${instant};

-- After how many minutes. One row.
CREATE TABLE ACCESS.LOCK_RULE (
  id INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT lock_rule_key PRIMARY KEY (id)
);
INSERT INTO ACCESS.LOCK_RULE (id, minutes, version) VALUES (1, 15, 1);
