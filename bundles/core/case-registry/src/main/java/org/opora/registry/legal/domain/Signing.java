package org.opora.registry.legal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.legal.LegalPosition.Standing;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.legal.spi.SigningRule;
import org.opora.api.legal.spi.SigningRule.Powers;

/**
 * Who signs for a child on one day, from what is written down and from the law. It never guesses:
 * what is missing or contradicts itself makes the answer "not known", with the reason.
 */
public final class Signing {
  private final LocalDate day;
  private final Facts facts;
  private final SigningLaw law;

  /**
   * @param law null when no law pack is installed
   */
  public Signing(LocalDate day, Facts facts, SigningLaw law) {
    this.day = day;
    this.facts = facts;
    this.law = law;
  }

  /**
   * What is known of a child.
   *
   * @param born null when it is not known
   * @param placed whether the child lives in a family of the centre on the day
   * @param carers carers of the families in which the child lives on the day
   * @param who whom representatives and those to whom the child is entrusted are, by their rows
   */
  public record Facts(
      LocalDate born,
      boolean placed,
      Set<PersonId> carers,
      List<Representative> representatives,
      List<CourtDecision> decisions,
      List<Entrusted> entrusted,
      Map<UUID, Identity> who) {}

  /**
   * @param key of the sentence
   * @param arguments days and numbers, never names
   */
  public record Why(String key, List<Object> arguments) {
    static Why of(String key, Object... arguments) {
      return new Why(key, List.of(arguments));
    }
  }

  /**
   * @param entrusted row of the person to whom the decision entrusts the child; null for an
   *     institution and for representatives
   * @param representative null when a decision is the source
   */
  public record Holder(
      Role role, CourtDecision decision, Entrusted entrusted, Representative representative) {}

  /**
   * @param rule null when the law says nothing
   */
  public record Verdict(
      Matter matter,
      Standing standing,
      List<Holder> holders,
      boolean together,
      Why why,
      Parameter<?> rule) {}

  /** What one kind of representation comes to: holders, nobody for certain, or not known. */
  private record Step(List<Holder> holders, Why why, boolean known) {
    static Step nobody() {
      return new Step(List.of(), null, true);
    }

    static Step unclear(String key, Object... arguments) {
      return new Step(List.of(), Why.of(key, arguments), false);
    }

    static Step of(List<Holder> holders, String key, Object... arguments) {
      return new Step(holders, Why.of(key, arguments), true);
    }
  }

  public Verdict of(Matter matter) {
    if (law == null) {
      return unknown(matter, Why.of("signing.no-law"), null);
    }
    Optional<Parameter<Integer>> majority = holding(law.majority());
    if (facts.born() == null || majority.isEmpty()) {
      return unknown(
          matter,
          Why.of(facts.born() == null ? "signing.birth-unknown" : "signing.no-rule"),
          majority.orElse(null));
    }
    LocalDate ofAge = facts.born().plusYears(majority.get().value());
    if (!day.isBefore(ofAge)) {
      return new Verdict(
          matter,
          Standing.ITSELF,
          List.of(),
          false,
          Why.of("signing.of-age", ofAge),
          majority.get());
    }
    Optional<Parameter<Powers>> powers =
        law.rules().stream()
            .filter(rule -> rule.matter() == matter)
            .map(SigningRule::powers)
            .findFirst()
            .flatMap(this::holding);
    return powers
        .map(rule -> decide(matter, rule))
        .orElseGet(() -> unknown(matter, Why.of("signing.no-rule"), null));
  }

