-- What the trail made somebody look at, and whether it was told.
CREATE TABLE ACCESS.AUDIT_ALARM (
  id ${uuid} NOT NULL,
  kind VARCHAR(16) NOT NULL,
  staff ${uuid},
  happened BIGINT NOT NULL,
  figure BIGINT NOT NULL,
  told BIGINT,
  CONSTRAINT audit_alarm_key PRIMARY KEY (id)
);
CREATE INDEX audit_alarm_kind ON ACCESS.AUDIT_ALARM (kind, happened);

-- How many files somebody opened within one hour at most, day by day.
CREATE TABLE ACCESS.AUDIT_PEAK (
  staff ${uuid} NOT NULL,
  day_of DATE NOT NULL,
  files INTEGER NOT NULL,
  CONSTRAINT audit_peak_key PRIMARY KEY (staff, day_of)
);
