package org.opora.registry.views.domain;

/**
 * Who may read what a child said, besides the key worker, the deputy and whoever wrote it down:
 * others of the centre who work with the file, the carers, the authority, the court.
 */
public enum Circle {
  HOUSE,
  CARERS,
  AUTHORITY,
  COURT
}