  private Verdict decide(Matter matter, Parameter<Powers> rule) {
    Powers powers = rule.value();
    if (!powers.order().contains(Role.COLLISION_GUARDIAN) && collides(matter)) {
      return unknown(matter, Why.of("signing.collision-unasked"), rule);
    }
    for (Role role : powers.order()) {
      Step step = step(role, matter, powers.together());
      if (!step.known()) {
        return unknown(matter, step.why(), rule);
      }
      if (!step.holders().isEmpty()) {
        boolean several = role == Role.PARENT || role == Role.GUARDIAN;
        boolean together = step.holders().size() > 1 && several && powers.together();
        return new Verdict(matter, Standing.SIGNS, step.holders(), together, step.why(), rule);
      }
    }
    boolean nothing = facts.representatives().stream().noneMatch(row -> row.on(day));
    return unknown(
        matter, Why.of(nothing ? "signing.nothing-recorded" : "signing.nobody-left"), rule);
  }

  private boolean collides(Matter matter) {
    return now(Role.COLLISION_GUARDIAN).anyMatch(row -> row.matters().contains(matter));
  }

  private Step step(Role role, Matter matter, boolean together) {
    return switch (role) {
      case CARER -> carers();
      case COLLISION_GUARDIAN -> collisionGuardian(matter);
      case GUARDIAN -> guardian();
      case PARENT -> parents(matter, together);
    };
  }

  /** To whom a decision in force entrusts the child. */
  private Step carers() {
    List<CourtDecision> entrusting =
        facts.decisions().stream()
            .filter(row -> row.counts() && row.kind().entrusts())
            .filter(row -> row.kind() != DecisionKind.INTERIM || !names(row).isEmpty())
            .toList();
    List<CourtDecision> inForce =
        entrusting.stream().filter(row -> row.force(day) == Force.IN_FORCE).toList();
    List<CourtDecision> interim =
        inForce.stream().filter(row -> row.kind() == DecisionKind.INTERIM).toList();
    boolean interimFirst =
        !interim.isEmpty()
            && holding(law.interimFirst()).map(Parameter::value).orElse(Boolean.FALSE);
    List<CourtDecision> counting = interimFirst ? interim : inForce;
    Set<Set<Object>> whom = new HashSet<>();
    counting.forEach(row -> whom.add(names(row)));
    Optional<CourtDecision> open =
        entrusting.stream().filter(row -> open(row) && !whom.contains(names(row))).findFirst();
    if (open.isPresent()) {
      return Step.unclear("signing.decision-without-force", open.get().decidedOn());
    }
    if (counting.isEmpty()) {
      return facts.placed() ? Step.unclear("signing.no-decision") : Step.nobody();
    }
    if (whom.size() > 1) {
      return Step.unclear("signing.decisions-differ");
    }
    return entrusted(
        counting.get(0),
        whom.iterator().next(),
        interimFirst ? "signing.carer-interim" : "signing.carer");
  }

  private Step entrusted(CourtDecision decision, Set<Object> whom, String why) {
    if (whom.isEmpty()) {
      return Step.unclear("signing.decision-to-nobody", decision.decidedOn());
    }
    if (facts.entrusted().stream()
        .anyMatch(row -> row.decision().equals(decision.id()) && row.person() == null)) {
      return Step.unclear("signing.carer-forgotten", decision.decidedOn());
    }
    if (facts.placed() && whom.stream().noneMatch(facts.carers()::contains)) {
      return Step.unclear("signing.lives-elsewhere", decision.decidedOn());
    }
    return Step.of(holders(decision), why, decision.decidedOn(), decision.effectiveFrom());
  }

  /** Nobody has written down whether it has effect on the day, and it may. */
  private boolean open(CourtDecision decision) {
    return decision.force(day) == Force.NOT_KNOWN && !decision.decidedOn().isAfter(day);
  }

  /** Whom the decision names, so that two decisions can be compared. */
  private Set<Object> names(CourtDecision decision) {
    Set<Object> names =
        facts.entrusted().stream()
            .filter(row -> row.decision().equals(decision.id()))
            // Somebody whose record was erased is nobody else.
            .<Object>map(row -> row.person() == null ? row.id() : who(row).person())
            .collect(Collectors.toCollection(HashSet::new));
    if (decision.toOther() != null) {
      // Sealed words cannot be compared: an institution is one only with itself.
      names.add(decision.id());
    }
    return names;
  }

