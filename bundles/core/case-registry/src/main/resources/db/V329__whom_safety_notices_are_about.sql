-- Whom a safety notice is about, where the register knows them; nobody says it of those written down before this.
ALTER TABLE CASE_REGISTRY.SAFETY_NOTICE ADD COLUMN WHOM_PERSON ${uuid} REFERENCES CASE_REGISTRY.PERSON;
CREATE INDEX SAFETY_NOTICE_BY_WHOM ON CASE_REGISTRY.SAFETY_NOTICE (WHOM_PERSON);
