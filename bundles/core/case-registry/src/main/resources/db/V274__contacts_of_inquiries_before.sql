-- Inquiries that were accepted before it was written down what came along: their first contact that is in the same file came
-- with them, or it would stay behind, in a file opened by mistake, when they are turned back. Where anything is written down of
-- the acceptance, that holds. A file that was there before the inquiry had the contact already: keys are made in the order of time.
UPDATE CASE_REGISTRY.INQUIRY SET WITH_CONTACT = TRUE
WHERE STATE = 'ACCEPTED' AND WITH_CONTACT = FALSE AND FOUNDED = FALSE AND WITH_PROPOSAL = FALSE
  AND CASE_REGISTRY.INQUIRY.FILE > CASE_REGISTRY.INQUIRY.ID
  AND EXISTS (SELECT C.ID FROM CASE_REGISTRY.FIRST_CONTACT C
    WHERE C.ID = CASE_REGISTRY.INQUIRY.CONTACT AND C.FILE = CASE_REGISTRY.INQUIRY.FILE);
