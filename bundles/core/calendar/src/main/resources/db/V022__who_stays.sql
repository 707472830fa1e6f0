-- Since when somebody does not have to be there any more who came and is in the house: they were taken off, or the
-- appointment went to another day. Null for all who have to be there.
ALTER TABLE CALENDAR.ATTENDEE ADD COLUMN RELEASED_AT ${instant};