  private List<Holder> holders(CourtDecision decision) {
    List<Holder> holders = new ArrayList<>();
    facts.entrusted().stream()
        .filter(row -> row.decision().equals(decision.id()))
        .forEach(row -> holders.add(new Holder(Role.CARER, decision, row, null)));
    if (decision.toOther() != null) {
      holders.add(new Holder(Role.CARER, decision, null, null));
    }
    return holders;
  }

  private Step collisionGuardian(Matter matter) {
    List<Representative> rows =
        now(Role.COLLISION_GUARDIAN).filter(row -> row.matters().contains(matter)).toList();
    Optional<Step> doubt = unused(DecisionKind.GUARDIAN, rows).or(() -> groundless(rows));
    if (doubt.isPresent()) {
      return doubt.get();
    }
    return switch (rows.size()) {
      case 0 -> Step.nobody();
      case 1 -> Step.of(holders(rows), "signing.collision", rows.get(0).since());
      default -> Step.unclear("signing.two-guardians");
    };
  }

  private Step guardian() {
    List<Representative> rows = now(Role.GUARDIAN).toList();
    Optional<Step> doubt =
        unused(DecisionKind.GUARDIAN, rows)
            .or(() -> unused(DecisionKind.RESPONSIBILITY, now(Role.PARENT).toList()))
            .or(() -> groundless(rows));
    if (doubt.isPresent()) {
      return doubt.get();
    }
    if (rows.isEmpty()) {
      return Step.nobody();
    }
    if (now(Role.PARENT).anyMatch(row -> row.extent() == Extent.FULL)) {
      // A guardian is appointed only where no parent can act in full: one of the two is out of
      // date.
      return Step.unclear("signing.guardian-and-parent");
    }
    if (rows.stream().map(Representative::decision).distinct().count() > 1) {
      return Step.unclear("signing.guardians-differ");
    }
    return Step.of(holders(rows), "signing.guardian", rows.get(0).since());
  }

  private Step parents(Matter matter, boolean together) {
    List<Representative> rows = now(Role.PARENT).toList();
    if (twice(rows)) {
      return Step.unclear("signing.parent-twice");
    }
    Optional<Step> doubt = unused(DecisionKind.RESPONSIBILITY, rows).or(() -> groundless(rows));
    if (doubt.isPresent()) {
      return doubt.get();
    }
    if (rows.isEmpty()) {
      return Step.nobody();
    }
    List<Representative> able = rows.stream().filter(row -> able(row, matter)).toList();
    boolean unknown = rows.stream().anyMatch(row -> row.extent() == Extent.UNKNOWN);
    if (unknown && (together || able.isEmpty())) {
      return Step.unclear("signing.extent-unknown");
    }
    if (able.isEmpty()) {
      return rows.size() > 1 ? Step.nobody() : Step.unclear("signing.other-parent");
    }
    if (together && rows.size() < 2) {
      return Step.unclear("signing.other-parent");
    }
    if (able.size() > 1) {
      return Step.of(
          holders(able), together ? "signing.parents-together" : "signing.parents-either");
    }
    Representative one = able.get(0);
    return Step.of(
        holders(able),
        one.extent() == Extent.LIMITED ? "signing.parent-limited" : "signing.parent-full",
        one.since());
  }

  private static boolean able(Representative parent, Matter matter) {
    return parent.extent() == Extent.FULL
        || parent.extent() == Extent.LIMITED && !parent.matters().contains(matter);
  }

  /** More than two parents, or two rows about one. */
  private boolean twice(List<Representative> rows) {
    if (rows.size() > 2) {
      return true;
    }
    return rows.size() == 2 && who(rows.get(0)).same(who(rows.get(1)));
  }

