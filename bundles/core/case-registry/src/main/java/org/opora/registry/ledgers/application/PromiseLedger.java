package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.ledgers.domain.LedgerEntry.Written;
import org.opora.registry.ledgers.domain.PromiseEntry;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What single agreements promise: expert help at least once in so many months. The law sets no time
 * any more, and many agreements go on to name one.
 */
@Component(service = PromiseLedger.class)
public final class PromiseLedger
    extends Ledger<PromiseEntry, PromiseLedger.NewPromise, PromiseLedger.Line> {
  /** No agreement promises anything more seldom. */
  public static final int MOST_MONTHS = 60;

  private final LedgerTools tools;

  @Activate
  public PromiseLedger(@Reference LedgerTools tools) {
    super(tools, LedgerQueries.Of.PROMISES, PromiseEntry.class, PromiseEntry.CODE, "PROMISE_ENTRY");
    this.tools = tools;
  }

  /**
   * @param agreement of the file
   * @param last null while it lasts
   * @param months at least once in so many
   */
  public record NewPromise(
      AgreementId agreement, LocalDate first, LocalDate last, Integer months) {}

  /**
   * An entry as the viewer sees it.
   *
   * @param concludedOn of the agreement
   */
  public record Line(Mark mark, LocalDate concludedOn, NewPromise text) {}

  /** Agreements of the file by the day on which they were concluded, the newest first. */
  public Map<AgreementId, LocalDate> agreements(Viewer viewer, CaseFileId file) {
    tools.access().require(viewer, READ, Subject.of(file));
    return tools.tx().read(em -> agreements(em, file));
  }

  private static Map<AgreementId, LocalDate> agreements(EntityManager em, CaseFileId file) {
    Map<AgreementId, LocalDate> all = new LinkedHashMap<>();
    em.createQuery(
            "SELECT a FROM Agreement a WHERE a.file = :file ORDER BY a.concludedOn DESC, a.id",
            Agreement.class)
        .setParameter("file", file.value())
        .getResultList()
        .forEach(one -> all.put(new AgreementId(one.id()), one.concludedOn()));
    return all;
  }

  @Override
  NewPromise check(EntityManager em, Viewer viewer, CaseFileId file, NewPromise typed) {
    if (typed.agreement() == null) {
      throw Refusals.refused("agreement", "refused.required");
    }
    LocalDate concluded = agreements(em, file).get(typed.agreement());
    if (concluded == null) {
      throw Refusals.refused("agreement", "refused.promise-agreement");
    }
    if (typed.months() == null || typed.months() < 1 || typed.months() > MOST_MONTHS) {
      throw Refusals.refused("months", "refused.promise-months", MOST_MONTHS);
    }
    LocalDate first = Refusals.day("first", typed.first());
    if (first.isBefore(concluded)) {
      throw Refusals.refused("first", "refused.promise-before", concluded);
    }
    if (first.isAfter(viewer.today())) {
      throw Refusals.refused("first", "refused.future", first);
    }
    Refusals.inOrder("last", first, typed.last());
    return typed;
  }

  @Override
  PromiseEntry write(EntityManager em, Written written, NewPromise now) {
    PromiseEntry row =
        new PromiseEntry(written, now.agreement(), now.first(), now.last(), now.months());
    em.persist(row);
    return row;
  }

  @Override
  List<NewFact> facts(EntityManager em, PromiseEntry row, NewPromise now) {
    return List.of(
        NewFact.of(
                Kinds.EXPERT_HELP_PROMISED, About.agreement(row.file(), row.agreement()), row.day())
            .until(row.last())
            .amounting(BigDecimal.valueOf(row.months()), Kinds.MONTHS));
  }

  @Override
  List<Line> views(EntityManager em, Viewer viewer, List<Marked<PromiseEntry>> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<AgreementId, LocalDate> concluded = agreements(em, rows.get(0).row().file());
    return rows.stream()
        .map(
            one -> {
              PromiseEntry row = one.row();
              return new Line(
                  one.mark(),
                  concluded.get(row.agreement()),
                  new NewPromise(row.agreement(), row.day(), row.last(), row.months()));
            })
        .toList();
  }
}
