package org.opora.registry.views.domain;

/**
 * Who may read what a child said, besides the key worker, the deputy and whoever wrote it down:
 * others of the centre who may read the file, the carers, the authority, the court. An inspector is
 * none of them.
 */
public enum Circle {
  HOUSE,
  CARERS,
  AUTHORITY,
  COURT
}
