package org.opora.registry.importing.application;

import java.util.List;
import java.util.UUID;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonView;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.ValueMap;

/**
 * A family as it is here.
 *
 * @param snapshot what an import remembers of it; null when it was opened by hand
 * @param base values as last imported; empty when it never was
 * @param here values as they are now
 * @param carers the two places of the file's columns; null where there is nobody
 * @param agreement the one that an import brought, the newest when none did, or null
 */
record Existing(
    CaseFileId file,
    Imported snapshot,
    ValueMap base,
    ValueMap here,
    List<PersonView> carers,
    Agreements.Agreement agreement,
    CaseFiles.Cover cover,
    List<OpeningBalance> balances,
    List<Child> children) {

  /** A child as it is here; {@code stay} is null when the placement is gone. */
  record Child(
      Imported snapshot, ValueMap base, ValueMap here, PersonView person, Placements.Stay stay) {}

  PersonView carer(int slot) {
    return carers.get(slot - 1);
  }

  UUID carerKey(int slot) {
    PersonView carer = carer(slot);
    return carer == null ? null : carer.id().value();
  }

  /** Whose phone and e-mail the file's columns are. */
  PersonId contact() {
    for (PersonView carer : carers) {
      if (carer != null && (carer.phone() != null || carer.email() != null)) {
        return carer.id();
      }
    }
    return carers.stream()
        .filter(java.util.Objects::nonNull)
        .map(PersonView::id)
        .findFirst()
        .orElse(null);
  }
}
