-- What a carer said is put right by whoever has seen how it stands.

ALTER TABLE COURSE.CARER_STATEMENT ADD COLUMN VERSION BIGINT DEFAULT 0 NOT NULL;
