package org.opora.registry.care.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** An entry of a file that a carer may read on paper and sign: a visit, or a note. */
public interface PaperEntry {
  UUID id();

  long version();

  CaseFileId file();

  LocalDate day();

  /** False once it was withdrawn or moved. */
  boolean counts();

  /** How it reads, counted from one; the paper that a carer signs bears this number. */
  int wording();

  /** Since when it reads so. */
  Instant wordedAt();

  /** Whether it was moved here from another file. */
  boolean arrived();

  /** A carer has answered to it: it is locked from now on. */
  void sign();
}
