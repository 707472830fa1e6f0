-- What follows from a first contact is a task of its own each time it is somebody else's or something else; until now
-- there was one task for each entry.
ALTER TABLE CASE_REGISTRY.FIRST_CONTACT ADD COLUMN NEXT_TASK ${uuid};
UPDATE CASE_REGISTRY.FIRST_CONTACT SET NEXT_TASK = ID WHERE NEXT_STEP <> 'NONE';

-- Somebody comes with several things at once: names of topics, with a blank between.
ALTER TABLE CASE_REGISTRY.FIRST_CONTACT ADD COLUMN TOPICS VARCHAR(200) DEFAULT '' NOT NULL;
UPDATE CASE_REGISTRY.FIRST_CONTACT SET TOPICS = TOPIC;
ALTER TABLE CASE_REGISTRY.FIRST_CONTACT DROP COLUMN TOPIC;

-- A wall at the carer closes the reminder of their request as well.
UPDATE CASE_REGISTRY.TASK SET PERSON =
  (SELECT r.PERSON FROM CASE_REGISTRY.SERVICE_REQUEST r WHERE r.ID = SOURCE)
  WHERE ORIGIN = 'case-registry' AND SOURCE IN (SELECT r.ID FROM CASE_REGISTRY.SERVICE_REQUEST r);
