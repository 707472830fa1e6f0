package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Keys;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.Packed;

/**
 * Writes opening balances: what the spreadsheet had counted, waiting for a person to confirm it.
 */
final class Balances {
  private static final String PLACE = "OPENING_BALANCE.NOTE";
  private final Keys keys;

  Balances(Keys keys) {
    this.keys = keys;
  }

  String note(OpeningBalance row) {
    return keys.open(Subject.of(new CaseFileId(row.caseFile())), PLACE, row.id(), row.note());
  }

  private byte[] sealed(CaseFileId file, UUID row, String note) {
    return keys.seal(Subject.of(file), PLACE, row, note);
  }

  void create(
      EntityManager em,
      Viewer viewer,
      Journal journal,
      CaseFileId file,
      UUID person,
      OpeningBalance.Kind kind,
      BigDecimal amount,
      String note) {
    UUID id = arrive(em, viewer, file, person, kind, amount, note);
    if (id != null) {
      journal.created(ImportChange.Kind.NEW_BALANCE, id, file);
    }
  }

  /** Writes one; null when there is nothing to write. */
  UUID arrive(
      EntityManager em,
      Viewer viewer,
      CaseFileId file,
      UUID person,
      OpeningBalance.Kind kind,
      BigDecimal amount,
      String note) {
    if (amount == null && note == null) {
      return null;
    }
    UUID id = Ids.next();
    em.persist(
        new OpeningBalance(
            id, file.value(), person, kind, amount, viewer.today(), sealed(file, id, note)));
    return id;
  }

  /** Writes the new value into those not confirmed yet; makes one when there is none. */
  void update(
      EntityManager em,
      Viewer viewer,
      Journal journal,
      CaseFileId file,
      List<OpeningBalance> known,
      List<UUID> people,
      OpeningBalance.Kind kind,
      BigDecimal amount,
      String note) {
    for (UUID person : people) {
      OpeningBalance row =
          known.stream()
              .filter(
                  one ->
                      one.kind() == kind
                          && java.util.Objects.equals(one.person(), person)
                          && one.confirmedOn() == null)
              .findFirst()
              .orElse(null);
      if (row == null) {
        create(em, viewer, journal, file, person, kind, amount, note);
      } else {
        OpeningBalance held = em.find(OpeningBalance.class, row.id());
        String before = Packed.list(Arrays.asList(Images.text(held.quantity()), note(held)));
        held.says(amount, sealed(file, held.id(), note));
        em.flush();
        journal.changed(ImportChange.Kind.BALANCE, held.id(), file, held.version(), before);
      }
    }
  }

  void restore(OpeningBalance row, String image) {
    List<String> parts = Packed.list(image);
    row.says(
        parts.get(0) == null ? null : new BigDecimal(parts.get(0)),
        sealed(new CaseFileId(row.caseFile()), row.id(), parts.get(1)));
  }
}
