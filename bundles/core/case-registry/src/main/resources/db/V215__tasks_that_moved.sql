-- A task that followed its record into another file is written down anew; who opens the former link is led to it.
CREATE TABLE CASE_REGISTRY.TASK_MOVED (
  FORMER ${uuid} NOT NULL PRIMARY KEY,
  TASK ${uuid} NOT NULL
);
CREATE INDEX TASK_MOVED_BY_TASK ON CASE_REGISTRY.TASK_MOVED (TASK);
