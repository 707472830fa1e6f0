-- How often the master key was renewed, and when the present one was shown to be put on paper.
ALTER TABLE HOUSE.PAIRING ADD COLUMN GENERATION SMALLINT DEFAULT 1 NOT NULL;
ALTER TABLE HOUSE.PAIRING ADD COLUMN SHEET_ON DATE;

-- Under which master key a data key was made: after a renewal, what is written gets a new one.
ALTER TABLE HOUSE.DATA_KEY ADD COLUMN GENERATION SMALLINT DEFAULT 1 NOT NULL;

-- What has to outlive the master key, sealed with it: the root of the fingerprints, by which rows are looked up, and
-- copies of the other files of the key folder, so that with paper and data everything is there again.
CREATE TABLE HOUSE.KEPT_KEY (
  NAME VARCHAR(64) NOT NULL,
  SEALED ${bytes} NOT NULL,
  CONSTRAINT KEPT_KEY_PK PRIMARY KEY (NAME)
);
