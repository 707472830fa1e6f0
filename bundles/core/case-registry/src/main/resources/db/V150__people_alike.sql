-- Who is written down is looked for first: by birth date, by names, by the fingerprints of the identifier and of the
-- phone. The index of birth dates holds the names, so that a date that may be a slip is asked for in the index alone.
ALTER TABLE CASE_REGISTRY.PERSON ADD COLUMN PHONE_MARK VARCHAR(64);
CREATE INDEX PERSON_BY_BIRTH ON CASE_REGISTRY.PERSON (BIRTH_DATE, FAMILY_N, GIVEN_N, ID);
CREATE INDEX PERSON_BY_PHONE ON CASE_REGISTRY.PERSON (PHONE_MARK);
-- Two entries that may be one person are for those who oversee the register alone, whoever else has to do with them.
ALTER TABLE CASE_REGISTRY.TASK ADD COLUMN OVERSIGHT BOOLEAN DEFAULT FALSE NOT NULL;
