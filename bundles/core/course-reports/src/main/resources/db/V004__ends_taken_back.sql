-- The end that a last report tells of may be taken back afterwards.

ALTER TABLE COURSE.CARE_REPORT ADD COLUMN END_STANDS BOOLEAN DEFAULT TRUE NOT NULL;
