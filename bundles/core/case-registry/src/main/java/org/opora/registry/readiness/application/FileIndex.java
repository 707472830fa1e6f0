package org.opora.registry.readiness.application;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.care.Visits;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.readiness.domain.Part;
import org.opora.registry.readiness.persistence.ReadinessQueries;

/** The index of one file, from what was looked up for all that were drawn. */
record FileIndex(CareFacts.InForce file, CaseFiles.Header header, LookedUp known, LocalDate day) {
  /** A view of a child is asked for again after half a year, and an aim is looked at by then. */
  private static final Period HALF_A_YEAR = Period.ofMonths(6);

  private static final Period YEAR = Period.ofYears(1);

  /** Kinds of documents that have a part of their own. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          DocumentIndex.AUTHORITY_PLAN,
          DocumentIndex.CONSENT_COPIES,
          DocumentIndex.CONSENT_SHARING,
          DocumentIndex.CONSENT_PICTURES,
          DocumentIndex.CONSENT);

  /** The kinds of evidence that the index is made of. */
  static final Set<String> KINDS =
      Set.of(
          Visits.EVIDENCE,
          Kinds.CHILD_VIEW,
          Kinds.PLAN_OF_STAY_SIGNED,
          Kinds.EDUCATION_PLAN_SIGNED,
          Kinds.EDUCATION,
          Kinds.RESPITE,
          Kinds.REPORT_DRAFTED,
          Kinds.REPORT_ADDRESSED,
          Kinds.REPORT_DELIVERED);

  /** How far back evidence is looked for. */
  static LocalDate since(LocalDate day) {
    return day.minus(YEAR).minus(HALF_A_YEAR);
  }

  /**
   * What was looked up for all files.
   *
   * @param keys every key that a person is known by
   * @param shown what the desks of other rooms show the viewer of each file
   */
  record LookedUp(
      Facts facts,
      Map<UUID, LocalDate> consents,
      List<AgreedAim> aims,
      Map<UUID, LocalDate> evaluations,
      List<Plan> plans,
      Map<UUID, LocalDate> decisions,
      List<ReadinessQueries.Look> looks,
      Map<PersonId, Set<PersonId>> keys,
      Map<CaseFileId, ShownOf> shown) {
    Set<PersonId> same(PersonId person) {
      return keys.getOrDefault(person, Set.of(person));
    }
  }

  /**
   * What the viewer is shown of one file.
   *
   * @param documents what lies in it
   * @param incidents days of incidents
   */
  record ShownOf(List<DocumentIndex.Held> documents, List<LocalDate> incidents) {
    static final ShownOf NOTHING = new ShownOf(List.of(), List.of());
  }

  /** Somebody of the family, and the day on which they were last heard of. */
  private record Whose(PersonName name, LocalDate day) {}

  Readiness.Entry of(Part part) {
    return switch (part) {
      case KEY_WORKER -> one(part, header != null && header.keyWorker() != null, null);
      case DEPUTY -> one(part, header != null && header.deputy() != null, null);
      case AGREEMENT -> one(part, true, file.concludedOn());
      case CONSENT -> consent();
      case AIM -> aim();
      case EVALUATION -> evaluation();
      case PLAN_OF_STAY -> each(part, children(this::planOfStay));
      case EDUCATION_PLAN -> each(part, carers(this::educationPlan));
      case CHILD_VIEW -> each(part, children(this::view));
      case VISIT ->
          each(
              part,
              Stream.concat(carers(this::visit).stream(), children(this::visit).stream()).toList());
      case DECISION -> each(part, children(this::decision));
      case REPORT -> report();
      case DELIVERY -> delivery();
      case EDUCATION -> counted(part, carers().flatMap(one -> all(Kinds.EDUCATION, one.person())));
      case RESPITE -> counted(part, carers().flatMap(one -> all(Kinds.RESPITE, one.person())));
      case AUTHORITY_PLAN -> each(part, children(this::authorityPlan));
      case CONSENT_COPIES -> documents(part, DocumentIndex.CONSENT_COPIES::equals);
      case CONSENT_SHARING -> documents(part, DocumentIndex.CONSENT_SHARING::equals);
      case CONSENT_PICTURES -> documents(part, DocumentIndex.CONSENT_PICTURES::equals);
      case CONSENT_OTHER -> documents(part, DocumentIndex.CONSENT::equals);
      case DOCUMENT -> documents(part, kind -> !OF_THEIR_OWN.contains(kind));
      case LOOK -> newest(part, 0, looks().map(ReadinessQueries.Look::on).toList());
      case LOAN -> loan();
      case INCIDENT -> newest(part, 0, withinYear(shown().incidents()));
    };
  }

  private ShownOf shown() {
    return known.shown().getOrDefault(file.file(), ShownOf.NOTHING);
  }

  private Readiness.Entry documents(Part part, Predicate<String> kinds) {
    return newest(
        part,
        0,
        shown().documents().stream()
            .filter(one -> kinds.test(one.kind()))
            .map(DocumentIndex.Held::datedOn)
            .toList());
  }

