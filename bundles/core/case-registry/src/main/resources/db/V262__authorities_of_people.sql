-- Which authority is competent for a person, from when until when. BODY is empty when the office is not in the
-- directory. The name of the office is sealed, because it tells where somebody lives. A mistake is struck out.
CREATE TABLE CASE_REGISTRY.PERSON_AUTHORITY (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  PERSON ${uuid} NOT NULL REFERENCES CASE_REGISTRY.PERSON,
  BODY ${uuid} REFERENCES CASE_REGISTRY.BODY,
  NAME_S ${bytes} NOT NULL,
  SINCE_DAY DATE NOT NULL,
  UNTIL_DAY DATE,
  ENTERED_BY ${uuid} NOT NULL,
  ENTERED_ON DATE NOT NULL,
  STRUCK_ON DATE,
  STRUCK_BY ${uuid}
);
CREATE INDEX PERSON_AUTHORITY_BY_PERSON ON CASE_REGISTRY.PERSON_AUTHORITY (PERSON, SINCE_DAY);
