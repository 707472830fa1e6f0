package org.opora.registry.incidents.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.IncidentPerson;
import org.opora.registry.incidents.domain.IncidentStaff;
import org.opora.registry.incidents.domain.IncidentStep;
import org.opora.registry.incidents.domain.IncidentVersion;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.State;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.RelationQueries;
import org.opora.registry.shared.persistence.Sql;

/**
 * Reads of incidents, the newest first. A list of one's own is three walks that meet here: over the
 * files that the viewer leads or reads for an inspection, over what the viewer did something about,
 * and over what the viewer wrote down; the last two only as long as they may follow it.
 */
public final class IncidentQueries {
  /** Whoever leads the family, and whoever reads its file for an inspection. */
  public static final Set<RelationKind> READERS =
      Stream.concat(RelationKind.leading().stream(), Stream.of(RelationKind.INSPECTOR))
          .collect(Collectors.toUnmodifiableSet());

  private static final String INCIDENT = "CASE_REGISTRY.INCIDENT i";
  private final EntityManager em;

  public IncidentQueries(EntityManager em) {
    this.em = em;
  }

  /** An incident that belongs into a list, and where it stands there. */
  private record Found(UUID id, LocalDate on) {
    /** The newest first; keys as both databases compare them, by their bytes. */
    static final Comparator<Found> ORDER =
        Comparator.comparing(Found::on).thenComparing(one -> one.id().toString()).reversed();
  }

  /**
   * @param walled people, and children whose sub-file, the viewer must not see: every key
   */
  public Page<IncidentRow> page(
      Scope scope, Set<UUID> walled, Wanted wanted, String after, int limit) {
    Clause which = wanted(wanted).then(beyond(Cursors.key(after)));
    List<Found> found = new ArrayList<>();
    if (scope.reach() == Reach.ALL) {
      found.addAll(walk(INCIDENT, Clause.of("1 = 1"), which, scope, walled, limit));
    } else if (scope.reach() == Reach.OWN) {
      UUID me = scope.staff().value();
      Clause followed =
          which.then(
              " AND (i.CLOSED_ON IS NULL OR i.CLOSED_ON >= ?)",
              Incident.lastFollowed(scope.today()));
      found.addAll(
          walk(
              "ACCESS.RELATION r JOIN " + INCIDENT + " ON i.FILE = r.SUBJECT",
              RelationQueries.is(
                  scope.staff(),
                  scope.moment() == null ? RelationKind.leading() : READERS,
                  scope.today()),
              which,
              scope,
              walled,
              limit));
      found.addAll(
          walk(
              "CASE_REGISTRY.INCIDENT_STEP s JOIN " + INCIDENT + " ON i.ID = s.INCIDENT",
              Clause.of("s.DOER = ?", me),
              followed,
              scope,
              walled,
              limit));
      found.addAll(walk(INCIDENT, Clause.of("i.AUTHOR = ?", me), followed, scope, walled, limit));
    }
    List<Found> sorted = found.stream().distinct().sorted(Found.ORDER).limit(limit + 1L).toList();
    Page<Found> page = Cursors.page(sorted, limit, Found::id);
    return new Page<>(rows(page.items().stream().map(Found::id).toList()), page.next());
  }

