-- How many guesses a name has seen in the day that began with the first of them. A success in
-- between does not give a guesser a new start.
ALTER TABLE ACCESS.ATTEMPT ADD COLUMN day_began ${instant};
ALTER TABLE ACCESS.ATTEMPT ADD COLUMN day_guesses INTEGER DEFAULT 0 NOT NULL;
