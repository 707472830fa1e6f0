package org.opora.api.files;

/** How somebody leaves an agreement that goes on with the other carer. */
public enum LeavingWay {
  /** The authority decided that the two, who live apart, have an agreement each. */
  SEPARATED,
  DEATH,
  /** In any other way; while the agreement lasts, the law knows none. */
  OTHERWISE
}