  /** One about the child, or one that is about nobody in particular. */
  private LocalDate authorityPlan(PersonId child) {
    return shown().documents().stream()
        .filter(one -> one.kind().equals(DocumentIndex.AUTHORITY_PLAN))
        .filter(one -> one.person() == null || known.same(child).contains(one.person()))
        .map(DocumentIndex.Held::datedOn)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<ReadinessQueries.Look> looks() {
    return known.looks().stream().filter(one -> one.file().equals(file.file().value()));
  }

  /** What was lent has to be back. */
  private Readiness.Entry loan() {
    List<ReadinessQueries.Look> lent = looks().filter(one -> one.deed() == Deed.LENT).toList();
    return newest(
        Part.LOAN,
        lent.size(),
        lent.stream().filter(one -> !one.out()).map(ReadinessQueries.Look::on).toList());
  }

  private List<LocalDate> withinYear(List<LocalDate> days) {
    return days.stream().filter(on -> !on.isBefore(day.minus(YEAR))).toList();
  }

  private static Readiness.Entry one(Part part, boolean there, LocalDate last) {
    return new Readiness.Entry(part, 1, there ? 1 : 0, last, List.of());
  }

  private Readiness.Entry consent() {
    LocalDate on = known.consents().get(file.agreement().value());
    return one(Part.CONSENT, on != null, on);
  }

  private Stream<AgreedAim> aims() {
    return known.aims().stream().filter(aim -> aim.file().equals(file.file()));
  }

  private Readiness.Entry aim() {
    return newest(Part.AIM, 1, aims().map(AgreedAim::agreedOn).toList());
  }

  /** Of an aim that is younger nobody can have said yet what came of it. */
  private Readiness.Entry evaluation() {
    boolean old = aims().anyMatch(aim -> aim.agreedOn().isBefore(day.minus(HALF_A_YEAR)));
    LocalDate last = known.evaluations().get(file.file().value());
    boolean there = last != null && !last.isBefore(day.minus(YEAR));
    return new Readiness.Entry(Part.EVALUATION, old ? 1 : 0, there ? 1 : 0, last, List.of());
  }

  private LocalDate planOfStay(PersonId child) {
    return signed(PlanKind.STAY, Kinds.PLAN_OF_STAY_SIGNED, child);
  }

  private LocalDate educationPlan(PersonId carer) {
    return signed(PlanKind.EDUCATION, Kinds.EDUCATION_PLAN_SIGNED, carer);
  }

  /** A plan of which a carer has not said that they read it is not there yet. */
  private LocalDate signed(PlanKind kind, String proof, PersonId whose) {
    Set<String> plans =
        known.plans().stream()
            .filter(plan -> plan.kind() == kind && plan.file().equals(file.file()))
            .filter(plan -> known.same(whose).contains(plan.whose()))
            .map(plan -> plan.id().toString())
            .collect(Collectors.toSet());
    return all(proof, whose)
        .filter(fact -> plans.contains(fact.ref()))
        .map(Fact::on)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private LocalDate view(PersonId child) {
    return last(Kinds.CHILD_VIEW, child, day.minus(HALF_A_YEAR));
  }

  private LocalDate visit(PersonId person) {
    return last(Visits.EVIDENCE, person, day.minus(HALF_A_YEAR));
  }

  private LocalDate last(String kind, PersonId person, LocalDate from) {
    return all(kind, person)
        .map(Fact::on)
        .filter(on -> !on.isBefore(from))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private LocalDate decision(PersonId child) {
    return known.same(child).stream()
        .map(key -> known.decisions().get(key.value()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** An agreement that is younger has not come to its first one. */
  private Readiness.Entry report() {
    boolean old = file.concludedOn().isBefore(day.minus(HALF_A_YEAR));
    return newest(
        Part.REPORT,
        old ? 1 : 0,
        ofAgreement(Kinds.REPORT_DRAFTED)
            .map(Fact::on)
            .filter(on -> !on.isBefore(day.minus(YEAR)))
            .toList());
  }

  private Readiness.Entry delivery() {
    List<UUID> addressed =
        ofAgreement(Kinds.REPORT_ADDRESSED)
            .filter(fact -> !fact.on().isBefore(day.minus(YEAR)))
            .map(Fact::source)
            .toList();
    List<LocalDate> delivered =
        ofAgreement(Kinds.REPORT_DELIVERED)
            .filter(fact -> addressed.contains(fact.source()))
            .map(Fact::on)
            .toList();
    return newest(Part.DELIVERY, addressed.size(), delivered);
  }

  private Stream<Fact> ofAgreement(String kind) {
    return known.facts().of(kind, About.agreement(file.file(), file.agreement())).stream();
  }

  private Stream<Fact> all(String kind, PersonId person) {
    CaseFileId in = file.file();
    return known.facts().in(in, kind, person).stream().filter(fact -> !fact.on().isAfter(day));
  }

  private static Readiness.Entry newest(Part part, int needed, List<LocalDate> days) {
    return new Readiness.Entry(
        part,
        needed,
        days.size(),
        days.stream().max(Comparator.naturalOrder()).orElse(null),
        List.of());
  }

  private Readiness.Entry counted(Part part, Stream<Fact> facts) {
    return newest(part, 0, withinYear(facts.map(Fact::on).toList()));
  }

  private static Readiness.Entry each(Part part, List<Whose> people) {
    List<Whose> with = people.stream().filter(one -> one.day() != null).toList();
    List<PersonName> without = new ArrayList<>();
    people.stream().filter(one -> one.day() == null).forEach(one -> without.add(one.name()));
    return new Readiness.Entry(
        part,
        people.size(),
        with.size(),
        with.stream().map(Whose::day).max(Comparator.naturalOrder()).orElse(null),
        without);
  }

  private Stream<CaseFiles.Carer> carers() {
    return file.carers().stream().filter(one -> one.role() == PartRole.CARER);
  }

  private List<Whose> carers(Function<PersonId, LocalDate> day) {
    return carers().map(one -> new Whose(one.name(), day.apply(one.person()))).toList();
  }

  private List<Whose> children(Function<PersonId, LocalDate> day) {
    return file.children().stream()
        .map(one -> new Whose(one.name(), day.apply(one.person())))
        .toList();
  }
}
