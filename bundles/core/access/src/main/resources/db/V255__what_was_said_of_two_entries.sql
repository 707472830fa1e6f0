-- That two entries are one person, as somebody said it. CANONICAL_PERSON follows from these rows, in
-- the order in which they were said, so one of them can be taken back as if it had never been said.
CREATE TABLE ACCESS.SAME_PERSON (
  id ${uuid} NOT NULL,
  said_of ${uuid} NOT NULL,
  said_with ${uuid} NOT NULL,
  turn BIGINT NOT NULL,
  CONSTRAINT same_person_key PRIMARY KEY (id)
);
CREATE INDEX same_person_of ON ACCESS.SAME_PERSON (said_of);

-- Who led before is not known of what was said until now.
INSERT INTO ACCESS.SAME_PERSON (id, said_of, said_with, turn)
  SELECT person, person, canonical, 0 FROM ACCESS.CANONICAL_PERSON;
