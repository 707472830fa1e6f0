-- The page of a plan asks for its last contact, and for those that the plan has come to forbid.

CREATE INDEX CONTACT_OF_PLAN ON SUPERVISED_CONTACTS.CONTACT (PLAN, STARTS_AT);
