-- Inquiries that were accepted before it was written down what came along: their first contact that is in the same file came
-- with them, or it would stay behind, in a file opened by mistake, when they are turned back. Where anything is written down of
-- the acceptance, that holds.
UPDATE CASE_REGISTRY.INQUIRY SET WITH_CONTACT = TRUE
WHERE STATE = 'ACCEPTED' AND WITH_CONTACT = FALSE AND FOUNDED = FALSE AND WITH_PROPOSAL = FALSE
  AND EXISTS (SELECT C.ID FROM CASE_REGISTRY.FIRST_CONTACT C
    WHERE C.ID = CASE_REGISTRY.INQUIRY.CONTACT AND C.FILE = CASE_REGISTRY.INQUIRY.FILE);
