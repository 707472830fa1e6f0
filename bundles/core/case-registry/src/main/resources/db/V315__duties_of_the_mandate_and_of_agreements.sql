-- What was shown as a figure is counted as a duty now, under the figure of its rule: who confirmed it has confirmed it still.
UPDATE CASE_REGISTRY.LAW_CONFIRMATION SET FIGURE = 'cz.conclude.term', WORDING = 'Term[kind=DAYS, number=30, day=null]' || SUBSTR(WORDING, 3)
  WHERE FIGURE = 'cz.agreement.within' AND WORDING LIKE '30 | %';
UPDATE CASE_REGISTRY.LAW_CONFIRMATION SET FIGURE = 'cz.mandate.change.term', WORDING = 'Term[kind=DAY_OF_NEXT_MONTH, number=15, day=null]' || SUBSTR(WORDING, 3)
  WHERE FIGURE = 'cz.mandate.change' AND WORDING LIKE '15 | %';
UPDATE CASE_REGISTRY.LAW_CONFIRMATION SET FIGURE = 'cz.mandate.insurance.term', WORDING = 'Term[kind=DAYS, number=15, day=null]' || SUBSTR(WORDING, 3)
  WHERE FIGURE = 'cz.mandate.insurance' AND WORDING LIKE '15 | %';

-- Agreements that are still in preparation are owed from the day on which the decision came into force; the inquiry is the record behind it. A change of the mandate or an insurance that waits already has its task, and no duty beside it.
INSERT INTO CASE_REGISTRY.EVIDENCE (ID, ORIGIN, KIND, SOURCE, FILE, HAPPENED_ON, OPENING_BALANCE, SUBJECT_KIND, SUBJECT, REF)
  SELECT S.ID, 'case-registry', 'agreement.owed', S.ID, P.FILE, P.DECISION_FORCE_ON, FALSE, 'AGREEMENT', P.ID, ''
  FROM CASE_REGISTRY.AGREEMENT_PROPOSAL P JOIN CASE_REGISTRY.AGREEMENT_STEP S ON S.PROPOSAL = P.ID AND S.SEQ = 0
  WHERE P.DECISION_FORCE_ON IS NOT NULL AND P.STATE NOT IN ('SIGNED', 'DROPPED');
