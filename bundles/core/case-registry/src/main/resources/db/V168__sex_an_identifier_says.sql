-- What a sound birth number or PESEL says of the sex, written down with it, so that no page opens a number for one word.
-- Empty where a number was written down before, and nobody has written it since: then the number is opened.
ALTER TABLE CASE_REGISTRY.PERSON ADD COLUMN IDENTIFIER_SEX VARCHAR(10);
