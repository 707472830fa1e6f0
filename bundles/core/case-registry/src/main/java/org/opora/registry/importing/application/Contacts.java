package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.care.Visits;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.domain.Proven;
import org.opora.registry.story.domain.Source;

/** The last contacts of former records, as facts from which the clock of visits runs on. */
final class Contacts {
  private final EntityManager em;

  Contacts(EntityManager em) {
    this.em = em;
  }

  /**
   * @param source key under which this family's contacts stand
   */
  void write(CaseFileId file, UUID source, Map<UUID, LocalDate> met) {
    met.forEach(
        (person, day) -> {
          if (day != null) {
            em.persist(
                new EvidenceFact(
                    Ids.next(),
                    new Source(Refusals.BUNDLE, Visits.EVIDENCE, source),
                    Proven.of(file, new PersonId(person)),
                    day,
                    true));
          }
        });
  }

  /** Replaces what stood there, and says what it was. */
  String replace(CaseFileId file, UUID source, Map<UUID, LocalDate> met) {
    List<EvidenceFact> before =
        em.createQuery(
                "SELECT e FROM EvidenceFact e WHERE e.source.origin = :origin AND e.source.record = :source",
                EvidenceFact.class)
            .setParameter("origin", Refusals.BUNDLE)
            .setParameter("source", source)
            .getResultList();
    List<String> image = new ArrayList<>();
    for (EvidenceFact fact : before) {
      image.add(fact.person().toString());
      image.add(fact.day().toString());
      em.remove(fact);
    }
    em.flush();
    write(file, source, met);
    return Packed.list(image);
  }

  static Map<UUID, LocalDate> of(String image) {
    List<String> parts = Packed.list(image);
    Map<UUID, LocalDate> met = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i += 2) {
      met.put(UUID.fromString(parts.get(i)), LocalDate.parse(parts.get(i + 1)));
    }
    return met;
  }
}
