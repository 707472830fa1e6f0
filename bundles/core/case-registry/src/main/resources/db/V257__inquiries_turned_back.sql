-- What came of accepting an inquiry, so that it can be taken back: whether its file was opened for
-- it, and whether its first contact and an agreement in preparation came along. Of what was accepted
-- until now nobody knows.
ALTER TABLE CASE_REGISTRY.INQUIRY ADD COLUMN FOUNDED BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE CASE_REGISTRY.INQUIRY ADD COLUMN WITH_CONTACT BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE CASE_REGISTRY.INQUIRY ADD COLUMN WITH_PROPOSAL BOOLEAN DEFAULT FALSE NOT NULL;
