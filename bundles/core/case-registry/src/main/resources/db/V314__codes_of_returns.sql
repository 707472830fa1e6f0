-- A code of a figure has no blank, so that it can stand in an address.
UPDATE CASE_REGISTRY.RETURN_FIGURE SET
  ID = SUBSTR(ID, 1, 5) || 'ground.' || SUBSTR(CODE, 8),
  CODE = 'ground.' || SUBSTR(CODE, 8)
  WHERE CODE LIKE 'ground %';
