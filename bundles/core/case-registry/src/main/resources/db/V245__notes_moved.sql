-- A note that belonged to another file is written down there anew, and loses its words here.
ALTER TABLE CASE_REGISTRY.NOTE ADD COLUMN MOVED_TO ${uuid};
ALTER TABLE CASE_REGISTRY.NOTE ADD COLUMN MOVED_FROM ${uuid};
