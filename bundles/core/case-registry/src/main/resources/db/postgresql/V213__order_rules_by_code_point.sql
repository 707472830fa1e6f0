-- As for people and bodies: the order of the list is that of the folded words, whatever the locale of the cluster.
ALTER TABLE CASE_REGISTRY.INTERNAL_RULE ALTER COLUMN TITLE_N TYPE VARCHAR(200) COLLATE "C";
