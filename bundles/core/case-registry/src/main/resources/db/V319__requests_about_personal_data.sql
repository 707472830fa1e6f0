-- Somebody asked what the centre keeps about them, or that it be changed. The words hang on the key of who wrote them down.
CREATE TABLE CASE_REGISTRY.DATA_REQUEST (
  ID ${uuid} NOT NULL PRIMARY KEY,
  VERSION BIGINT NOT NULL,
  ASKED_ON DATE NOT NULL,
  KIND VARCHAR(20) NOT NULL,
  ASKED_BY ${bytes} NOT NULL,
  WHAT ${bytes},
  EXTENDED_ON DATE,
  EXTENDED_WHY ${bytes},
  ANSWERED_ON DATE,
  ANSWERED VARCHAR(20),
  ANSWER ${bytes},
  ANSWERED_BY ${uuid},
  WRITER ${uuid} NOT NULL
);
CREATE INDEX DATA_REQUEST_BY_DAY ON CASE_REGISTRY.DATA_REQUEST (ASKED_ON DESC, ID DESC);
