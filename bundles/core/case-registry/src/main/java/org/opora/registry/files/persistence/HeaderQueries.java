package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.AgreementLine;
import org.opora.api.files.CaseFiles.Carer;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.files.PartRole;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.people.persistence.SecretPeople;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * Completes covers to headers: few queries, whatever the number of files. People behind a wall are
 * left out.
 */
public final class HeaderQueries {
  private final EntityManager em;
  private final LocalDate today;
  private final Scope walls;
  private final boolean walled;

  public HeaderQueries(EntityManager em, Viewer viewer) {
    this(em, viewer, true);
  }

  /**
   * @param walled whether any wall may stand before the viewer
   */
  public HeaderQueries(EntityManager em, Viewer viewer, boolean walled) {
    this.em = em;
    this.today = viewer.today();
    this.walls = new Scope(Reach.ALL, viewer.staff(), today);
    this.walled = walled;
  }

  public List<Header> complete(Collection<FileRow> files) {
    List<UUID> ids = files.stream().map(FileRow::id).toList();
    List<PartRow> parts = parts(ids);
    Map<UUID, List<PartRow>> carers = byFile(parts, PartRow::adult);
    Map<UUID, List<PartRow>> children = byFile(parts, part -> !part.adult());
    Set<UUID> secret =
        new SecretPeople(em)
            .underAnotherKey(parts.stream().map(PartRow::person).distinct().toList());
    Map<UUID, List<AgreementRow>> agreements =
        agreements(ids).stream().collect(Collectors.groupingBy(AgreementRow::file));
    Map<UUID, StaffId> workers = new HashMap<>();
    Map<UUID, StaffId> deputies = new HashMap<>();
    for (AssignmentRow row : assignments(ids)) {
      if (row.kind() == RelationKind.KEY_WORKER) {
        workers.put(row.file(), new StaffId(row.staff()));
      } else if (row.kind() == RelationKind.DEPUTY) {
        deputies.put(row.file(), new StaffId(row.staff()));
      }
    }
    return files.stream()
        .map(
            file -> {
              List<PartRow> own = carers.getOrDefault(file.id(), List.of());
              return new Header(
                  new CaseFileId(file.id()),
                  file.kind(),
                  file.number(),
                  file.status(today),
                  file.familyName(),
                  own.stream().map(HeaderQueries::carer).toList(),
                  children.getOrDefault(file.id(), List.of()).stream()
                      .map(HeaderQueries::child)
                      .toList(),
                  workers.get(file.id()),
                  deputies.get(file.id()),
                  line(agreements.getOrDefault(file.id(), List.of())),
                  Stream.concat(own.stream(), children.getOrDefault(file.id(), List.of()).stream())
                      .anyMatch(part -> part.undisclosed() || secret.contains(part.person())));
            })
        .toList();
  }

  public static Carer carer(PartRow row) {
    return new Carer(new PersonId(row.person()), row.role(), row.name(), row.birthDate());
  }

  public static Child child(PartRow row) {
    return new Child(
        new PersonId(row.person()),
        new ChildFileId(row.childFile()),
        row.name(),
        row.birthDate(),
        row.since());
  }

  /** The agreement in force today, or the last one that ever was or will be. */
  private AgreementLine line(List<AgreementRow> oldestFirst) {
    AgreementRow row =
        oldestFirst.stream()
            .filter(agreement -> agreement.on(today))
            .findFirst()
            .orElseGet(
                () -> oldestFirst.isEmpty() ? null : oldestFirst.get(oldestFirst.size() - 1));
    return row == null
        ? null
        : new AgreementLine(
            new AgreementId(row.id()),
            row.kind(),
            row.mediated(),
            row.concludedOn(),
            row.endedOn());
  }

