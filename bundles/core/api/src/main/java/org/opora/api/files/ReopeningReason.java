package org.opora.api.files;

/** Why the work in a closed file goes on. */
public enum ReopeningReason {
  /** It should not have been closed. */
  MISTAKE,
  /** Those the file is about have come again. */
  CAME_BACK,
  /** Others ask the centre to go on, such as an authority or a court. */
  ASKED,
  OTHER
}
