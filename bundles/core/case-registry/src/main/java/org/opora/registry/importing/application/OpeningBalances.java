package org.opora.registry.importing.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening balances wait for a person who knows the family. */
@Component(service = OpeningBalances.class)
public final class OpeningBalances {
  private static final BigDecimal MOST = new BigDecimal("9999");
  private final Transactions tx;
  private final Keys keys;
  private final Access access;
  private final AuditTrail audit;
  private final People people;
  private final CaseFiles files;
  private final BalanceEvidence proofs;

  @Activate
  public OpeningBalances(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Keys keys,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Evidence evidence) {
    this.tx = tx;
    this.keys = keys;
    this.access = access;
    this.audit = audit;
    this.people = people;
    this.files = files;
    this.proofs = new BalanceEvidence(evidence);
  }

  /** {@code person} and {@code name} are null when it is about the whole family. */
  public record Line(
      UUID id,
      long version,
      CaseFileId file,
      String fileNumber,
      String familyName,
      PersonId person,
      PersonName name,
      OpeningBalance.Kind kind,
      BigDecimal quantity,
      LocalDate asOf,
      String note) {}

  /** Those not confirmed yet, paged by key. */
  public Page<Line> waiting(Viewer viewer, UUID after, int limit) {
    access.require(viewer, Arrivals.PERMISSION);
    List<OpeningBalance> rows =
        tx.read(
            em -> {
              var query =
                  em.createQuery(
                      "SELECT b FROM OpeningBalance b WHERE b.confirmedOn IS NULL"
                          + (after == null ? "" : " AND b.id > :after")
                          + " ORDER BY b.id",
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

  public long count(Viewer viewer) {
    access.require(viewer, Arrivals.PERMISSION);
    return tx.read(
        em ->
            em.createQuery(
                    "SELECT COUNT(b.id) FROM OpeningBalance b WHERE b.confirmedOn IS NULL",
                    Long.class)
                .getSingleResult());
  }

  private List<Line> lines(Viewer viewer, List<OpeningBalance> rows) {
    Map<CaseFileId, CaseFiles.Header> headers =
        files.headers(
            viewer,
            rows.stream().map(row -> new CaseFileId(row.caseFile())).collect(Collectors.toSet()));
    Map<PersonId, PersonName> names =
        people.names(
            viewer,
            rows.stream()
                .map(OpeningBalance::person)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet()));
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
                row.quantity(),
                row.asOf(),
                balances.note(row)));
      }
    }
    return lines;
  }

  /**
   * A person has looked at it: from now on it counts in the accounts of the family.
   *
   * @param quantity the amount as it is right; passed over for remarks
   */
  public void confirm(Viewer viewer, UUID balance, long version, BigDecimal quantity) {
    access.require(viewer, Arrivals.PERMISSION);
    tx.run(
        em -> {
          OpeningBalance row = Held.load(em, OpeningBalance.class, balance);
          Subject file = Subject.of(new CaseFileId(row.caseFile()));
          access.require(viewer, CaseFiles.WRITE, file);
          Refusals.fresh(row.version(), version);
          boolean counted = row.kind() != OpeningBalance.Kind.NOTE;
          if (counted
              && (quantity == null || quantity.signum() < 0 || quantity.compareTo(MOST) > 0)) {
            throw Refusals.refused("quantity-" + balance, "importing.refused.quantity");
          }
          row.confirm(counted ? quantity : null, viewer.today(), viewer.staff().value());
          proofs.prove(row, files.header(viewer, new CaseFileId(row.caseFile())));
          audit.wrote(viewer, "opening-balance.confirmed", List.of(file));
        });
  }
}
