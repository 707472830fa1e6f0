package org.opora.supervisedcontacts.preparation.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.Preparation;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.preparation.persistence.PreparationQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Preparations as pages, and whatever is written for somebody outside, show them. */
@Component(service = PreparationReader.class)
public final class PreparationReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final Voice voice;
  private final People people;
  private final Staff staff;

  @Activate
  public PreparationReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Staff staff) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.voice = new Voice(access, files);
    this.people = people;
    this.staff = staff;
  }

  /** Of a plan, the last one first. */
  public List<PreparationView> of(Viewer viewer, PlanId plan) {
    return transactions.read(
        em -> {
          door.require(viewer, SupervisedContactsModule.READ, Plans.find(em, plan).whose());
          return views(viewer, PreparationQueries.ofPlan(em, plan.value()));
        });
  }

  /**
   * What a child said that these, who are outside of the file, would read: nothing else may be
   * handed to them. Only what the viewer reads.
   */
  public List<PreparationView> as(Viewer viewer, PlanId plan, Circle circle) {
    return of(viewer, plan).stream()
        .filter(one -> one.ofChild() && one.struckOn() == null)
        .filter(one -> one.opened() && one.readers().contains(circle))
        .toList();
  }

  /** One preparation. */
  public PreparationView view(Viewer viewer, PreparationId id) {
    return transactions.read(
        em -> {
          Preparation row = Preparations.find(em, id);
          door.require(viewer, SupervisedContactsModule.READ, row.whose());
          return views(viewer, List.of(row)).get(0);
        });
  }

  private List<PreparationView> views(Viewer viewer, List<Preparation> rows) {
    Set<PersonId> asked = new HashSet<>();
    rows.forEach(row -> asked.add(row.whose().child()));
    rows.stream().map(Preparation::person).filter(Objects::nonNull).forEach(asked::add);
    Map<PersonId, PersonName> names = people.names(viewer, asked);
    Map<StaffId, String> colleagues =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.doneBy(), row.struckBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> view(viewer, row, names, colleagues)).toList();
  }

  private PreparationView view(
      Viewer viewer,
      Preparation row,
      Map<PersonId, PersonName> names,
      Map<StaffId, String> colleagues) {
    boolean opened =
        row.whom() == Whom.CHILD
            ? voice.reads(viewer, row)
            : door.readsWords(viewer, row.childFile());
    return new PreparationView(
        row.id(),
        row.version(),
        row.whose(),
        names.get(row.whose().child()),
        row.plan(),
        row.whom(),
        row.person() != null && names.containsKey(row.person()) ? row.person() : null,
        open(row, PreparationSeals.NAME, row.name()),
        row.day(),
        colleagues.get(row.doneBy()),
        opened ? open(row, PreparationSeals.WANTS, row.wants()) : null,
        opened ? open(row, PreparationSeals.FEARS, row.fears()) : null,
        opened ? open(row, PreparationSeals.EXPECTS, row.expects()) : null,
        row.readers(),
        row.chosenBy(),
        row.chosenOn(),
        opened,
        row.whom() == Whom.CHILD && (opened || voice.narrows(viewer, row)),
        row.struckOn(),
        row.struckBy() == null ? null : colleagues.get(row.struckBy()));
  }

  private String open(Preparation row, String place, byte[] words) {
    return sealed.open(row.childFile(), place, row.key(), words);
  }
}
