package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles.AgreementLine;
import org.opora.api.files.CaseFiles.Carer;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Completes covers to headers: four queries, whatever the number of files. People behind a wall are
 * left out.
 */
public final class HeaderQueries {
  private final EntityManager em;
  private final LocalDate today;
  private final Scope walls;

  public HeaderQueries(EntityManager em, Viewer viewer) {
    this.em = em;
    this.today = viewer.today();
    this.walls = new Scope(Reach.ALL, viewer.staff(), today);
  }

  public List<Header> complete(Collection<FileRow> files) {
    List<UUID> ids = files.stream().map(FileRow::id).toList();
    Map<UUID, List<PartRow>> carers = byFile(carers(ids), PartRow::file);
    Map<UUID, List<PartRow>> children = byFile(children(ids), PartRow::file);
    Map<UUID, List<AgreementRow>> agreements = byFile(agreements(ids), AgreementRow::file);
    Map<UUID, StaffId> workers = new HashMap<>();
    Map<UUID, StaffId> deputies = new HashMap<>();
    assignments(ids)
        .forEach(
            row ->
                (row.kind() == RelationKind.KEY_WORKER ? workers : deputies)
                    .put(row.file(), new StaffId(row.staff())));
    return files.stream()
        .map(
            file -> {
              List<PartRow> own = carers.getOrDefault(file.id(), List.of());
              return new Header(
                  new CaseFileId(file.id()),
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
                  own.stream().anyMatch(PartRow::undisclosed));
            })
        .toList();
  }

  public static Carer carer(PartRow row) {
    return new Carer(new PersonId(row.person()), row.name(), row.birthDate());
  }

  public static Child child(PartRow row) {
    return new Child(
        new PersonId(row.person()),
        new ChildFileId(row.childFile()),
        row.name(),
        row.birthDate(),
        row.since());
  }

  /** The agreement in force today, or the last one. */
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

  private List<PartRow> carers(List<UUID> files) {
    return parts(files, "p.id", "FileCarer", "person");
  }

  private List<PartRow> children(List<UUID> files) {
    return parts(files, "p.id, t.childFile", "Placement", "child");
  }

  private List<PartRow> parts(List<UUID> files, String keys, String entity, String person) {
    return Chunks.ask(
        files,
        some ->
            walls
                .bind(
                    em.createQuery(
                        "SELECT NEW org.opora.registry.files.persistence.PartRow(t.file, "
                            + keys
                            + ", p.given, p.family, p.birthDate, p.undisclosed, t.since, t.until) FROM "
                            + entity
                            + " t JOIN Person p ON p.id = t."
                            + person
                            + " WHERE t.file IN :files AND t.since <= :today AND (t.until IS NULL OR t.until >= :today) AND "
                            + walls.where("p", "id")
                            + " ORDER BY t.since, p.birthDate, t.id",
                        PartRow.class))
                .setParameter("files", some)
                .setParameter("today", today)
                .getResultList());
  }

  private List<AgreementRow> agreements(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT NEW org.opora.registry.files.persistence.AgreementRow(a.file, a.id, a.kind, a.mediated, a.concludedOn,"
                        + " a.endedOn) FROM Agreement a WHERE a.file IN :files ORDER BY a.concludedOn, a.id",
                    AgreementRow.class)
                .setParameter("files", some)
                .getResultList());
  }

  private List<AssignmentRow> assignments(List<UUID> files) {
    return Chunks.ask(
        files,
        some ->
            em.createQuery(
                    "SELECT NEW org.opora.registry.files.persistence.AssignmentRow(a.file, a.staff, a.kind) FROM Assignment a"
                        + " WHERE a.file IN :files AND a.since <= :today AND (a.until IS NULL OR a.until >= :today)",
                    AssignmentRow.class)
                .setParameter("files", some)
                .setParameter("today", today)
                .getResultList());
  }

  private static <T> Map<UUID, List<T>> byFile(List<T> rows, Function<T, UUID> file) {
    return rows.stream().collect(Collectors.groupingBy(file));
  }
}
