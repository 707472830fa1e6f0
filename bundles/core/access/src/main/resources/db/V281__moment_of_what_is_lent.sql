-- What is opened to an inspector is lent like what is opened in an emergency: it is over at a moment, too.
ALTER TABLE ACCESS.RELATION DROP CONSTRAINT relation_moment;
ALTER TABLE ACCESS.RELATION ADD CONSTRAINT relation_moment
  CHECK ((kind IN ('EMERGENCY', 'INSPECTOR') AND expires IS NOT NULL)
    OR (kind NOT IN ('EMERGENCY', 'INSPECTOR') AND expires IS NULL));
