-- Every list of one's own asks of a subject whether one is related to it today. The answer stands in this index alone.
CREATE INDEX relation_today ON ACCESS.RELATION (staff, subject, since, until_day, expires);
