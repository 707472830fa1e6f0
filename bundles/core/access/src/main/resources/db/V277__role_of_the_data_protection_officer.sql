-- Whoever watches over the data of the centre, often somebody from outside: reads the trail, reviews, and sees no client.
-- What the role may do, says the table of the house.
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('data-protection-officer', 22, TRUE);
