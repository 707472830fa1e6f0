-- Why an expense was approved although the band of its right is passed; the justification of a cap is another thing.
ALTER TABLE CASE_REGISTRY.GRANT_EXPENSE ADD COLUMN BAND_REASON ${bytes};
