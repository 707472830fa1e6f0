package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.files.CareFacts.Caring;
import org.opora.api.files.CareFacts.History;
import org.opora.api.files.CareFacts.Part;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.duties.domain.Days;

/** The agreements of some families through the years, and who lived under them. */
final class Lives {
  private final Collection<History> all;
  private final SamePeople same;
  private final LocalDate asOf;
  private final Map<CaseFileId, List<History>> byFile;
  private final Map<PersonId, List<Caring>> byCarer;

  /** Where somebody cared, found by each of their keys. */
  private final Map<PersonId, List<Cared>> lives;

  private final Map<AgreementId, LocalDate> optedIn;

  private record Cared(History agreement, Part part) {}

  /**
   * @param all as far as the viewer may see them
   * @param cared of those whose account goes with them, wherever it was
   */
  Lives(Collection<History> all, Collection<Caring> cared, SamePeople same, LocalDate asOf) {
    this.all = all;
    this.same = same;
    this.asOf = asOf;
    this.byFile = all.stream().collect(Collectors.groupingBy(History::file));
    this.lives = new HashMap<>();
    this.optedIn = new HashMap<>();
    this.byCarer = cared.stream().collect(Collectors.groupingBy(Caring::carer));
    for (History agreement : all) {
      if (agreement.optedIn() != null) {
        optedIn.putIfAbsent(agreement.agreement(), agreement.optedIn());
      }
      for (Part part : agreement.carers()) {
        lives
            .computeIfAbsent(part.person(), first -> new ArrayList<>())
            .add(new Cared(agreement, part));
      }
    }
  }

  private Lives(Lives whole, Set<CaseFileId> files) {
    this.all = whole.all.stream().filter(one -> files.contains(one.file())).toList();
    this.same = whole.same;
    this.asOf = whole.asOf;
    this.byFile = whole.byFile;
    this.byCarer = whole.byCarer;
    this.lives = whole.lives;
    this.optedIn = whole.optedIn;
  }

  /** Only these families; where their people lived before is known all the same. */
  Lives in(Set<CaseFileId> files) {
    return new Lives(this, files);
  }

  /** Everybody who is, or was, in the family. */
  Set<PersonId> people(CaseFileId file) {
    return byFile.getOrDefault(file, List.of()).stream()
        .flatMap(one -> Stream.concat(one.carers().stream(), one.children().stream()))
        .map(Part::person)
        .collect(Collectors.toSet());
  }

  /** The agreements of a file, and those under which somebody with one of these keys cared. */
  Set<History> around(CaseFileId file, Set<PersonId> keys) {
    return Stream.concat(
            byFile.getOrDefault(file, List.of()).stream(),
            keys.stream()
                .flatMap(key -> lives.getOrDefault(key, List.of()).stream())
                .map(Cared::agreement))
        .collect(Collectors.toSet());
  }

  /** Where somebody with one of these keys cared, wherever that was. */
  Set<Caring> caredBy(Set<PersonId> keys) {
    return keys.stream()
        .flatMap(key -> byCarer.getOrDefault(key, List.of()).stream())
        .collect(Collectors.toSet());
  }

  /** Who is in the families on the day. */
  Set<PersonId> peopleNow() {
    return inForce().stream()
        .flatMap(one -> Stream.concat(now(one.carers()).stream(), now(one.children()).stream()))
        .map(Part::person)
        .collect(Collectors.toSet());
  }

  /** Every agreement that had begun by the day. */
  Collection<History> begun() {
    return all.stream().filter(one -> !one.concludedOn().isAfter(asOf)).toList();
  }

  /**
   * One agreement for each file: on the day one ends and the next begins both are in force, and the
   * duty runs under the newer.
   */
  Collection<History> inForce() {
    Map<CaseFileId, History> newest = new LinkedHashMap<>();
    begun().stream()
        .filter(one -> one.endsOn() == null || !one.endsOn().isBefore(asOf))
        .sorted(Comparator.comparing(History::concludedOn))
        .forEach(one -> newest.put(one.file(), one));
    return newest.values();
  }

  /** Who is there on the day; each once, under however many keys. */
  List<Part> now(List<Part> parts) {
    return same.once(parts.stream().filter(part -> days(part).has(asOf)).toList(), Part::person);
  }

  private static Days days(Part part) {
    return new Days(part.from(), part.until());
  }

  /** The days that both have; empty when there are none. */
  static Optional<Days> both(Days one, Days other) {
    LocalDate from = one.from().isBefore(other.from()) ? other.from() : one.from();
    LocalDate until =
        one.until() == null || other.until() != null && other.until().isBefore(one.until())
            ? other.until()
            : one.until();
    return until != null && until.isBefore(from)
        ? Optional.empty()
        : Optional.of(new Days(from, until));
  }

  /** Since when the parties of an agreement chose the rules of now; null when they did not. */
  LocalDate optedIn(AgreementId agreement) {
    return optedIn.get(agreement);
  }

  /** The days of a child in a family, under whichever of its agreements. */
  Stream<Days> placed(CaseFileId file, PersonId child) {
    return byFile.getOrDefault(file, List.of()).stream()
        .flatMap(
            agreement ->
                agreement.children().stream()
                    .filter(part -> same.keys(child).contains(part.person()))
                    .flatMap(part -> under(agreement, part).stream()));
  }

  /** The days of somebody under an agreement. */
  static Optional<Days> under(History agreement, Part part) {
    return both(new Days(agreement.concludedOn(), agreement.endsOn()), days(part));
  }

  /** A carer under the agreements of families, the earliest first; no two have a day in common. */
  List<Span<History>> caring(PersonId carer) {
    List<Span<History>> spans = new ArrayList<>();
    for (PersonId key : inOrder(carer)) {
      for (Cared one : lives.getOrDefault(key, List.of())) {
        under(one.agreement(), one.part())
            .ifPresent(days -> spans.add(new Span<>(days, one.agreement())));
      }
    }
    return apart(spans);
  }

  /** The same wherever it was: every viewer is told the same of a carer. */
  List<Span<Caring>> cared(PersonId carer) {
    List<Span<Caring>> spans = new ArrayList<>();
    for (PersonId key : inOrder(carer)) {
      for (Caring one : byCarer.getOrDefault(key, List.of())) {
        spans.add(new Span<>(new Days(one.from(), one.until()), one));
      }
    }
    return apart(spans);
  }

  /** The keys of somebody, always in the same order. */
  private List<PersonId> inOrder(PersonId person) {
    return same.keys(person).stream().sorted(Comparator.comparing(PersonId::value)).toList();
  }

  /** The newer agreement goes before the older one. */
  private static <A> List<Span<A>> apart(List<Span<A>> all) {
    List<Span<A>> spans =
        all.stream().sorted(Comparator.comparing(span -> span.days().from())).toList();
    List<Span<A>> apart = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span<A> span = spans.get(i);
      LocalDate next = i + 1 < spans.size() ? spans.get(i + 1).days().from() : null;
      Days before = next == null ? null : upTo(next, span.days().from());
      if (next == null) {
        apart.add(span);
      } else if (before != null) {
        both(span.days(), before).ifPresent(days -> apart.add(new Span<>(days, span.agreement())));
      }
    }
    return apart;
  }

  private static Days upTo(LocalDate next, LocalDate from) {
    LocalDate last = next.minusDays(1);
    return last.isBefore(from) ? null : new Days(from, last);
  }

  record Span<A>(Days days, A agreement) {}
}
