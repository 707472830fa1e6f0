-- Figures of a period are counted by the day on which a contact begins, and a day is what it is where the centre is. No
-- contact began in the night, so those from before have the same day in the time that moments are kept in.

ALTER TABLE SUPERVISED_CONTACTS.CONTACT ADD COLUMN STARTS_ON DATE;
UPDATE SUPERVISED_CONTACTS.CONTACT SET STARTS_ON = CAST(STARTS_AT AS DATE);
CREATE INDEX CONTACT_DAY ON SUPERVISED_CONTACTS.CONTACT (STARTS_ON, STATE);
