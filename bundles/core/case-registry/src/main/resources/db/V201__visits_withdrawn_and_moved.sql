-- A visit that was written down by mistake counts no more, and its trace stays. One that belonged to another file is written
-- down there anew and loses its words here. The reason hangs on the key of the file it was written down in.
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN COUNTS BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN GONE_ON DATE;
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN GONE_BY ${uuid};
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN GONE_WHY ${blob};
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN MOVED_TO ${uuid};
ALTER TABLE CASE_REGISTRY.VISIT ADD COLUMN MOVED_FROM ${uuid};
CREATE INDEX TASK_BY_HREF ON CASE_REGISTRY.TASK (HREF);
