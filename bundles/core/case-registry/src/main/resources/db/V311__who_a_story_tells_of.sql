-- At whom a wall closes an entry of the chronology besides its subject; and the file in which what goes with a child was written.
ALTER TABLE CASE_REGISTRY.TIMELINE ADD COLUMN PERSON ${uuid};
ALTER TABLE CASE_REGISTRY.TIMELINE ADD COLUMN WRITTEN_IN ${uuid};
-- Until now the evidence said who had asked for a service.
UPDATE CASE_REGISTRY.TIMELINE SET PERSON = (
  SELECT E.PERSON FROM CASE_REGISTRY.EVIDENCE E
  WHERE E.ORIGIN = CASE_REGISTRY.TIMELINE.ORIGIN AND E.SOURCE = CASE_REGISTRY.TIMELINE.SOURCE
    AND E.KIND = CASE_REGISTRY.TIMELINE.KIND)
WHERE KIND IN ('service-request', 'service-request-answered');
