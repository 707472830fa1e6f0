-- What would widen a role, and waits for a second person. What is decided leaves the table; the trail
-- keeps it.
CREATE TABLE ACCESS.ROLE_CHANGE (
  id ${uuid} NOT NULL,
  staff_role VARCHAR(64) NOT NULL,
  permission VARCHAR(120) NOT NULL,
  reach VARCHAR(8) NOT NULL,
  asked_by ${uuid} NOT NULL,
  asked_on DATE NOT NULL,
  CONSTRAINT role_change_key PRIMARY KEY (id),
  CONSTRAINT role_change_once UNIQUE (staff_role, permission)
);
