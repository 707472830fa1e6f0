package org.opora.registry.kin.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.opora.api.ids.PersonId;

/** Whoever in the register keeps days of death. Asked only for people the viewer may see. */
public interface Deaths {
  /** By the keys that were asked for; who lives, or of whom nothing is known, is missing. */
  Map<PersonId, LocalDate> of(Collection<PersonId> people);
}
