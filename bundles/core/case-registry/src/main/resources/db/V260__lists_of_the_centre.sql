-- Lists of choices that the centre makes its own: every change is a row, and the last one of an entry is how it stands.
-- Words are empty where the centre has none of its own: then those the list came with hold. UNTIL_DAY is the last day on
-- which the entry is offered.
CREATE TABLE CASE_REGISTRY.CHOICE_CHANGE (
  ID ${uuid} NOT NULL PRIMARY KEY,
  LIST_ID VARCHAR(60) NOT NULL,
  CODE VARCHAR(20) NOT NULL,
  TURN INTEGER NOT NULL,
  DEED VARCHAR(20) NOT NULL,
  WORD_CS VARCHAR(200),
  WORD_PL VARCHAR(200),
  WORD_EN VARCHAR(200),
  PLACE INTEGER NOT NULL,
  SINCE_DAY DATE,
  UNTIL_DAY DATE,
  WHY VARCHAR(500),
  ENTERED_BY ${uuid} NOT NULL,
  ENTERED_ON DATE NOT NULL
);
CREATE UNIQUE INDEX CHOICE_CHANGE_BY_TURN ON CASE_REGISTRY.CHOICE_CHANGE (LIST_ID, TURN);
INSERT INTO CASE_REGISTRY.SETTING_GROUP (NAME, VERSION, TURN) VALUES ('choices', 1, 0);

-- A centre may have more topics than those it began with.
ALTER TABLE CASE_REGISTRY.FIRST_CONTACT ALTER COLUMN TOPICS SET DATA TYPE VARCHAR(1000);