  /** Adults and children at once, in the order in which they came. */
  private List<PartRow> parts(List<UUID> files) {
    return Chunks.ask(
            files,
            some ->
                Sql.query(
                    em,
                    // Where the one has no column of the other, something stands that nobody reads.
                    parts(some, "FILE_CARER", "PERSON", "t.FILE, t.PART_ROLE")
                        .then(" UNION ALL ")
                        .then(parts(some, "PLACEMENT", "CHILD", "t.CHILD_FILE, ''")),
                    HeaderQueries::placed))
        .stream()
        .sorted(Placed.IN_ORDER)
        .map(Placed::part)
        .toList();
  }

  private Clause parts(List<UUID> files, String table, String person, String own) {
    Clause parts =
        Clause.of(
                "SELECT t.FILE, p.ID, p.GIVEN, p.FAMILY, p.BIRTH_DATE, p.UNDISCLOSED, t.SINCE_DAY,"
                    + " t.UNTIL_DAY, t.ID, "
                    + own
                    + " FROM CASE_REGISTRY."
                    + table
                    + " t JOIN CASE_REGISTRY.PERSON p ON p.ID = t."
                    + person
                    + " WHERE ")
            .then(Clause.in("t.FILE", files))
            .then(
                " AND t.SINCE_DAY <= ? AND (t.UNTIL_DAY IS NULL OR t.UNTIL_DAY >= ?)",
                today,
                today);
    return walled ? parts.and(Clause.scope(walls, "p.ID")) : parts;
  }

  private static Placed placed(ResultSet row) throws SQLException {
    String role = row.getString(11);
    return new Placed(
        Sql.key(row, 9),
        role.isEmpty()
            ? part(row, Sql.key(row, 10), null)
            : part(row, null, PartRole.valueOf(role)));
  }

  /**
   * A part with the key of its row. Put into order here: the sorter of an embedded database takes
   * longer to be made ready than a handful of rows to be sorted.
   */
  private record Placed(UUID id, PartRow part) {
    static final Comparator<Placed> IN_ORDER =
        Comparator.comparing((Placed placed) -> placed.part().since())
            .thenComparing(
                placed -> placed.part().birthDate(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Placed::id);
  }

  private static PartRow part(ResultSet row, UUID childFile, PartRole role) throws SQLException {
    return new PartRow(
        Sql.key(row, 1),
        Sql.key(row, 2),
        childFile,
        role,
        row.getString(3),
        row.getString(4),
        Sql.day(row, 5),
        row.getBoolean(6),
        Sql.day(row, 7),
        Sql.day(row, 8));
  }

  private List<AgreementRow> agreements(List<UUID> files) {
    return Chunks.ask(
            files,
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT a.FILE, a.ID, a.KIND, a.MEDIATED, a.CONCLUDED_ON, a.ENDED_ON"
                                + " FROM CASE_REGISTRY.AGREEMENT a WHERE ")
                        .then(Clause.in("a.FILE", some))
                        .then(" AND (a.ENDED_ON IS NULL OR a.ENDED_ON >= a.CONCLUDED_ON)"),
                    row ->
                        new AgreementRow(
                            Sql.key(row, 1),
                            Sql.key(row, 2),
                            CareKind.valueOf(row.getString(3)),
                            row.getBoolean(4),
                            Sql.day(row, 5),
                            Sql.day(row, 6))))
        .stream()
        .sorted(Comparator.comparing(AgreementRow::concludedOn).thenComparing(AgreementRow::id))
        .toList();
  }

  private List<AssignmentRow> assignments(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            Sql.query(
                em,
                Clause.of("SELECT a.FILE, a.STAFF, a.KIND FROM CASE_REGISTRY.ASSIGNMENT a WHERE ")
                    .then(Clause.in("a.FILE", some))
                    .then(
                        " AND a.SINCE_DAY <= ? AND (a.UNTIL_DAY IS NULL OR a.UNTIL_DAY >= ?)",
                        today,
                        today),
                row ->
                    new AssignmentRow(
                        Sql.key(row, 1), Sql.key(row, 2), RelationKind.valueOf(row.getString(3)))));
  }

  private static Map<UUID, List<PartRow>> byFile(List<PartRow> parts, Predicate<PartRow> which) {
    return parts.stream().filter(which).collect(Collectors.groupingBy(PartRow::file));
  }
}
