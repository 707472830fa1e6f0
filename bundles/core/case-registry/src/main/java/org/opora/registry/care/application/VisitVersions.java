package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.domain.VisitVersionChild;
import org.opora.registry.care.domain.VisitVersionPerson;
import org.opora.registry.care.persistence.ChildRow;
import org.opora.registry.care.persistence.FormerMet;
import org.opora.registry.care.persistence.MetRow;
import org.opora.registry.care.persistence.VersionQueries;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.shared.application.Held;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How amended visits read before. */
@Component(service = VisitVersions.class)
public final class VisitVersions {
  private final Transactions tx;
  private final Access access;
  private final Staff staff;
  private final VisitSeals now;
  private final VersionSeals seals;

  @Activate
  public VisitVersions(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.staff = staff;
    this.now = new VisitSeals(keys);
    this.seals = new VersionSeals(keys);
  }

  /**
   * Keeps how the visit reads, before it is changed. In the transaction of the change. Parts that
   * the viewer may not see are kept as well.
   *
   * @param why null for a slip in a visit that is open
   */
  void keep(EntityManager em, Viewer viewer, Visit row, String why) {
    UUID id = Ids.next();
    CaseFileId file = row.file();
    em.persist(
        new VisitVersion(
            id,
            row,
            row.id(),
            seals.note(file, id, now.note(file, row.id(), row.note())),
            seals.why(file, id, why),
            viewer.staff(),
            viewer.now()));
    em.flush();
    em.createQuery("SELECT p FROM VisitPerson p WHERE p.visit = :visit", VisitPerson.class)
        .setParameter("visit", row.id())
        .getResultList()
        .forEach(met -> em.persist(new VisitVersionPerson(Ids.next(), id, met.person().value())));
    for (ChildRow part : new VisitQueries(em).children(row.id())) {
      em.persist(seals.child(Ids.next(), id, file, now.open(part), part.childFile()));
    }
  }

  /** How often it was amended. */
  public long count(Viewer viewer, CaseFileId file, VisitId visit) {
    access.require(viewer, Visits.READ, Subject.of(file));
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(v.id) FROM VisitVersion v JOIN Visit n ON n.id = v.visit"
                        + " WHERE v.visit = :visit AND n.file = :file",
                    Long.class)
                .setParameter("visit", visit.value())
                .setParameter("file", file.value())
                .getSingleResult());
  }

  /**
   * Each amendment with what it read before and after, the newest first.
   *
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the visit
   */
  public List<Wording.Change> of(Viewer viewer, VisitId visit) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          Visit row = Held.load(em, Visit.class, visit.value());
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          VersionQueries queries = new VersionQueries(em);
          List<VisitVersion> versions = queries.of(row.id());
          if (versions.isEmpty()) {
            return List.of();
          }
          Map<StaffId, String> names =
              staff.names(
                  Stream.concat(
                          Stream.of(row.recordedBy()), versions.stream().map(VisitVersion::by))
                      .collect(Collectors.toSet()));
          List<Wording> wordings = new ArrayList<>(former(em, row, versions, names, scope));
          wordings.add(present(em, row, versions.get(versions.size() - 1), names, scope));
          List<Wording.Change> changes = new ArrayList<>();
          for (int i = versions.size() - 1; i >= 0; i--) {
            changes.add(
                wordings.get(i).to(wordings.get(i + 1), seals.why(row.file(), versions.get(i))));
          }
          return List.copyOf(changes);
        });
  }

  private List<Wording> former(
      EntityManager em,
      Visit row,
      List<VisitVersion> versions,
      Map<StaffId, String> names,
      Scope scope) {
    VersionQueries queries = new VersionQueries(em);
    Map<UUID, List<FormerMet>> met =
        queries.met(row.id(), scope).stream().collect(Collectors.groupingBy(FormerMet::former));
    Map<UUID, List<VisitVersionChild>> parts =
        queries.children(row.id(), scope).stream()
            .collect(Collectors.groupingBy(VisitVersionChild::former));
    List<Wording> wordings = new ArrayList<>();
    StaffId by = row.recordedBy();
    Instant at = row.recordedAt();
    for (VisitVersion one : versions) {
      Map<PersonId, PersonName> present = new LinkedHashMap<>();
      met.getOrDefault(one.id(), List.of())
          .forEach(
              who ->
                  present.put(
                      new PersonId(who.person()), new PersonName(who.given(), who.family())));
      List<ChildPart> children =
          parts.getOrDefault(one.id(), List.of()).stream()
              .map(part -> seals.open(row.file(), part))
              .toList();
      wordings.add(
          new Wording(
              one.wording(),
              one.day(),
              one.start(),
              one.minutes(),
              one.travelMinutes(),
              one.kilometres(),
              one.announced(),
              one.place(),
              present,
              children,
              seals.note(row.file(), one),
              names.get(by),
              at));
      // Whoever amended this version wrote the next one.
      by = one.by();
      at = one.at();
    }
    return wordings;
  }

  private Wording present(
      EntityManager em, Visit row, VisitVersion last, Map<StaffId, String> names, Scope scope) {
    VisitQueries queries = new VisitQueries(em);
    Map<PersonId, PersonName> present = new LinkedHashMap<>();
    for (MetRow met : queries.people(row.id(), scope)) {
      present.put(new PersonId(met.person()), met.name());
    }
    return new Wording(
        row.wording(),
        row.day(),
        row.start(),
        row.minutes(),
        row.travelMinutes(),
        row.kilometres(),
        row.announced(),
        row.place(),
        present,
        queries.children(row.id(), scope).stream().map(now::open).toList(),
        now.note(row.file(), row.id(), row.note()),
        names.get(last.by()),
        last.at());
  }
}
