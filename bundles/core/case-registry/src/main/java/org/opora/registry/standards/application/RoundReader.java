package org.opora.registry.standards.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.registry.standards.application.RoundView.Line;
import org.opora.registry.standards.application.RoundView.Measure;
import org.opora.registry.standards.application.RoundView.Part;
import org.opora.registry.standards.application.RoundView.Proof;
import org.opora.registry.standards.domain.AssessedCriterion;
import org.opora.registry.standards.domain.AssessmentProof;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.domain.Improvement;
import org.opora.registry.standards.persistence.IssuedRow;
import org.opora.registry.standards.persistence.RoundQueries;
import org.opora.registry.standards.persistence.RuleQueries;

/** Puts a round together; whoever asks has decided who may see it. */
final class RoundReader {
  private final EntityManager em;
  private final Viewer viewer;
  private final Staff staff;
  private final RoundQueries queries;

  RoundReader(EntityManager em, Viewer viewer, Staff staff) {
    this.em = em;
    this.viewer = viewer;
    this.staff = staff;
    this.queries = new RoundQueries(em);
  }

  RoundView view(AssessmentRound round) {
    List<AssessedCriterion> criteria = queries.criteria(round.id());
    List<Improvement> measures = queries.measures(round.id());
    Map<String, Integer> before = round.former() == null ? Map.of() : queries.marks(round.former());
    Map<StaffId, String> names =
        staff.names(
            Stream.of(
                    Stream.of(round.begunBy()),
                    Stream.ofNullable(round.closedBy()),
                    criteria.stream().map(AssessedCriterion::markedBy),
                    people(measures))
                .flatMap(keys -> keys)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<UUID, List<Proof>> proofs = proofs(round.id());
    Map<UUID, List<Measure>> plan = new HashMap<>();
    criteria.forEach(one -> plan.put(one.id(), List.of()));
    plan.putAll(
        measures.stream()
            .filter(one -> one.criterion() != null)
            .collect(
                Collectors.groupingBy(
                    Improvement::criterion,
                    Collectors.mapping(
                        one -> measure(one, round, label(criteria, one.criterion()), names),
                        Collectors.toList()))));
    Map<String, List<Line>> parts = new LinkedHashMap<>();
    for (AssessedCriterion one : criteria) {
      parts
          .computeIfAbsent(one.number(), number -> new ArrayList<>())
          .add(
              line(
                  one,
                  before.get(one.code()),
                  names,
                  proofs.getOrDefault(one.id(), List.of()),
                  plan.get(one.id())));
    }
    return new RoundView(
        round.id(),
        round.version(),
        round.title(),
        round.takingPart(),
        round.bestMark(),
        round.lawCriteria(),
        round.begunOn(),
        names.get(round.begunBy()),
        round.closed(),
        round.closedOn(),
        round.closedBy() == null ? null : names.get(round.closedBy()),
        round.conclusion(),
        former(round),
        parts.entrySet().stream()
            .map(part -> new Part(part.getKey(), part.getValue().get(0).topic(), part.getValue()))
            .toList(),
        measures.stream()
            .filter(one -> one.criterion() == null)
            .map(one -> measure(one, round, null, names))
            .toList());
  }

  private RoundView.Former former(AssessmentRound round) {
    if (round.former() == null) {
      return null;
    }
    AssessmentRound before = em.find(AssessmentRound.class, round.former());
    return new RoundView.Former(before.id(), before.title(), before.closedOn());
  }

  private static Line line(
      AssessedCriterion one,
      Integer before,
      Map<StaffId, String> names,
      List<Proof> proofs,
      List<Measure> measures) {
    return new Line(
        one.id(),
        one.version(),
        one.code(),
        one.number(),
        one.letter(),
        one.topic(),
        one.wording(),
        one.paragraph(),
        one.trust(),
        one.asked(),
        one.mark(),
        one.words(),
        one.evidence(),
        one.markedBy() == null ? null : names.get(one.markedBy()),
        one.markedOn(),
        before,
        proofs,
        measures);
  }

  /** By criterion; empty for whoever may not read internal rules. */
  private Map<UUID, List<Proof>> proofs(UUID round) {
    if (!viewer.may(InternalRules.READ)) {
      return Map.of();
    }
    List<AssessmentProof> rows = queries.proofs(round);
    Map<UUID, IssuedRow> versions =
        new RuleQueries(em)
            .issued(rows.stream().map(AssessmentProof::ruleVersion).distinct().toList()).stream()
                .collect(Collectors.toMap(IssuedRow::id, row -> row, (one, same) -> one));
    return rows.stream()
        .filter(row -> versions.containsKey(row.ruleVersion()))
        .collect(
            Collectors.groupingBy(
                AssessmentProof::criterion,
                Collectors.mapping(
                    row -> proof(versions.get(row.ruleVersion())), Collectors.toList())));
  }

  private static Proof proof(IssuedRow row) {
    return new Proof(row.id(), row.title(), row.number());
  }

  /** Measures of several rounds, in their order. */
  List<Measure> measures(List<Improvement> rows) {
    Map<UUID, AssessmentRound> rounds =
        queries.rounds(rows.stream().map(Improvement::round).distinct().toList()).stream()
            .collect(Collectors.toMap(AssessmentRound::id, row -> row, (one, same) -> one));
    List<AssessedCriterion> criteria =
        queries.assessed(
            rows.stream().map(Improvement::criterion).filter(Objects::nonNull).distinct().toList());
    Map<StaffId, String> names = staff.names(people(rows).collect(Collectors.toSet()));
    return rows.stream()
        .map(row -> measure(row, rounds.get(row.round()), label(criteria, row.criterion()), names))
        .toList();
  }

  private static Stream<StaffId> people(Collection<Improvement> measures) {
    return measures.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.doer()), Stream.ofNullable(one.doneBy())));
  }

  private static String label(List<AssessedCriterion> criteria, UUID criterion) {
    return criteria.stream()
        .filter(one -> one.id().equals(criterion))
        .map(one -> one.letter() == null ? one.number() : one.number() + one.letter())
        .findFirst()
        .orElse(null);
  }

  private Measure measure(
      Improvement one, AssessmentRound round, String criterion, Map<StaffId, String> names) {
    return new Measure(
        one.id(),
        one.version(),
        one.round(),
        round.title(),
        round.closed(),
        criterion,
        one.what(),
        one.doer(),
        names.get(one.doer()),
        one.due(),
        one.open() && one.due().isBefore(viewer.today()),
        one.open(),
        one.doneOn(),
        one.doneBy() == null ? null : names.get(one.doneBy()),
        one.result(),
        one.doer().equals(viewer.staff()));
  }
}
