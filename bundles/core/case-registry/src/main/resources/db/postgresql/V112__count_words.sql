-- Until the planner has counted the new columns, it would read all words for each search.
ANALYZE CASE_REGISTRY.FINDABLE_WORD;
