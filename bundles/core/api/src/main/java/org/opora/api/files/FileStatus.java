package org.opora.api.files;

/** Where a case file stands. */
public enum FileStatus {
  OPEN,
  /** The agreement has ended; what remains is being wound down. */
  WINDING_DOWN,
  CLOSED
}
