package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.persistence.CareFactQueries;
import org.opora.registry.files.persistence.CaringQueries;
import org.opora.registry.files.persistence.CaringRow;
import org.opora.registry.files.persistence.HeaderQueries;
import org.opora.registry.files.persistence.InForceRow;
import org.opora.registry.files.persistence.PartRow;
import org.opora.registry.files.persistence.PreparedQueries;
import org.opora.registry.files.persistence.RecordedQueries;
import org.opora.registry.files.persistence.RecordedRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What rules ask about agreements: four or five queries, however many files. */
@Component(service = CareFacts.class)
public final class CareFactsReader implements CareFacts {
  /** Before every agreement, and a date to every database. */
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private final Transactions tx;
  private final Access access;

  @Activate
  public CareFactsReader(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Access access) {
    this.tx = tx;
    this.access = access;
  }

  @Override
  public List<InForce> inForce(Viewer viewer, String permission, LocalDate day, CaseFileId file) {
    Scope scope = access.scope(viewer, permission);
    if (scope.empty()) {
      return List.of();
    }
    if (file == null) {
      return of(scope, day, null);
    }
    List<InForce> found = of(scope, day, List.of(file.value()));
    if (found.isEmpty()) {
      // Without an agreement, or not there at all: a wall is answered like the latter.
      tx.read(em -> Held.load(em, CaseFile.class, file.value()));
    }
    return found;
  }

  @Override
  public List<InForce> inForceIn(
      Viewer viewer, String permission, LocalDate day, Collection<CaseFileId> files) {
    Scope scope = access.scope(viewer, permission);
    return scope.empty()
        ? List.of()
        : Chunks.ask(Chunks.values(Set.copyOf(files)), some -> of(scope, day, some));
  }

  /**
   * @param files only these; null for all
   */
  private List<InForce> of(Scope scope, LocalDate day, List<UUID> files) {
    return tx.read(
        em -> {
          CareFactQueries queries = new CareFactQueries(em, scope, day, day, files);
          List<InForceRow> agreements = queries.agreements();
          if (agreements.isEmpty()) {
            return List.of();
          }
          Map<UUID, List<PartRow>> carers = byFile(queries.carers());
          Map<UUID, List<PartRow>> children = byFile(queries.children());
          Map<UUID, StaffId> workers = workers(queries);
          return agreements.stream()
              .map(
                  row ->
                      new InForce(
                          new CaseFileId(row.file()),
                          row.number(),
                          row.familyName(),
                          workers.get(row.file()),
                          new AgreementId(row.agreement()),
                          row.kind(),
                          row.mediated(),
                          row.concludedOn(),
                          row.movedIn(),
                          carers.getOrDefault(row.file(), List.of()).stream()
                              .map(HeaderQueries::carer)
                              .toList(),
                          children.getOrDefault(row.file(), List.of()).stream()
                              .map(HeaderQueries::child)
                              .toList()))
              .toList();
        });
  }

  private static Map<UUID, StaffId> workers(CareFactQueries queries) {
    Map<UUID, StaffId> workers = new HashMap<>();
    queries.keyWorkers().forEach(row -> workers.put(row.file(), new StaffId(row.staff())));
    return workers;
  }

  @Override
  public List<History> histories(
      Viewer viewer,
      String permission,
      LocalDate from,
      LocalDate until,
      Collection<CaseFileId> files) {
    Scope scope = access.scope(viewer, permission);
    LocalDate first = from == null ? EVER : from;
    if (scope.empty()) {
      return List.of();
    }
    return files == null
        ? histories(scope, first, until, null)
        : Chunks.ask(
            Chunks.values(Set.copyOf(files)), some -> histories(scope, first, until, some));
  }

  private List<History> histories(Scope scope, LocalDate from, LocalDate until, List<UUID> files) {
    return tx.read(
        em -> {
          CareFactQueries queries = new CareFactQueries(em, scope, from, until, files);
          List<InForceRow> agreements = queries.agreementsAtHand();
          if (agreements.isEmpty()) {
            return List.of();
          }
          Map<UUID, List<PartRow>> carers = byFile(queries.carersEver());
          Map<UUID, List<PartRow>> children = byFile(queries.childrenEver());
          Map<UUID, StaffId> workers = workers(queries);
          Map<UUID, LocalDate> optedIn =
              new CaringQueries(em)
                  .optedIn(agreements.stream().map(InForceRow::agreement).toList());
          return agreements.stream()
              .map(
                  row ->
                      new History(
                          new CaseFileId(row.file()),
                          row.number(),
                          row.familyName(),
                          workers.get(row.file()),
                          new AgreementId(row.agreement()),
                          row.kind(),
                          row.mediated(),
                          row.concludedOn(),
                          row.endedOn(),
                          optedIn.get(row.agreement()),
                          row.movedIn(),
                          parts(row, carers),
                          parts(row, children)))
              .toList();
        });
  }

