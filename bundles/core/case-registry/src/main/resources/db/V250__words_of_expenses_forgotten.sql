-- Who is erased takes the words of the expenses for them along; day, sum and right account for money of the state and stay.
ALTER TABLE CASE_REGISTRY.GRANT_EXPENSE ALTER COLUMN WHAT DROP NOT NULL;
