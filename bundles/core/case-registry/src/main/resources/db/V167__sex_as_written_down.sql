-- What somebody wrote down about the sex of a person whose identifier does not say it: words and symbols depend on it.
CREATE TABLE CASE_REGISTRY.KIN_SEX (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  PERSON ${uuid} NOT NULL CONSTRAINT KIN_SEX_PERSON UNIQUE REFERENCES CASE_REGISTRY.PERSON,
  SEX VARCHAR(10) NOT NULL
);
