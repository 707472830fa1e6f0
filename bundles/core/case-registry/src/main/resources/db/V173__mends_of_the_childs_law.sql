-- To whom a decision entrusts the child stays, without person and name, when that person is erased.
ALTER TABLE CASE_REGISTRY.ENTRUSTED ALTER COLUMN PERSON DROP NOT NULL;

-- Whoever wrote an incident down follows it.
CREATE INDEX INCIDENT_BY_AUTHOR ON CASE_REGISTRY.INCIDENT (AUTHOR, HAPPENED_ON, ID);

-- No incident stands in a chronology, which more people read than the incident.
DELETE FROM CASE_REGISTRY.TIMELINE WHERE ORIGIN = 'case-registry' AND KIND = 'incident';
