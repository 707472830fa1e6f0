-- The year in which a child was born who was erased: a closed file stays until its children are grown, and nothing else
-- says when that is.
ALTER TABLE CASE_REGISTRY.PLACEMENT ADD COLUMN BORN_IN INTEGER;
