package org.opora.registry.importing.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.importing.domain.Family;

/**
 * What a family of the file became.
 *
 * @param carers people by their place in the file's columns
 * @param children people by their row
 */
record Written(CaseFileId file, Map<Integer, UUID> carers, Map<Integer, UUID> children) {

  /** Who was met last when. */
  Map<UUID, LocalDate> met(Family family) {
    Map<UUID, LocalDate> met = new LinkedHashMap<>();
    family.carers().forEach(carer -> put(met, carers.get(carer.slot()), carer.lastContact()));
    family.children().forEach(child -> put(met, children.get(child.row()), child.lastContact()));
    return met;
  }

  private static void put(Map<UUID, LocalDate> met, UUID person, LocalDate day) {
    LocalDate known = met.get(person);
    if (person != null && day != null && (known == null || day.isAfter(known))) {
      met.put(person, day);
    }
  }
}
