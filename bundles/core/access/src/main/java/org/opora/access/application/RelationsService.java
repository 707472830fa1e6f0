package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.opora.access.domain.RelationEntry;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes relations. Nobody asks here who may: the use case that grants has decided already. */
@Component
public final class RelationsService implements Relations {
  private final Transactions tx;
  private final Lendings lendings;
  private final Grants grants;

  @Activate
  public RelationsService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Lendings lendings,
      @Reference Grants grants) {
    this.tx = tx;
    this.lendings = lendings;
    this.grants = grants;
  }

  @Override
  public void grant(
      StaffId staff,
      Subject subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      String origin) {
    Grant grant = new Grant(staff, subject, kind, since, until, origin);
    check(grant);
    tx.run(em -> write(em, grant));
  }

  @Override
  public void lend(
      StaffId staff,
      Subject subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      Instant expires,
      String origin) {
    Objects.requireNonNull(expires);
    if (!RelationKind.reading().contains(kind)) {
      throw new IllegalArgumentException("What lasts is granted, and not lent");
    }
    check(subject, since);
    Grant grant = new Grant(staff, subject, kind, since, until, origin);
    lendings.lent(staff, expires);
    tx.run(em -> write(em, grant).expires(expires));
  }

  private RelationEntry write(EntityManager em, Grant grant) {
    RelationEntry entry =
        em.createQuery(
                "SELECT r FROM RelationEntry r WHERE r.staff = :staff AND r.subject = :subject"
                    + " AND r.kind = :kind AND r.origin = :origin",
                RelationEntry.class)
            .setParameter("staff", grant.staff().value())
            .setParameter("subject", grant.subject().id())
            .setParameter("kind", grant.kind().name())
            .setParameter("origin", grant.origin())
            .getResultStream()
            .findFirst()
            .orElse(null);
    if (entry == null) {
      entry = entry(grant);
      em.persist(entry);
    } else {
      entry.last(grant.since(), grant.until());
      // Its days may have become fewer.
      grants.took(grant.staff().value());
    }
    return entry;
  }

  @Override
  public void begin(List<Grant> grants) {
    grants.forEach(RelationsService::check);
    tx.run(em -> grants.forEach(grant -> em.persist(entry(grant))));
  }

  private static void check(Grant grant) {
    if (RelationKind.reading().contains(grant.kind())) {
      throw new IllegalArgumentException("What is opened for reading is lent until a moment");
    }
    check(grant.subject(), grant.since());
  }

  private static void check(Subject subject, LocalDate since) {
    Objects.requireNonNull(since);
    if (subject.kind() == Subject.Kind.DRAWER) {
      throw new IllegalArgumentException("A drawer owns keys only; nobody is related to it");
    }
  }

  private static RelationEntry entry(Grant grant) {
    RelationEntry entry =
        new RelationEntry(
            Ids.next(),
            grant.staff().value(),
            grant.subject().kind().name(),
            grant.subject().id(),
            grant.kind().name(),
            grant.origin());
    entry.last(grant.since(), grant.until());
    return entry;
  }

  private void end(EntityManager em, RelationEntry entry, LocalDate lastDay) {
    grants.took(entry.staff());
    if (entry.beganBy(lastDay)) {
      entry.endOn(lastDay);
    } else {
      em.remove(entry);
    }
  }

  @Override
  public void end(Subject subject, RelationKind kind, String origin, LocalDate lastDay) {
    Objects.requireNonNull(lastDay);
    tx.run(
        em ->
            em.createQuery(
                    "SELECT r FROM RelationEntry r WHERE r.subject = :subject AND r.kind = :kind"
                        + " AND r.origin = :origin",
                    RelationEntry.class)
                .setParameter("subject", subject.id())
                .setParameter("kind", kind.name())
                .setParameter("origin", origin)
                .getResultList()
                .forEach(entry -> end(em, entry, lastDay)));
  }
}
