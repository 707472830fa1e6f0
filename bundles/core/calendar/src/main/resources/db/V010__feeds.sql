-- By which address the calendar of a phone fetches the appointments of a colleague: one at most. Of its secret only a
-- fingerprint is kept, and none of an address that works no longer. When it was last fetched is kept by the day: nobody
-- is to read here when somebody's phone is awake.
CREATE TABLE CALENDAR.FEED (
  STAFF ${uuid} NOT NULL PRIMARY KEY,
  SECRET_HASH VARCHAR(64),
  MADE_ON DATE NOT NULL,
  FETCHED_ON DATE,
  REVOKED_ON DATE,
  CONSTRAINT FEED_SECRET UNIQUE (SECRET_HASH)
);
