-- On what a person is signed in, so that they know the session again; and when it last gave the
-- second factor.
ALTER TABLE ACCESS.STAFF_SESSION ADD COLUMN device VARCHAR(80);
ALTER TABLE ACCESS.STAFF_SESSION ADD COLUMN proved ${instant};
