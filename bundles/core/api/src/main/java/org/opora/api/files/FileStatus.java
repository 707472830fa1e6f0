package org.opora.api.files;

/** Where a case file stands. */
public enum FileStatus {
  OPEN,
  /** The agreement has ended; what remains is being wound down. */
  WINDING_DOWN,
  CLOSED,
  /** Closed and put away from everyday work: only those who lead the archive find it. */
  ARCHIVED
}
