-- One row per owner and version: the key that seals what hangs on a person, a file, a sub-file or a drawer,
-- itself sealed with the master key, which is not in this database.
CREATE TABLE HOUSE.DATA_KEY (
  OWNER_KIND VARCHAR(16) NOT NULL,
  OWNER_ID ${uuid} NOT NULL,
  KEY_VERSION SMALLINT NOT NULL,
  WRAPPED ${bytes} NOT NULL,
  CONSTRAINT DATA_KEY_PK PRIMARY KEY (OWNER_KIND, OWNER_ID, KEY_VERSION)
);

-- Which master key belongs to this database, without telling a bit of it.
CREATE TABLE HOUSE.PAIRING (
  ID SMALLINT NOT NULL,
  PAIR VARCHAR(36) NOT NULL,
  PROOF ${bytes} NOT NULL,
  CONSTRAINT PAIRING_PK PRIMARY KEY (ID)
);