  @Override
  public List<Caring> caring(Collection<PersonId> keys, LocalDate until) {
    return tx.read(
        em -> {
          CaringQueries queries = new CaringQueries(em);
          List<CaringRow> rows = queries.caring(Chunks.values(keys), until);
          Map<UUID, LocalDate> optedIn =
              queries.optedIn(rows.stream().map(CaringRow::agreement).distinct().toList());
          return rows.stream()
              .map(
                  row ->
                      new Caring(
                          new PersonId(row.person()),
                          new AgreementId(row.agreement()),
                          row.kind(),
                          row.mediated(),
                          row.concludedOn(),
                          optedIn.get(row.agreement()),
                          row.from(),
                          row.last()))
              .toList();
        });
  }

  @Override
  public List<Prepared> prepared(
      Viewer viewer, String permission, LocalDate day, Collection<CaseFileId> files) {
    Scope scope = access.scope(viewer, permission);
    if (scope.empty()) {
      return List.of();
    }
    return files == null
        ? prepared(scope, day, null)
        : Chunks.ask(Chunks.values(Set.copyOf(files)), some -> prepared(scope, day, some));
  }

  private List<Prepared> prepared(Scope scope, LocalDate day, List<UUID> files) {
    return tx.read(em -> new PreparedQueries(em, scope).on(day, files)).stream()
        .map(
            row ->
                new Prepared(
                    new CaseFileId(row.file()),
                    row.number(),
                    row.familyName(),
                    new AgreementId(row.agreement()),
                    row.movedIn()))
        .toList();
  }

  @Override
  public List<Recorded> recorded(
      Viewer viewer,
      String permission,
      LocalDate day,
      LocalDate closedSince,
      Collection<String> kinds,
      Collection<CaseFileId> files) {
    Scope scope = access.scope(viewer, permission);
    if (scope.empty() || kinds.isEmpty()) {
      return List.of();
    }
    return files == null
        ? recorded(scope, day, closedSince, kinds, null)
        : Chunks.ask(
            Chunks.values(Set.copyOf(files)),
            some -> recorded(scope, day, closedSince, kinds, some));
  }

  private List<Recorded> recorded(
      Scope scope,
      LocalDate day,
      LocalDate closedSince,
      Collection<String> kinds,
      List<UUID> files) {
    return tx.read(
        em -> {
          RecordedQueries queries = new RecordedQueries(em, scope, day);
          List<RecordedRow> found = queries.files(closedSince, kinds, files);
          List<UUID> keys = found.stream().map(RecordedRow::file).toList();
          Map<UUID, List<PartRow>> people =
              byFile(
                  Stream.concat(queries.children(keys).stream(), queries.adults(keys).stream())
                      .toList());
          return found.stream()
              .map(
                  row ->
                      new Recorded(
                          new CaseFileId(row.file()),
                          row.number(),
                          row.familyName(),
                          row.movedIn(),
                          members(people.getOrDefault(row.file(), List.of()))))
              .toList();
        });
  }

  /** Who was both a child of the file and an adult is told as the child. */
  private static List<Member> members(List<PartRow> rows) {
    Map<UUID, Member> each = new HashMap<>();
    rows.forEach(
        row ->
            each.merge(
                row.person(),
                new Member(new PersonId(row.person()), row.name(), row.birthDate(), row.role()),
                CareFactsReader::nearer));
    return each.values().stream()
        .sorted(Comparator.comparing(member -> member.person().value()))
        .toList();
  }

  /** A child, then a carer, then whoever comes first among the roles. */
  private static Member nearer(Member one, Member other) {
    if (one.role() == null || other.role() == null) {
      return one.role() == null ? one : other;
    }
    return one.role().compareTo(other.role()) <= 0 ? one : other;
  }

  private static List<Part> parts(InForceRow agreement, Map<UUID, List<PartRow>> all) {
    return all.getOrDefault(agreement.file(), List.of()).stream()
        .filter(row -> row.until() == null || !row.until().isBefore(agreement.concludedOn()))
        .filter(row -> agreement.endedOn() == null || !row.since().isAfter(agreement.endedOn()))
        .map(
            row ->
                new Part(
                    new PersonId(row.person()),
                    row.name(),
                    row.birthDate(),
                    row.since(),
                    row.until()))
        .toList();
  }

  private static Map<UUID, List<PartRow>> byFile(List<PartRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(PartRow::file));
  }
}
