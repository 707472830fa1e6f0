-- When it was reported that walls keep everybody from the file who could have reviewed the access.
ALTER TABLE CASE_REGISTRY.EMERGENCY_ACCESS ADD COLUMN REPORTED_ON DATE;