  private Identity who(Representative row) {
    return facts.who().getOrDefault(row.id(), Identity.NOBODY);
  }

  private Identity who(Entrusted row) {
    return facts.who().getOrDefault(row.id(), Identity.NOBODY);
  }

  /** Rows that rest on no decision although only a court makes them, or on one without effect. */
  private Optional<Step> groundless(List<Representative> rows) {
    if (rows.stream().anyMatch(this::unfounded)) {
      return Optional.of(Step.unclear("signing.unfounded"));
    }
    return rows.stream().anyMatch(row -> row.decision() == null && courtly(row))
        ? Optional.of(Step.unclear("signing.no-ground"))
        : Optional.empty();
  }

  private static boolean courtly(Representative row) {
    return row.role() != Role.PARENT
        || row.extent() == Extent.LIMITED
        || row.extent() == Extent.SUSPENDED
        || row.extent() == Extent.DEPRIVED;
  }

  /** It rests on a decision that has no effect on that day, or does not count. */
  private boolean unfounded(Representative row) {
    UUID ground = row.decision();
    return ground != null
        && facts.decisions().stream()
            .filter(decision -> decision.id().equals(ground))
            .noneMatch(decision -> decision.counts() && decision.force(day) == Force.IN_FORCE);
  }

  /**
   * A decision that has, or may have, effect, and of which nobody has written down what it changed.
   *
   * @param now rows of the day of the role that is asked
   */
  private Optional<Step> unused(DecisionKind kind, List<Representative> now) {
    return facts.decisions().stream()
        .filter(row -> row.counts() && row.kind() == kind)
        .filter(row -> row.force(day) == Force.IN_FORCE || open(row))
        .filter(row -> !settled(row, now))
        .findFirst()
        .map(row -> Step.unclear("signing.decision-unused", row.decidedOn()));
  }

  /**
   * A row of the same role that began later was written knowing what held then. An appointment is
   * settled by whoever was appointed. A decision about responsibility may be about either parent,
   * or both: each row must rest on it or have begun later, but for a parent that there is not.
   */
  private boolean settled(CourtDecision decision, List<Representative> now) {
    boolean used = before(decision.kind()).anyMatch(row -> rests(row, decision));
    if (decision.kind() == DecisionKind.GUARDIAN) {
      return used || !now.isEmpty() && now.stream().allMatch(row -> later(row, decision));
    }
    return (used || now.stream().anyMatch(row -> later(row, decision)))
        && now.stream()
            .filter(row -> row.extent() != Extent.NOBODY)
            .allMatch(row -> rests(row, decision) || later(row, decision));
  }

  /** Rows of the day or before of the roles that such a decision is about. */
  private Stream<Representative> before(DecisionKind kind) {
    return facts.representatives().stream()
        .filter(row -> row.counts() && !row.since().isAfter(day))
        .filter(row -> (row.role() == Role.PARENT) == (kind == DecisionKind.RESPONSIBILITY));
  }

  private static boolean rests(Representative row, CourtDecision decision) {
    return decision.id().equals(row.decision());
  }

  private static boolean later(Representative row, CourtDecision decision) {
    LocalDate from =
        decision.effectiveFrom() == null ? decision.decidedOn() : decision.effectiveFrom();
    return !from.isAfter(row.since());
  }

  private Stream<Representative> now(Role role) {
    return facts.representatives().stream().filter(row -> row.role() == role && row.on(day));
  }

  private static List<Holder> holders(List<Representative> rows) {
    return rows.stream().map(row -> new Holder(row.role(), null, null, row)).toList();
  }

  private static Verdict unknown(Matter matter, Why why, Parameter<?> rule) {
    return new Verdict(matter, Standing.NOT_KNOWN, List.of(), false, why, rule);
  }

  private <T> Optional<Parameter<T>> holding(List<Parameter<T>> values) {
    return values.stream().filter(value -> value.holdsOn(day)).findFirst();
  }
}
