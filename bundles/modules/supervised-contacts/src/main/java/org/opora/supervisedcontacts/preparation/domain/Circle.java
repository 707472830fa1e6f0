package org.opora.supervisedcontacts.preparation.domain;

/**
 * Who may read what a child said, besides whoever leads its family and whoever wrote it down: the
 * same circles that the child chooses among for everything it says in this house.
 */
public enum Circle {
  HOUSE,
  CARERS,
  AUTHORITY,
  COURT
}
