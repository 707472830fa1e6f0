-- How two people of the register are related: one row, read from both sides. What the first is to the other follows from
-- the kind. FILE is the file in whose work it was written down: only who may see that file learns that there is somebody
-- they may not see. Words, note and reasons hang on the key of the first person.
CREATE TABLE CASE_REGISTRY.KIN_TIE (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  FIRST_PERSON ${uuid} NOT NULL REFERENCES CASE_REGISTRY.PERSON,
  OTHER_PERSON ${uuid} NOT NULL REFERENCES CASE_REGISTRY.PERSON,
  KIND VARCHAR(20) NOT NULL,
  FILE ${uuid} REFERENCES CASE_REGISTRY.CASE_FILE,
  SINCE_DAY DATE,
  UNTIL_DAY DATE,
  WORDS ${bytes},
  NOTE ${bytes},
  DESPITE ${bytes},
  RECORDED_BY ${uuid} NOT NULL,
  STRUCK_ON DATE,
  STRUCK_BY ${uuid},
  STRUCK_REASON ${bytes}
);
CREATE INDEX KIN_TIE_BY_FIRST ON CASE_REGISTRY.KIN_TIE (FIRST_PERSON);
CREATE INDEX KIN_TIE_BY_OTHER ON CASE_REGISTRY.KIN_TIE (OTHER_PERSON);
CREATE INDEX KIN_TIE_BY_FILE ON CASE_REGISTRY.KIN_TIE (FILE);
