package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.Safety;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contact plans as pages show them. */
@Component(service = PlanReader.class)
public final class PlanReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Safety safety;
  private final Choices choices;

  @Activate
  public PlanReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Safety safety,
      @Reference Choices choices) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.safety = safety;
    this.choices = choices;
  }

  /** One plan. */
  public PlanView view(Viewer viewer, PlanId id) {
    return transactions.read(
        em -> {
          PlanRow row = PlanQueries.plan(em, id.value());
          if (row == null) {
            throw new NotFound();
          }
          door.require(
              viewer,
              SupervisedContactsModule.READ,
              new CaseFileId(row.caseFile()),
              new ChildFileId(row.childFile()),
              new PersonId(row.child()));
          return views(em, viewer, List.of(row)).get(0);
        });
  }

  /** Of these keys those of plans of which the viewer may know. */
  public Set<UUID> known(Viewer viewer, Collection<UUID> keys) {
    return transactions.read(
        em ->
            Set.copyOf(
                PlanQueries.reached(
                    em, access.scope(viewer, SupervisedContactsModule.READ), keys)));
  }

  /** Plans of these children, newest first. */
  public List<PlanView> of(Viewer viewer, Collection<ChildFileId> childFiles) {
    return transactions.read(
        em ->
            views(
                em,
                viewer,
                PlanQueries.plans(
                    em,
                    access.scope(viewer, SupervisedContactsModule.READ),
                    childFiles.stream().map(ChildFileId::value).toList())));
  }

  private List<PlanView> views(EntityManager em, Viewer viewer, List<PlanRow> rows) {
    List<UUID> keys = rows.stream().map(PlanRow::id).toList();
    Map<UUID, ContactPlan> plans = PlanQueries.byKey(em, keys);
    Map<UUID, List<PlanView.Person>> named = named(em, viewer, plans);
    Map<UUID, Set<String>> places = PlanQueries.places(em, keys);
    Choices.Spoken spoken = choices.all(Places.LIST);
    List<PersonId> children = rows.stream().map(row -> new PersonId(row.child())).toList();
    Map<PersonId, PersonName> names = people.names(viewer, children);
    Map<PersonId, List<Safety.Alert>> alerts = safety.alerts(viewer, children);
    return rows.stream()
        .map(
            row ->
                new PlanView(
                    row,
                    names.get(new PersonId(row.child())),
                    alerts.getOrDefault(new PersonId(row.child()), List.of()),
                    spoken.terms(places.getOrDefault(row.id(), Set.of())),
                    words(
                        plans.get(row.id()),
                        SealedTexts.LANGUAGES,
                        plans.get(row.id()).languages()),
                    words(
                        plans.get(row.id()),
                        SealedTexts.CONDITIONS,
                        plans.get(row.id()).conditions()),
                    named.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private String words(ContactPlan plan, String place, byte[] words) {
    return sealed.open(plan.childFile(), place, plan.id().value(), words);
  }

  /** The people of these plans, in as many questions however many there are. */
  private Map<UUID, List<PlanView.Person>> named(
      EntityManager em, Viewer viewer, Map<UUID, ContactPlan> plans) {
    List<PlanPerson> all = PlanQueries.people(em, plans.keySet());
    Map<UUID, Set<PersonId>> groups =
        PlanQueries.together(
            em,
            all.stream()
                .map(PlanPerson::together)
                .filter(Objects::nonNull)
                .map(TogetherId::value)
                .collect(Collectors.toSet()));
    Set<PersonId> asked = new HashSet<>();
    all.stream().map(PlanPerson::person).filter(Objects::nonNull).forEach(asked::add);
    groups.values().forEach(asked::addAll);
    Map<PersonId, PersonName> seen = people.names(viewer, asked);
    Choices.Spoken kin = choices.all(Kin.LIST);
    return all.stream()
        .collect(
            Collectors.groupingBy(
                person -> person.plan().value(),
                Collectors.mapping(
                    person -> person(plans.get(person.plan().value()), person, groups, seen, kin),
                    Collectors.collectingAndThen(
                        Collectors.toList(), named -> inOrder(named, kin)))));
  }

  private PlanView.Person person(
      ContactPlan plan,
      PlanPerson person,
      Map<UUID, Set<PersonId>> groups,
      Map<PersonId, PersonName> seen,
      Choices.Spoken kin) {
    Set<PersonId> group =
        person.together() == null
            ? Set.of()
            : groups.getOrDefault(person.together().value(), Set.of());
    PersonId known = person.person();
    return new PlanView.Person(
        person.id(),
        known != null && seen.containsKey(known) ? known : null,
        known != null,
        name(plan, person),
        kin.term(person.kin()),
        person.standing(),
        person.forbiddenBasis(),
        person.forbiddenReference(),
        group.stream()
            .filter(one -> !one.equals(plan.child()))
            .map(one -> new PlanView.Sibling(one, seen.get(one)))
            .sorted(Comparator.comparing(one -> one.name() == null ? "" : one.name().listed()))
            .toList());
  }

  private String name(ContactPlan plan, PlanPerson person) {
    return sealed.open(plan.childFile(), SealedTexts.NAME, person.id().value(), person.name());
  }

  /** In the order of the list, at first as one speaks of a family. */
  private static List<PlanView.Person> inOrder(List<PlanView.Person> people, Choices.Spoken kin) {
    return people.stream()
        .sorted(
            Comparator.comparingInt((PlanView.Person person) -> kin.place(person.kin().code()))
                .thenComparing(PlanView.Person::name))
        .toList();
  }
}
