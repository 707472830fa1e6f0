package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;

/**
 * No person is in two agreements at once; of a joint agreement this holds for every carer. The
 * other file is never named, since whoever asks may not know of it.
 */
final class OneAgreement {
  /** Later than anything that is agreed. */
  private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

  private final EntityManager em;
  private final Aliases aliases;
  private final Optional<Entry> law;

  OneAgreement(EntityManager em, Aliases aliases, Optional<Entry> law) {
    this.em = em;
    this.aliases = aliases;
    this.law = law;
  }

  /** Everybody who is a carer of the file on the day or later. */
  void ofFile(CaseFileId file, LocalDate from, LocalDate until, String field) {
    check(
        file,
        em
            .createQuery(
                "SELECT t.person FROM FileCarer t WHERE t.file = :file"
                    + " AND (t.until IS NULL OR t.until >= :day)",
                UUID.class)
            .setParameter("file", file.value())
            .setParameter("day", from)
            .getResultList()
            .stream()
            .map(PersonId::new)
            .toList(),
        from,
        until,
        field);
  }

  /**
   * @param until null while it lasts
   * @throws Refused beside the field
   */
  void check(
      CaseFileId file, Collection<PersonId> carers, LocalDate from, LocalDate until, String field) {
    Optional<String> paragraph = law.flatMap(entry -> entry.singleAskedBy(from));
    Set<UUID> people = new LinkedHashSet<>();
    carers.forEach(carer -> aliases.idsOf(carer).forEach(one -> people.add(one.value())));
    if (paragraph.isEmpty() || people.isEmpty()) {
      return;
    }
    // Two agreements of one person in two files come one after the other.
    new TreeSet<>(people).forEach(person -> Held.hold(em, Person.class, person));
    em.flush();
    List<UUID> elsewhere =
        em.createQuery(
                "SELECT a.id FROM Agreement a JOIN FileCarer t ON t.file = a.file"
                    + " WHERE t.person IN :people AND a.file <> :file"
                    + " AND (a.endedOn IS NULL OR a.endedOn >= :from) AND a.concludedOn <= :until"
                    + " AND t.since <= :until"
                    + " AND (t.until IS NULL OR t.until >= :from)",
                UUID.class)
            .setParameter("people", List.copyOf(people))
            .setParameter("file", file.value())
            .setParameter("from", from)
            .setParameter("until", until == null ? FAR : until)
            .getResultList();
    if (!elsewhere.isEmpty()) {
      var reasons = law.orElseThrow().rule().reasons();
      throw new Refused(
          field, Text.of(reasons.origin(), reasons.secondAgreement(), paragraph.get()));
    }
  }
}
