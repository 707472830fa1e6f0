-- When colleagues are at work. A week is never changed: what is decided otherwise is a new one, from its day on; of two
-- for the same day the one of the later turn holds. A week without hours says that nobody has written them down.
CREATE TABLE CALENDAR.WORKING_WEEK (
  ID ${uuid} NOT NULL PRIMARY KEY,
  STAFF ${uuid} NOT NULL,
  FROM_DAY DATE NOT NULL,
  TURN INTEGER NOT NULL,
  ENTERED_BY ${uuid} NOT NULL,
  ENTERED_ON DATE NOT NULL,
  CONSTRAINT WORKING_WEEK_TURN UNIQUE (STAFF, TURN)
);

-- Midnight as an end is the end of the day.
CREATE TABLE CALENDAR.WORKING_HOURS (
  ID ${uuid} NOT NULL PRIMARY KEY,
  WEEK ${uuid} NOT NULL REFERENCES CALENDAR.WORKING_WEEK (ID),
  WEEKDAY INTEGER NOT NULL,
  STARTS TIME NOT NULL,
  ENDS TIME NOT NULL
);
CREATE INDEX WORKING_HOURS_WEEK ON CALENDAR.WORKING_HOURS (WEEK);
