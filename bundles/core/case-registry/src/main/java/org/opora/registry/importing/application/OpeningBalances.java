package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.OpeningBalance.Kind;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.domain.BalanceEntry.Origin;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opening balances wait for a person who knows the family. What is confirmed becomes an entry of a
 * ledger of the file; what came stays as it came.
 */
@Component(service = OpeningBalances.class)
public final class OpeningBalances {
  private static final String WAITING = "b.confirmedOn IS NULL";
  private final Transactions tx;
  private final Keys keys;
  private final Access access;
  private final CaseFiles files;
  private final FileChange change;
  private final BalanceLedger ledger;
  private final BalancePeriods periods;

  @Activate
  public OpeningBalances(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference CaseFiles files,
      @Reference FileChange change,
      @Reference BalanceLedger ledger,
      @Reference DueLines due) {
    this.tx = tx;
    this.keys = keys;
    this.access = access;
    this.files = files;
    this.change = change;
    this.ledger = ledger;
    this.periods = new BalancePeriods(due);
  }

  /**
   * {@code person} and {@code name} are null when it is about the whole family.
   *
   * @param since first day of the time that is asked about; null where nobody knows it
   * @param quantity as it came; hours are those of the twelve months before {@code asOf}
   */
  public record Line(
      UUID id,
      long version,
      CaseFileId file,
      String fileNumber,
      String familyName,
      PersonId person,
      PersonName name,
      Kind kind,
      LocalDate since,
      BigDecimal quantity,
      LocalDate asOf,
      String note) {
    /**
     * What is proposed; null where only a person knows it. Hours of twelve months are those of the
     * period when it is twelve months old on the day, and when there were none.
     */
    public BigDecimal proposed() {
      if (kind != Kind.EDUCATION_HOURS || quantity == null || since == null) {
        return kind == Kind.EDUCATION_HOURS ? null : quantity;
      }
      LocalDate year = asOf.minusYears(1);
      boolean whole = since.equals(year) || since.equals(year.plusDays(1));
      boolean none = quantity.signum() == 0 && !since.isBefore(year);
      return whole || none ? quantity : null;
    }
  }

  /** Those not confirmed yet that the viewer may know of, paged by key. */
  public Page<Line> waiting(Viewer viewer, UUID after, int limit) {
    access.require(viewer, Arrivals.PERMISSION);
    List<OpeningBalance> rows =
        tx.read(
            em -> {
              TypedQuery<OpeningBalance> query =
                  waiting(
                      em,
                      viewer,
                      "SELECT b FROM OpeningBalance b WHERE ",
                      (after == null ? "" : " AND b.id > :after") + " ORDER BY b.id",
                      OpeningBalance.class);
              if (after != null) {
                query.setParameter("after", after);
              }
              return query.setMaxResults(limit + 1).getResultList();
            });
    boolean more = rows.size() > limit;
    List<OpeningBalance> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(lines(viewer, shown), more ? shown.get(limit - 1).id().toString() : null);
  }

  /** As many as {@link #waiting} has. */
  public long count(Viewer viewer) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(
        em ->
            waiting(em, viewer, "SELECT COUNT(b.id) FROM OpeningBalance b WHERE ", "", Long.class)
                .getSingleResult());
  }

  /** In files that the viewer sees and that are in no archive, and about nobody behind a wall. */
  private <T> TypedQuery<T> waiting(
      EntityManager em, Viewer viewer, String what, String then, Class<T> type) {
    Scope scope = access.scope(viewer, CaseFiles.READ);
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return walls.bind(
        scope.bind(
            em.createQuery(
                what
                    + WAITING
                    + " AND b.caseFile IN (SELECT f.id FROM "
                    + scope.from("CaseFile", "f", "id")
                    + " WHERE f.archivedOn IS NULL AND "
                    + scope.where("f", "id")
                    + ") AND "
                    + walls.where("b", "person").replace("scopeWall", "personWall")
                    + then,
                type)));
  }

  private List<Line> lines(Viewer viewer, List<OpeningBalance> rows) {
    Map<CaseFileId, CaseFiles.Header> headers =
        files.headers(
            viewer,
            rows.stream().map(row -> new CaseFileId(row.caseFile())).collect(Collectors.toSet()));
    Map<PersonId, PersonName> names =
        tx.read(
            em ->
                new LedgerQueries(em)
                    .names(
                        rows.stream()
                            .map(OpeningBalance::person)
                            .filter(Objects::nonNull)
                            .map(PersonId::new)
                            .collect(Collectors.toSet()),
                        access.scope(viewer, CaseFiles.READ)));
    Map<UUID, LocalDate> since = periods.since(viewer, rows);
    Balances balances = new Balances(keys);
    List<Line> lines = new ArrayList<>();
    for (OpeningBalance row : rows) {
      CaseFiles.Header header = headers.get(new CaseFileId(row.caseFile()));
      if (header != null) {
        PersonId person = row.person() == null ? null : new PersonId(row.person());
        lines.add(
            new Line(
                row.id(),
                row.version(),
                header.id(),
                header.number(),
                header.familyName(),
                person,
                person == null ? null : names.get(person),
                row.kind(),
                since.get(row.id()),
                row.quantity(),
                row.asOf(),
                balances.note(row)));
      }
    }
    return lines;
  }

  /**
   * What a person says to an opening balance.
   *
   * @param version of what the person looked at
   * @param since the first day that the person was asked about; null when nobody knew it
   * @param quantity the amount as it is right; passed over for remarks
   */
  public record Answer(long version, LocalDate since, BigDecimal quantity) {}

  /**
   * A person has looked at it: from now on it counts in the accounts of the family, as an entry of
   * the ledger.
   *
   * @return key of the entry
   * @throws Refused beside the field; also when it was confirmed already
   * @throws Stale when the row is another one by now, or the period that was asked about is
   */
  public UUID confirm(Viewer viewer, UUID balance, Answer answer) {
    access.require(viewer, Arrivals.PERMISSION);
    OpeningBalance came = tx.read(em -> Held.load(em, OpeningBalance.class, balance));
    CaseFileId file = new CaseFileId(came.caseFile());
    access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    if (came.person() != null) {
      access.requireNoWall(
          viewer, CaseFiles.WRITE, List.of(Subject.of(new PersonId(came.person()))));
    }
    LocalDate since = periods.since(viewer, List.of(came)).get(balance);
    return change.onAnyDay(
        viewer,
        file,
        "opening-balance.confirmed",
        em -> {
          OpeningBalance row = Held.hold(em, OpeningBalance.class, balance);
          if (row.confirmedOn() != null) {
            throw Refusals.refused("quantity-" + balance, "importing.refused.confirmed");
          }
          Refusals.fresh(row.version(), answer.version());
          if (!Objects.equals(since, answer.since())) {
            throw new Stale();
          }
          row.confirm(viewer.today(), viewer.staff().value());
          return written(em, viewer, file, row, answer);
        });
  }

  private UUID written(
      EntityManager em, Viewer viewer, CaseFileId file, OpeningBalance row, Answer answer) {
    PersonId person = row.person() == null ? null : new PersonId(row.person());
    BalanceKind kind = BalanceKind.valueOf(row.kind().name());
    try {
      return ledger.confirmed(
          em,
          viewer,
          file,
          new BalanceLedger.NewBalance(
              new Origin(row.id(), person, kind, answer.since(), row.asOf()),
              answer.quantity(),
              new Balances(keys).note(row)));
    } catch (Refused refused) {
      throw new Refused("quantity-" + row.id(), refused.text());
    }
  }
}
