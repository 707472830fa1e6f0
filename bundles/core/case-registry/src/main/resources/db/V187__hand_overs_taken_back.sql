-- What a hand-over has changed besides the key worker, so that it can be put back when it is withdrawn before it begins.
CREATE TABLE CASE_REGISTRY.HANDOVER_ENDED (
  ID ${uuid} NOT NULL PRIMARY KEY,
  HANDOVER ${uuid} NOT NULL REFERENCES CASE_REGISTRY.HANDOVER,
  ASSIGNMENT ${uuid} NOT NULL,
  STAFF ${uuid} NOT NULL,
  KIND VARCHAR(20) NOT NULL,
  SINCE_DAY DATE NOT NULL,
  UNTIL_DAY DATE
);
CREATE INDEX HANDOVER_ENDED_BY_HANDOVER ON CASE_REGISTRY.HANDOVER_ENDED (HANDOVER);

-- A task, or a letter with its task, that went along, and who had it before.
CREATE TABLE CASE_REGISTRY.HANDOVER_MOVED (
  ID ${uuid} NOT NULL PRIMARY KEY,
  HANDOVER ${uuid} NOT NULL REFERENCES CASE_REGISTRY.HANDOVER,
  TASK ${uuid},
  LETTER ${uuid},
  DOER ${uuid} NOT NULL
);
CREATE INDEX HANDOVER_MOVED_BY_HANDOVER ON CASE_REGISTRY.HANDOVER_MOVED (HANDOVER);

-- The protocol that took the place of one that was withdrawn; none when the family was not handed over after all.
ALTER TABLE CASE_REGISTRY.HANDOVER ADD COLUMN REPLACED_BY ${uuid};
