-- Which other keys name the same person, both ways, so that a wall at one of them closes what is
-- asked for under another one. Follows from CANONICAL_PERSON.
CREATE TABLE ACCESS.SAME_KEY (
  person ${uuid} NOT NULL,
  other ${uuid} NOT NULL,
  CONSTRAINT same_key_key PRIMARY KEY (person, other)
);
CREATE INDEX same_key_other ON ACCESS.SAME_KEY (other);

INSERT INTO ACCESS.SAME_KEY (person, other)
  SELECT person, canonical FROM ACCESS.CANONICAL_PERSON;
INSERT INTO ACCESS.SAME_KEY (person, other)
  SELECT canonical, person FROM ACCESS.CANONICAL_PERSON;
INSERT INTO ACCESS.SAME_KEY (person, other)
  SELECT a.person, b.person FROM ACCESS.CANONICAL_PERSON a
    JOIN ACCESS.CANONICAL_PERSON b ON b.canonical = a.canonical AND b.person <> a.person;
