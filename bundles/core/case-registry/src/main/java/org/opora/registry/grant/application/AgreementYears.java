package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.grant.spi.GrantLaw.Amount;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Facts;
import org.opora.registry.grant.domain.MonthLine;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.grant.domain.Settling;
import org.opora.registry.grant.domain.Span;
import org.opora.registry.grant.domain.Twelfths;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;

/** Reckons what belongs to agreements for a year, as many queries for many as for one. */
record AgreementYears(Access access, Aliases aliases, GrantBook law, Marks marks) {
  List<AgreementYear> of(EntityManager em, Viewer viewer, List<Agreement> rows, int year) {
    if (rows.isEmpty()) {
      return List.of();
    }
    AgreementQueries queries = new AgreementQueries(em);
    Set<UUID> keys = rows.stream().map(Agreement::id).collect(Collectors.toSet());
    Map<UUID, Facts> facts = facts(queries, rows, year);
    Map<UUID, Long> received = queries.received(keys, year);
    Map<UUID, List<Settlement>> settled = queries.settlements(keys);
    Map<UUID, Map<ExpenseState, Long>> sums = new ExpenseQueries(em).sums(keys, year);
    Map<CaseFileId, FileLabel> files =
        viewer.may(CaseFiles.READ)
            ? new LabelQueries(em)
                .files(
                    access.scope(viewer, CaseFiles.READ),
                    rows.stream().map(Agreement::file).collect(Collectors.toSet()))
            : Map.of();
    Twelfths twelfths = twelfths();
    List<AgreementYear> all = new ArrayList<>();
    for (Agreement row : rows) {
      List<MonthLine> months = twelfths.of(facts.get(row.id()), year);
      Map<ExpenseState, Long> spent = sums.getOrDefault(row.id(), Map.of());
      Long came = received.get(row.id());
      all.add(
          new AgreementYear(
              new AgreementId(row.id()),
              row.file(),
              files.get(row.file()),
              row.kind(),
              row.concludedOn(),
              row.endedOn(),
              year,
              months,
              facts.get(row.id()).doubtful(year),
              Twelfths.sum(months),
              came,
              spent.getOrDefault(ExpenseState.APPROVED, 0L),
              spent.getOrDefault(ExpenseState.PAID, 0L),
              settling(twelfths, row, facts.get(row.id()), year, came),
              row.endedOn() != null && !row.endedOn().isAfter(viewer.today()),
              settled(settled.getOrDefault(row.id(), List.of()), row.endedOn(), true)
                  .findFirst()
                  .orElse(null),
              settled(settled.getOrDefault(row.id(), List.of()), row.endedOn(), false).toList()));
    }
    return all;
  }

  /** What was done after the end on this day, or after all others. */
  private static Stream<AgreementYear.Settled> settled(
      List<Settlement> rows, LocalDate lastDay, boolean ofThisEnd) {
    return rows.stream()
        .filter(row -> row.lastDay().equals(lastDay) == ofThisEnd)
        .map(
            row ->
                new AgreementYear.Settled(
                    row.version(),
                    row.lastDay(),
                    row.reportedOn(),
                    row.returned(),
                    row.returnedOn()));
  }

  private Settling settling(
      Twelfths twelfths, Agreement row, Facts facts, int year, Long received) {
    LocalDate last = row.endedOn();
    if (row.neverBegan()) {
      return received == null
          ? null
          : new Settling(last, 0, 0, received, law.reportBy(last), law.returnBy(year));
    }
    if (last == null || last.getYear() != year) {
      return null;
    }
    return new Settling(
        last,
        whole(twelfths, facts, year),
        Twelfths.sum(twelfths.of(facts, year)),
        received,
        law.reportBy(last),
        law.returnBy(year));
  }

  /** What would have belonged to the year, had nothing changed after the last day. */
  private static long whole(Twelfths twelfths, Facts facts, int year) {
    LocalDate last = facts.agreement().until();
    List<List<Span>> children =
        facts.children().stream().map(stays -> lasting(stays, last)).toList();
    Facts lasting =
        new Facts(
            facts.kind(),
            new Span(facts.agreement().from(), null),
            facts.earlier(),
            children,
            lasting(facts.dependent(), last),
            facts.doubtful());
    return Twelfths.sum(twelfths.of(lasting, year));
  }

  private static List<Span> lasting(List<Span> spans, LocalDate last) {
    return spans.stream().map(span -> span.on(last) ? new Span(span.from(), null) : span).toList();
  }

  Map<UUID, Facts> facts(AgreementQueries queries, List<Agreement> rows, int year) {
    return new FactsOf(
            queries, aliases, amount(year).map(Amount::degrees).orElse(List.<Degree>of()))
        .of(rows);
  }

  /** What belongs to an agreement for the year; empty when no law says. */
  Optional<Amount> amount(int year) {
    return GrantLaw.on(law.amounts(), LocalDate.of(year, 1, 1)).map(Parameter::value);
  }

  Twelfths twelfths() {
    return law.twelfths(marks);
  }
}
