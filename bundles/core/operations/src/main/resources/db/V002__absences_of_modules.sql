-- When a module did not bring what it brings: before it was first installed, and while it was removed or did not work. What
-- fell due on such days nobody can assess, and the row of the module keeps only its last change.
CREATE TABLE OPERATIONS.MODULE_ABSENCE (
  ID VARCHAR(80) NOT NULL PRIMARY KEY,
  MODULE VARCHAR(64) NOT NULL,
  FROM_AT ${instant},
  UNTIL_AT ${instant}
);
INSERT INTO OPERATIONS.MODULE_ABSENCE (ID, MODULE, FROM_AT)
SELECT ID || '#1', ID, CHANGED_AT FROM OPERATIONS.MODULE WHERE STATE IN ('FAILED', 'REMOVED');
