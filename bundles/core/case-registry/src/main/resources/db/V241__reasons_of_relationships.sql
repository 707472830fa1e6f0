-- A relationship that looks wrong rests on a reason of the list besides the words, and on the rule it went on against,
-- which somebody who sees less than the writer could not find out again. What was written before had no list to choose
-- from; which rule it was is not known any more.
ALTER TABLE CASE_REGISTRY.KIN_TIE ADD COLUMN DESPITE_REASON VARCHAR(20);
ALTER TABLE CASE_REGISTRY.KIN_TIE ADD COLUMN DESPITE_RULE VARCHAR(80);
UPDATE CASE_REGISTRY.KIN_TIE SET DESPITE_REASON = 'OTHER' WHERE DESPITE IS NOT NULL;
