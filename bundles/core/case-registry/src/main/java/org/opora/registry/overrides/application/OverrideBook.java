package org.opora.registry.overrides.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Overrides;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.overrides.domain.OverridePerson;
import org.opora.registry.overrides.domain.RuleOverride;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules gone on against, taken down for whoever writes the record. */
@Component(service = Overrides.class)
public final class OverrideBook implements Overrides {
  private final Transactions tx;
  private final OverrideSeals seals;

  @Activate
  public OverrideBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Keys keys) {
    this.tx = tx;
    this.seals = new OverrideSeals(keys);
  }

  @Override
  public void put(Viewer viewer, NewOverride override) {
    tx.run(
        em -> {
          RuleOverride row =
              find(em, override.origin(), override.source()).stream()
                  .filter(one -> one.rule().equals(override.rule().id()))
                  .findFirst()
                  .orElseGet(() -> fresh(em, viewer, override));
          row.says(
              override.rule().title(),
              override.because().reason(),
              seals.seal(row.subject(), row.id(), override.because().words()),
              override.href());
          if (!em.contains(row)) {
            em.persist(row);
            em.flush();
            concerned(em, override)
                .forEach(person -> em.persist(new OverridePerson(Ids.next(), row.id(), person)));
          }
        });
  }

  private static RuleOverride fresh(EntityManager em, Viewer viewer, NewOverride override) {
    CaseFileId file =
        override.subject().kind() == Subject.Kind.CASE_FILE
            ? new CaseFileId(override.subject().id())
            : override.file();
    if (file != null && em.find(CaseFile.class, file.value()) == null) {
      throw new IllegalArgumentException("There is no such case file");
    }
    return new RuleOverride(
        Ids.next(),
        override.origin(),
        override.source(),
        override.rule().id(),
        override.subject(),
        file,
        override.day(),
        viewer.staff());
  }

  /** Whoever the subject is, is concerned as well. */
  private static Set<PersonId> concerned(EntityManager em, NewOverride override) {
    Set<PersonId> people = new LinkedHashSet<>(override.people());
    UUID subject = override.subject().id();
    switch (override.subject().kind()) {
      case PERSON -> people.add(new PersonId(subject));
      case CHILD_FILE -> {
        ChildFile found = em.find(ChildFile.class, subject);
        if (found == null) {
          throw new IllegalArgumentException("There is no such sub-file");
        }
        people.add(found.child());
      }
      default -> {
        // A file is guarded as the subject it is.
      }
    }
    return people;
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(
        em ->
            find(em, origin, source)
                .forEach(
                    row -> {
                      em.createQuery("DELETE FROM OverridePerson p WHERE p.override = :key")
                          .setParameter("key", row.id())
                          .executeUpdate();
                      em.remove(row);
                      // Another rule of the same record may follow in the same transaction.
                      em.flush();
                    }));
  }

  @Override
  public List<Given> given(String origin, Subject subject, LocalDate from, LocalDate until) {
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT t FROM RuleOverride t WHERE t.origin = :origin"
                        + " AND t.subject = :subject AND t.subjectKind = :kind"
                        + " AND t.happenedOn >= :from AND t.happenedOn <= :until"
                        + " ORDER BY t.happenedOn, t.id",
                    RuleOverride.class)
                .setParameter("origin", origin)
                .setParameter("subject", subject.id())
                .setParameter("kind", subject.kind())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(
                    row ->
                        new Given(
                            row.source(),
                            new Rule(row.rule(), row.title()),
                            row.happenedOn(),
                            row.reason()))
                .toList());
  }

  private static List<RuleOverride> find(EntityManager em, String origin, UUID source) {
    return em.createQuery(
            "SELECT t FROM RuleOverride t WHERE t.origin = :origin AND t.source = :source",
            RuleOverride.class)
        .setParameter("origin", origin)
        .setParameter("source", source)
        .getResultList();
  }
}
