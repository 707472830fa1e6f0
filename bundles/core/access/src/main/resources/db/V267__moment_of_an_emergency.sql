-- What is opened in an emergency is over at a moment, not on a day: milliseconds since 1970. Empty for
-- everything else.
ALTER TABLE ACCESS.RELATION ADD COLUMN EXPIRES BIGINT;
ALTER TABLE ACCESS.RELATION ADD CONSTRAINT relation_moment
  CHECK ((kind = 'EMERGENCY' AND expires IS NOT NULL) OR (kind <> 'EMERGENCY' AND expires IS NULL));
