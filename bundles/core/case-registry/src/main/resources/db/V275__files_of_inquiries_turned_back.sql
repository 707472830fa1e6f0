-- The file that had been opened for an acceptance that was taken back: the inquiry itself belongs to no file again.
ALTER TABLE CASE_REGISTRY.INQUIRY_CORRECTION ADD COLUMN FOUNDED_FILE ${uuid} REFERENCES CASE_REGISTRY.CASE_FILE;
