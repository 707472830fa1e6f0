-- What a statistic asks of its reader, kept with its figures: what brought them may be gone when somebody reads them.
-- A figure of which it is not known is shown while its bundle is there.
ALTER TABLE REPORTS.KEPT_FIGURE ADD COLUMN PERMISSION VARCHAR(80);
UPDATE REPORTS.KEPT_FIGURE SET PERMISSION = 'registry.read' WHERE STATISTIC IN ('families', 'services');
UPDATE REPORTS.KEPT_FIGURE SET PERMISSION = 'registry.intake.return' WHERE STATISTIC = 'intake';
UPDATE REPORTS.KEPT_FIGURE SET PERMISSION = 'registry.complaint.read' WHERE STATISTIC = 'complaints';
