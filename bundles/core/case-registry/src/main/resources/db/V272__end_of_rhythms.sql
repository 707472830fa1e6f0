-- The last day that somebody stated. What holds may end before it, because another rhythm holds from then on; when that one
-- was a mistake, the day that was stated counts again.
ALTER TABLE CASE_REGISTRY.KIN_RHYTHM ADD COLUMN STATED_UNTIL DATE;
