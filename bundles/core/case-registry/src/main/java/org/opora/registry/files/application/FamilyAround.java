package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.Placement;

/** What a wall around a family stands at. */
record FamilyAround(EntityManager em) {
  /**
   * The file, whoever is in it on the day or comes later, and relatives of whom only the work with
   * it tells today: the reason is often with them.
   */
  Map<UUID, Subject> of(CaseFileId file, LocalDate day, LocalDate today) {
    Map<UUID, Subject> all = new LinkedHashMap<>();
    all.put(file.value(), Subject.of(file));
    for (FileCarer carer : rows(FileCarer.class, file)) {
      if (carer.until() == null || !carer.until().isBefore(day)) {
        all.put(carer.person().value(), Subject.of(carer.person()));
      }
    }
    for (Placement stay : rows(Placement.class, file)) {
      if (stay.until() == null || !stay.until().isBefore(day)) {
        all.put(stay.child().value(), Subject.of(stay.child()));
        all.put(stay.childFile().value(), Subject.of(stay.childFile()));
      }
    }
    for (PersonId relative : new FileRelatives(em).ofNoOther(file, day, today).keySet()) {
      all.put(relative.value(), Subject.of(relative));
    }
    return all;
  }

  <T> List<T> rows(Class<T> type, CaseFileId file) {
    return em.createQuery("SELECT t FROM " + type.getSimpleName() + " t WHERE t.file = :file", type)
        .setParameter("file", file.value())
        .getResultList();
  }
}