  private List<Found> walk(
      String from, Clause own, Clause which, Scope scope, Set<UUID> walled, int limit) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    Clause where =
        // Somebody may be related to one file twice.
        Clause.of("SELECT DISTINCT i.ID, i.HAPPENED_ON FROM " + from + " WHERE ")
            .then(own)
            .then(which)
            .and(Clause.scope(walls, "i.FILE"));
    if (!walled.isEmpty()) {
      where =
          where
              .then(
                  " AND NOT EXISTS (SELECT p.ID FROM CASE_REGISTRY.INCIDENT_PERSON p"
                      + " WHERE p.INCIDENT = i.ID AND ")
              .then(Clause.in("p.PERSON", List.copyOf(walled)))
              .then(")");
    }
    return Sql.query(
        em,
        where.then(" ORDER BY i.HAPPENED_ON DESC, i.ID DESC FETCH FIRST ? ROWS ONLY", limit + 1),
        row -> new Found(Sql.key(row, 1), Sql.day(row, 2)));
  }

  private static Clause wanted(Wanted wanted) {
    Clause which =
        switch (wanted.show()) {
          case OPEN -> Clause.of(" AND i.STATE IN ('OPEN', 'MEASURES')");
          case CLOSED -> Clause.of(" AND i.STATE = 'CLOSED'");
          case ALL -> Clause.of("");
        };
    if (wanted.month() != null) {
      which =
          which.then(
              " AND i.HAPPENED_ON BETWEEN ? AND ?",
              wanted.month().atDay(1),
              wanted.month().atEndOfMonth());
    }
    if (wanted.kind() != null) {
      which = which.then(" AND i.KIND = ?", wanted.kind().name());
    }
    return wanted.file() == null ? which : which.then(" AND i.FILE = ?", wanted.file().value());
  }

  /** What stands after the incident of the cursor; everything when that incident is no more. */
  private Clause beyond(UUID last) {
    List<LocalDate> place =
        last == null
            ? List.of()
            : Sql.query(
                em,
                Clause.of("SELECT i.HAPPENED_ON FROM " + INCIDENT + " WHERE i.ID = ?", last),
                row -> Sql.day(row, 1));
    return place.isEmpty()
        ? Clause.of("")
        : Clause.of(
            " AND (i.HAPPENED_ON < ? OR (i.HAPPENED_ON = ? AND i.ID < ?))",
            place.get(0),
            place.get(0),
            last);
  }

  private List<IncidentRow> rows(List<UUID> keys) {
    Map<UUID, IncidentRow> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT i.ID, i.FILE, i.KIND, i.STATE, i.HAPPENED_ON, i.AUTHOR,"
                                + " i.CLOSED_ON FROM "
                                + INCIDENT
                                + " WHERE ")
                        .then(Clause.in("i.ID", some)),
                    row ->
                        new IncidentRow(
                            Sql.key(row, 1),
                            Sql.key(row, 2),
                            Kind.valueOf(row.getString(3)),
                            State.valueOf(row.getString(4)),
                            Sql.day(row, 5),
                            Sql.key(row, 6),
                            Sql.day(row, 7))))
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** Carers and children of the file, now or before. */
  public Set<UUID> peopleOf(CaseFileId file) {
    Set<UUID> people = new HashSet<>();
    for (String part : List.of("c.person FROM FileCarer c", "c.child FROM Placement c")) {
      people.addAll(
          em.createQuery("SELECT DISTINCT " + part + " WHERE c.file = :file", UUID.class)
              .setParameter("file", file.value())
              .getResultList());
    }
    return people;
  }

  public List<IncidentPerson> people(UUID incident) {
    return of(IncidentPerson.class, "t.part, t.id", incident);
  }

  public List<IncidentStaff> staff(UUID incident) {
    return of(IncidentStaff.class, "t.id", incident);
  }

  /** In the order in which it was done. */
  public List<IncidentStep> steps(UUID incident) {
    return of(IncidentStep.class, "t.id", incident).stream()
        .sorted(
            Comparator.comparing(IncidentStep::on)
                .thenComparing(IncidentStep::at, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(step -> step.id().toString()))
        .toList();
  }

  /** How it read before, the newest first. */
  public List<IncidentVersion> versions(UUID incident) {
    return of(IncidentVersion.class, "t.at DESC, t.id DESC", incident);
  }

  private <T> List<T> of(Class<T> type, String order, UUID incident) {
    return em.createQuery(
            "SELECT t FROM "
                + type.getSimpleName()
                + " t WHERE t.incident = :incident ORDER BY "
                + order,
            type)
        .setParameter("incident", incident)
        .getResultList();
  }
}
