-- What a yearly return says in words, because no record holds it: with what the centre works, and with whom. Written until
-- the return is filed.
CREATE TABLE CASE_REGISTRY.RETURN_WORDS (
  YEAR_NO INTEGER NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  MATERIAL VARCHAR(4000),
  STAFFING VARCHAR(4000),
  WRITTEN_ON DATE NOT NULL,
  WRITER ${uuid} NOT NULL REFERENCES CASE_REGISTRY.STAFF_MEMBER
);
