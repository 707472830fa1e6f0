-- Which sealed rows name a subject. Follows from AUDIT_EVENT and can be made again from it: what is
-- taken away here is not gone from the chain.
CREATE TABLE ACCESS.AUDIT_SUBJECT (
  subject ${uuid} NOT NULL,
  seq BIGINT NOT NULL,
  CONSTRAINT audit_subject_key PRIMARY KEY (subject, seq)
);

-- Up to which row the table above goes.
CREATE TABLE ACCESS.AUDIT_INDEXED (
  id INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  CONSTRAINT audit_indexed_key PRIMARY KEY (id)
);
INSERT INTO ACCESS.AUDIT_INDEXED (id, seq) VALUES (1, 0);

-- The trail is read from its end.
CREATE INDEX audit_event_newest ON ACCESS.AUDIT_EVENT (seq DESC);
