-- A role of the centre has a wording of its own; one that is no longer given is kept for what the
-- trail says of it. A role that came with this version waits for what the table of the house says.
ALTER TABLE ACCESS.STAFF_ROLE ADD COLUMN wording VARCHAR(100);
ALTER TABLE ACCESS.STAFF_ROLE ADD COLUMN retired_on DATE;
ALTER TABLE ACCESS.STAFF_ROLE ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ACCESS.STAFF_ROLE ADD COLUMN awaits_defaults BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE ACCESS.STAFF_ROLE SET place = 90 WHERE id = 'it-administrator';
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('facilitator', 10, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('therapist', 11, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('supervisor', 12, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('camp-leader', 13, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('camp-health-worker', 14, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('minder', 15, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('lecturer', 16, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('training-coordinator', 17, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('accountant', 18, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('reception', 19, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('volunteer', 20, TRUE);
INSERT INTO ACCESS.STAFF_ROLE (id, place, awaits_defaults) VALUES ('inspector', 21, TRUE);
