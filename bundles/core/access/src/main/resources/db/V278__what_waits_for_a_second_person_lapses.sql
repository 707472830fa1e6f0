-- What one person asks for and a second one does not decide within a day is over. What waits now has its day from here on.
-- An account that could be the second person keeps the moment from which somebody else has kept it from being one.
ALTER TABLE ACCESS.ROLE_GRANT ADD COLUMN asked_at ${instant};
ALTER TABLE ACCESS.ROLE_CHANGE ADD COLUMN asked_at ${instant};
UPDATE ACCESS.ROLE_GRANT SET asked_at = CURRENT_TIMESTAMP;
UPDATE ACCESS.ROLE_CHANGE SET asked_at = CURRENT_TIMESTAMP;
ALTER TABLE ACCESS.ACCOUNT ADD COLUMN missed_since ${instant};
