-- From when on a relation that follows from a file is over; empty for all but an emergency.
ALTER TABLE CASE_REGISTRY.GRANTED ADD COLUMN EXPIRES ${instant};
