-- A role that decides over others, asked for by one person and not decided by a second one yet. What
-- is decided leaves the table; the trail keeps it.
CREATE TABLE ACCESS.ROLE_GRANT (
  id ${uuid} NOT NULL,
  staff ${uuid} NOT NULL,
  staff_role VARCHAR(64) NOT NULL,
  asked_by ${uuid} NOT NULL,
  asked_on DATE NOT NULL,
  CONSTRAINT role_grant_key PRIMARY KEY (id),
  CONSTRAINT role_grant_once UNIQUE (staff, staff_role)
);
