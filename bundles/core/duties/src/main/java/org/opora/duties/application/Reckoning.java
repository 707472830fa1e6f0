package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.Wanted;
import org.opora.api.files.CareFacts;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * One reckoning of the duties of some families, or of all and the house. What is said of families
 * is known from the beginning; their facts are read when their lines are asked for, some families
 * after the others: two questions for each interval and one for all other rules together, for each
 * hundred files.
 */
final class Reckoning {
  private final Evidence evidence;
  private final LiveRules rules;
  private final Terms terms;
  private final SamePeople same;
  private final Lives lives;
  private final List<StaffHere.Member> members;
  private final Map<CaseFileId, Household> households;

  /**
   * @param inForce each file once
   * @param members who is here, where what the house owes is wanted, too; null where it is not
   */
  Reckoning(
      Evidence evidence,
      LiveRules rules,
      Terms terms,
      SamePeople same,
      Collection<CareFacts.InForce> inForce,
      Collection<CareFacts.Prepared> prepared,
      Collection<CareFacts.Recorded> recorded,
      Lives lives,
      List<StaffHere.Member> members) {
    this.evidence = evidence;
    this.rules = rules;
    this.terms = terms;
    this.same = same;
    this.lives = lives;
    this.members = members;
    this.households = households(inForce, prepared, recorded);
  }

  private Map<CaseFileId, Household> households(
      Collection<CareFacts.InForce> inForce,
      Collection<CareFacts.Prepared> prepared,
      Collection<CareFacts.Recorded> recorded) {
    Map<CaseFileId, List<CareFacts.InForce>> agreements =
        inForce.stream().collect(Collectors.groupingBy(CareFacts.InForce::file));
    Map<CaseFileId, List<CareFacts.Prepared>> preparing =
        prepared.stream().collect(Collectors.groupingBy(CareFacts.Prepared::file));
    Map<CaseFileId, List<CareFacts.Recorded>> recording =
        recorded.stream().collect(Collectors.groupingBy(CareFacts.Recorded::file));
    Set<CaseFileId> files = new LinkedHashSet<>();
    inForce.forEach(one -> files.add(one.file()));
    prepared.forEach(one -> files.add(one.file()));
    lives.begun().forEach(one -> files.add(one.file()));
    recorded.forEach(one -> files.add(one.file()));
    Map<CaseFileId, Household> all = new LinkedHashMap<>();
    files.forEach(
        file ->
            all.put(
                file,
                household(
                    file,
                    agreements.getOrDefault(file, List.of()),
                    preparing.getOrDefault(file, List.of()),
                    recording.getOrDefault(file, List.of()))));
    return all;
  }

  private Household household(
      CaseFileId file,
      List<CareFacts.InForce> agreements,
      List<CareFacts.Prepared> prepared,
      List<CareFacts.Recorded> recorded) {
    Set<PersonId> people = new HashSet<>(lives.people(file));
    for (CareFacts.InForce agreement : agreements) {
      agreement.carers().forEach(carer -> people.add(carer.person()));
      agreement.children().forEach(child -> people.add(child.person()));
    }
    recorded.forEach(one -> one.members().forEach(member -> people.add(member.person())));
    Set<PersonId> keys = same.keys(people);
    return new Household(
        file,
        agreements,
        prepared,
        recorded,
        lives.around(file, keys),
        lives.caredBy(keys),
        people.stream().collect(Collectors.toMap(person -> person, same::keys)));
  }

  Terms terms() {
    return terms;
  }

  /** Whether the house is reckoned with the families. */
  boolean whole() {
    return members != null;
  }

  /** Every family there is something to be reckoned of. */
  Map<CaseFileId, Household> households() {
    return households;
  }

  /**
   * The lines of these families alone.
   *
   * @param shown what becomes of each line before the facts of the next families are read
   */
  List<Line> families(Set<CaseFileId> files, UnaryOperator<Line> shown) {
    List<Household> wanted =
        households.values().stream().filter(one -> files.contains(one.file())).toList();
    List<Line> lines = new ArrayList<>();
    for (Families some : Families.parts(wanted, lives)) {
      Set<PersonId> people = rules.followPeople() ? some.lives().peopleNow() : Set.of();
      Known known = known(new Wanted(some.files(), people, Set.of(), false, null, terms.asOf()));
      reckoned(known, some, null).map(shown).forEach(lines::add);
    }
    return lines;
  }

  /** What is about staff and house by the rules of the country; empty where it is not wanted. */
  List<Line> house(UnaryOperator<Line> shown) {
    if (!whole() || !rules.needHouse()) {
      return List.of();
    }
    Set<StaffId> staff = members.stream().map(StaffHere.Member::staff).collect(Collectors.toSet());
    Known known = known(new Wanted(Set.of(), Set.of(), staff, true, null, terms.asOf()));
    return reckoned(known, Families.none(lives), members).map(shown).toList();
  }

  /** One question for all rules; none where no rule needs an answer. */
  private Known known(Wanted wanted) {
    Set<String> kinds = rules.kinds();
    Facts facts = kinds.isEmpty() ? new Facts(List.of(), Map.of()) : evidence.facts(kinds, wanted);
    return new Known(
        terms.asOf(), facts, terms.sources(), terms.marks(), new Excused(facts, terms.asOf()));
  }

  private Stream<Line> reckoned(Known known, Families some, List<StaffHere.Member> here) {
    Choices choices = terms.choices();
    List<Line> lines = new ArrayList<>();
    for (RuleBook.Entry<IntervalRule> entry : rules.intervals()) {
      Clocks clocks =
          Clocks.read(
              evidence, entry.rule(), some.agreements(), terms.asOf(), same, choices.clock());
      IntervalLines maker = new IntervalLines(entry, clocks, known, some.lives(), choices.clock());
      some.agreements().forEach(agreement -> maker.addTo(lines, agreement));
    }
    rules.addTo(lines, known, some.agreements(), some.prepared(), some.lives(), choices, here);
    WorkingDays days = WorkingDays.of(terms.sets());
    rules
        .promised()
        .forEach(one -> new PromiseLines(one, known, days, same).addTo(lines, some.recorded()));
    return lines.stream().map(known.excused()::applied);
  }
}
