-- Accounts whose password is kept in the directory of the centre: which entry there, by a fingerprint.
-- Null where the password is kept here.
ALTER TABLE ACCESS.ACCOUNT ADD COLUMN directory_entry VARCHAR(64);
ALTER TABLE ACCESS.ACCOUNT ADD CONSTRAINT account_directory_entry UNIQUE (directory_entry);
ALTER TABLE ACCESS.INVITATION ADD COLUMN by_directory BOOLEAN DEFAULT FALSE NOT NULL;
