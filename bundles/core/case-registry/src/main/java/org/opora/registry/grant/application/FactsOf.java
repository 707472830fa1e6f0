package org.opora.registry.grant.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Aliases;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.ids.PersonId;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.grant.domain.Facts;
import org.opora.registry.grant.domain.Span;
import org.opora.registry.grant.persistence.AgreementQueries;

/**
 * Gathers what decides about the months of agreements: as many queries for many as for one. A child
 * known under several keys is one child.
 */
record FactsOf(AgreementQueries queries, Aliases aliases, Collection<Degree> counted) {
  Map<UUID, Facts> of(List<Agreement> agreements) {
    List<Placement> stays =
        queries.stays(agreements.stream().map(one -> one.file().value()).distinct().toList());
    Map<PersonId, Set<PersonId>> keys =
        aliases.idsOf(stays.stream().map(Placement::child).distinct().toList());
    Map<PersonId, PersonId> one = new HashMap<>();
    keys.forEach(
        (child, all) ->
            one.put(
                child,
                all.stream().min((a, b) -> a.toString().compareTo(b.toString())).orElse(child)));
    Map<PersonId, List<Disability>> degrees = new HashMap<>();
    List<Disability> rows =
        queries.degrees(
            keys.values().stream()
                .flatMap(Set::stream)
                .map(PersonId::value)
                .collect(Collectors.toSet()));
    keys.forEach(
        (child, all) ->
            degrees.put(
                one.get(child), rows.stream().filter(row -> all.contains(row.person())).toList()));
    Map<UUID, Map<PersonId, List<Span>>> byFile = new HashMap<>();
    stays.forEach(
        stay ->
            byFile
                .computeIfAbsent(stay.file().value(), file -> new HashMap<>())
                .computeIfAbsent(one.get(stay.child()), child -> new ArrayList<>())
                .add(new Span(stay.since(), stay.until())));
    Map<UUID, List<Agreement>> families =
        queries
            .ofFiles(agreements.stream().map(row -> row.file().value()).distinct().toList())
            .stream()
            .collect(Collectors.groupingBy(row -> row.file().value()));
    Map<UUID, Facts> facts = new HashMap<>();
    agreements.forEach(
        row ->
            facts.put(
                row.id(),
                facts(
                    row,
                    families.getOrDefault(row.file().value(), List.of()),
                    byFile.getOrDefault(row.file().value(), Map.of()),
                    degrees)));
    return facts;
  }

  private Facts facts(
      Agreement row,
      List<Agreement> family,
      Map<PersonId, List<Span>> children,
      Map<PersonId, List<Disability>> degrees) {
    List<Span> dependent = new ArrayList<>();
    List<Span> doubtful = new ArrayList<>();
    children.forEach(
        (child, stays) -> {
          List<Disability> rows = degrees.getOrDefault(child, List.of());
          meet(dependent, stays, counting(rows));
          meet(doubtful, stays, doubtful(rows));
        });
    return new Facts(
        row.kind(),
        span(row),
        family.stream()
            .filter(other -> other.concludedOn().isBefore(row.concludedOn()))
            .map(FactsOf::span)
            .toList(),
        List.copyOf(children.values()),
        dependent,
        doubtful);
  }

  private static Span span(Agreement row) {
    return new Span(row.concludedOn(), row.endedOn());
  }

  /**
   * When a degree counts. The authority gives one degree: on days of which two are written down and
   * only one of them counts, one is out of date, and nothing is guessed.
   */
  private List<Span> counting(List<Disability> rows) {
    List<Span> spans = spans(rows, true);
    for (Span other : spans(rows, false)) {
      spans = spans.stream().flatMap(span -> span.without(other).stream()).toList();
    }
    return spans;
  }

  private List<Span> doubtful(List<Disability> rows) {
    return spans(rows, true).stream()
        .flatMap(span -> spans(rows, false).stream().map(span::and))
        .filter(both -> !both.empty())
        .toList();
  }

  private List<Span> spans(List<Disability> rows, boolean counting) {
    return rows.stream()
        .filter(row -> counted.contains(row.degree()) == counting)
        .map(row -> new Span(row.since(), row.until()))
        .toList();
  }

  private static void meet(List<Span> all, List<Span> stays, List<Span> degrees) {
    degrees.stream()
        .flatMap(degree -> stays.stream().map(degree::and))
        .filter(both -> !both.empty())
        .forEach(all::add);
  }
}
