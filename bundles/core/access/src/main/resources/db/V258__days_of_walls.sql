-- Last day of a wall whose reason is over on a day that is known; null while it stands until it is
-- lifted.
ALTER TABLE ACCESS.WALL ADD COLUMN UNTIL_DAY DATE;
