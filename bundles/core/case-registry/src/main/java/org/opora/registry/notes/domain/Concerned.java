package org.opora.registry.notes.domain;

import java.util.UUID;

/** Somebody whom a note concerns, or concerned according to a former version. */
public interface Concerned {
  UUID id();

  /** The note, or its version. */
  UUID of();

  UUID person();

  /** Null for who is no child of the family. */
  UUID childFile();

  /** Sealed with the key of the sub-file; null when nothing is said of the child alone. */
  byte[] words();
}
