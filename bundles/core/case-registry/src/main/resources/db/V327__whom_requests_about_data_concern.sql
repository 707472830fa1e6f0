-- About whom of the register a request is: a wall at them closes it, too. Nobody knows it of those written down before this.
ALTER TABLE CASE_REGISTRY.DATA_REQUEST ADD COLUMN PERSON ${uuid} REFERENCES CASE_REGISTRY.PERSON;
CREATE INDEX DATA_REQUEST_BY_PERSON ON CASE_REGISTRY.DATA_REQUEST (PERSON);
-- Who asked is forgotten with the data of whom they asked about.
ALTER TABLE CASE_REGISTRY.DATA_REQUEST ALTER COLUMN ASKED_BY DROP NOT NULL;
