-- Why somebody may see a family again from whom a conflict of interest had kept them away. It hangs on the key of the
-- member of staff, as what they declared does.
ALTER TABLE CASE_REGISTRY.STAFF_CONFLICT ADD COLUMN END_WHY ${bytes};
