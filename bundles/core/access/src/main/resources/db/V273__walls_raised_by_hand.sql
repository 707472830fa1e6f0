-- A wall that was raised by hand: on one ground, at several subjects, before several members of staff. Each pair of
-- them has its row in WALL, which every decision and every list asks; ORIGIN leads back here. A wall of another origin
-- stands beside it and is lifted by itself.
CREATE TABLE ACCESS.HAND_WALL (
  id ${uuid} NOT NULL,
  ground VARCHAR(32) NOT NULL,
  keeps VARCHAR(16) NOT NULL,
  until_day DATE,
  lifted_on DATE,
  CONSTRAINT hand_wall_key PRIMARY KEY (id)
);

CREATE TABLE ACCESS.HAND_WALL_STAFF (
  id ${uuid} NOT NULL,
  wall ${uuid} NOT NULL REFERENCES ACCESS.HAND_WALL,
  staff ${uuid} NOT NULL,
  CONSTRAINT hand_wall_staff_key PRIMARY KEY (id),
  CONSTRAINT hand_wall_staff_once UNIQUE (wall, staff)
);

CREATE TABLE ACCESS.HAND_WALL_SUBJECT (
  id ${uuid} NOT NULL,
  wall ${uuid} NOT NULL REFERENCES ACCESS.HAND_WALL,
  subject_kind VARCHAR(16) NOT NULL,
  subject ${uuid} NOT NULL,
  CONSTRAINT hand_wall_subject_key PRIMARY KEY (id),
  CONSTRAINT hand_wall_subject_once UNIQUE (wall, subject)
);

ALTER TABLE ACCESS.WALL ADD COLUMN ORIGIN ${uuid};
CREATE INDEX wall_origin ON ACCESS.WALL (ORIGIN);
