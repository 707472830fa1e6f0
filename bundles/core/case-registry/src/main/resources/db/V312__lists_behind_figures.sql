-- Which evidence there is of a time, of each kind: what statistics begin with.
CREATE INDEX EVIDENCE_BY_DAY ON CASE_REGISTRY.EVIDENCE (KIND, HAPPENED_ON);

-- What each figure of a filed return was counted from: keys and with how much they count, no words. A return that was
-- filed before has figures without a list.
CREATE TABLE CASE_REGISTRY.RETURN_ROW (
  YEAR_NO INTEGER NOT NULL REFERENCES CASE_REGISTRY.YEARLY_RETURN,
  FIGURE VARCHAR(60) NOT NULL,
  COUNTED ${uuid} NOT NULL,
  AMOUNT BIGINT NOT NULL,
  PRIMARY KEY (YEAR_NO, FIGURE, COUNTED)
);
