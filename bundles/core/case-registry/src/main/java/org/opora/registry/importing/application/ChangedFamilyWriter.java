package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.persistence.Keys;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.files.application.BroughtHandovers;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.ImportChange.Kind;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.Merge;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.domain.ValueMap;
import org.opora.registry.people.domain.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes what the file changed of a family that is here already, through the ordinary use cases.
 */
@Component(service = ChangedFamilyWriter.class)
public final class ChangedFamilyWriter {
  private final People people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final Arrivals arrivals;
  private final Placements placements;
  private final BroughtHandovers workers;
  private final Snapshots snapshots;
  private final Balances balances;

  @Activate
  public ChangedFamilyWriter(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Arrivals arrivals,
      @Reference Placements placements,
      @Reference BroughtHandovers workers,
      @Reference Keys keys) {
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.arrivals = arrivals;
    this.placements = placements;
    this.workers = workers;
    this.snapshots = new Snapshots(keys);
    this.balances = new Balances(keys);
  }

  Written write(EntityManager em, Viewer viewer, Plan plan, Journal journal) {
    Existing existing = plan.existing();
    Family family = plan.family();
    CaseFileId file = existing.file();
    Map<Integer, UUID> carers = carers(em, viewer, plan, journal);
    UUID agreement = agreement(viewer, plan, journal);
    assignment(em, viewer, plan, journal);
    Map<Integer, UUID> children = new LinkedHashMap<>();
    Map<Integer, UUID> stays = new LinkedHashMap<>();
    for (Plan.ChildPlan child : plan.children()) {
      if (child.existing() == null) {
        arrive(viewer, family, child.child(), file, journal, children, stays);
      } else {
        amend(em, viewer, child, file, journal);
        children.put(child.child().row(), child.existing().person().id().value());
        stays.put(child.child().row(), child.existing().stay().id().value());
      }
    }
    Written written = new Written(file, carers, children);
    remember(em, plan, written, agreement, stays, journal);
    opening(em, viewer, plan, written, journal);
    return written;
  }

  private Map<Integer, UUID> carers(EntityManager em, Viewer viewer, Plan plan, Journal journal) {
    Map<Integer, UUID> carers = new LinkedHashMap<>();
    Existing existing = plan.existing();
    for (Family.Carer carer : plan.family().carers()) {
      PersonView known = existing.carer(carer.slot());
      if (known == null) {
        PersonId person = people.register(viewer, PersonValues.carer(plan.family(), carer));
        journal.created(Kind.NEW_PERSON, person.value(), existing.file());
        files.addCarer(viewer, existing.file(), person, viewer.today());
        journal.created(Kind.NEW_CARER, person.value(), existing.file());
        carers.put(carer.slot(), person.value());
      } else {
        amend(em, viewer, known, carer(plan, carer, known), existing.file(), journal);
        carers.put(carer.slot(), known.id().value());
      }
    }
    return carers;
  }

  private static NewPerson carer(Plan plan, Family.Carer carer, PersonView known) {
    boolean first = carer.slot() == 1;
    Merge merge = plan.merge();
    boolean contact = known.id().equals(plan.existing().contact());
    Column family = first ? Column.CARER1_FAMILY : Column.CARER2_FAMILY;
    Column given = first ? Column.CARER1_GIVEN : Column.CARER2_GIVEN;
    Column birth = first ? Column.CARER1_BIRTH : Column.CARER2_BIRTH;
    Column number = first ? Column.CARER1_NATIONAL_ID : Column.CARER2_NATIONAL_ID;
    ValueMap result = merge.result(plan.existing().here());
    boolean moved = merge.takes(Column.STREET, Column.TOWN, Column.POSTAL_CODE);
    return new NewPerson(
        new PersonName(
            merge.takes(given) ? result.text(given) : known.name().given(),
            merge.takes(family) ? result.text(family) : known.name().family()),
        merge.takes(birth) ? result.date(birth) : known.birthDate(),
        merge.takes(number) ? result.get(number) : known.nationalId(),
        contact && merge.takes(Column.PHONE) ? result.get(Column.PHONE) : known.phone(),
        contact && merge.takes(Column.EMAIL) ? result.get(Column.EMAIL) : known.email(),
        moved ? PersonValues.address(result) : known.address(),
        known.undisclosedHere() || plan.family().undisclosed());
  }

  private void amend(
      EntityManager em,
      Viewer viewer,
      PersonView known,
      NewPerson now,
      CaseFileId file,
      Journal journal) {
    NewPerson before = Images.asWritten(known);
    if (Images.person(before).equals(Images.person(now))) {
      return;
    }
    people.amend(viewer, known.id(), known.version(), now);
    em.flush();
    long version = em.find(Person.class, known.id().value()).version();
    journal.changed(Kind.PERSON, known.id().value(), file, version, Images.person(before));
  }

  private UUID agreement(Viewer viewer, Plan plan, Journal journal) {
    Agreements.Agreement known = plan.existing().agreement();
    CaseFileId file = plan.existing().file();
    if (known == null) {
      NewAgreement agreement = NewFamilyWriter.agreement(plan.family());
      if (agreement == null) {
        return null;
      }
      AgreementId id = arrivals.conclude(viewer, file, agreement);
      LocalDate end = plan.family().values().date(Column.ENDED_ON);
      if (end != null) {
        arrivals.end(viewer, id, end);
      }
      long version = agreements.find(viewer, id).version();
      journal.changed(Kind.NEW_AGREEMENT, id.value(), file, version, null);
      return id.value();
    }
    Merge merge = plan.merge();
    if (merge.takes(
        Column.CARE_KIND,
        Column.MEDIATED,
        Column.CONCLUDED_ON,
        Column.ENDED_ON,
        Column.AUTHORITY)) {
      ValueMap result = merge.result(plan.existing().here());
      NewAgreement now =
          new NewAgreement(
              CareKind.valueOf(result.text(Column.CARE_KIND)),
              Boolean.parseBoolean(result.text(Column.MEDIATED)),
              result.date(Column.CONCLUDED_ON),
              result.get(Column.AUTHORITY));
      LocalDate end = result.date(Column.ENDED_ON);
      end = end != null && end.isBefore(now.concludedOn()) ? now.concludedOn() : end;
      arrivals.amend(viewer, known.id(), known.version(), now, end);
      long version = agreements.find(viewer, known.id()).version();
      journal.changed(Kind.AGREEMENT, known.id().value(), file, version, Images.agreement(known));
    }
    return known.id().value();
  }

  private void assignment(EntityManager em, Viewer viewer, Plan plan, Journal journal) {
    Merge merge = plan.merge();
    if (!merge.takes(Column.KEY_WORKER, Column.DEPUTY)) {
      return;
    }
    CaseFiles.Header header = plan.existing().cover().header();
    ValueMap theirs = plan.family().values();
    StaffId keyWorker =
        merge.takes(Column.KEY_WORKER)
            ? NewFamilyWriter.staff(em, journal, theirs.get(Column.KEY_WORKER))
            : header.keyWorker();
    StaffId deputy =
        merge.takes(Column.DEPUTY)
            ? NewFamilyWriter.staff(em, journal, theirs.get(Column.DEPUTY))
            : header.deputy();
    UUID handover =
        workers.follow(
            viewer, header, keyWorker, deputy != null && deputy.equals(keyWorker) ? null : deputy);
    String before =
        Packed.list(
            Arrays.asList(
                Images.text(header.keyWorker()),
                Images.text(header.deputy()),
                Images.text(handover)));
    journal.changed(Kind.ASSIGNMENT, header.id().value(), header.id(), 0, before);
  }

  private void arrive(
      Viewer viewer,
      Family family,
      Family.Child child,
      CaseFileId file,
      Journal journal,
      Map<Integer, UUID> children,
      Map<Integer, UUID> stays) {
    PersonId person = people.register(viewer, PersonValues.child(family, child));
    journal.created(Kind.NEW_PERSON, person.value(), file);
    PlacementId stay =
        placements.place(
            viewer, file, person, child.placedOn(), child.values().get(Column.COURT_REFERENCE));
    journal.created(Kind.NEW_PLACEMENT, stay.value(), file);
    LocalDate last = child.leftOn();
    if (last != null) {
      placements.end(viewer, stay, last);
    }
    children.put(child.row(), person.value());
    stays.put(child.row(), stay.value());
  }

  private void amend(
      EntityManager em, Viewer viewer, Plan.ChildPlan plan, CaseFileId file, Journal journal) {
    Merge merge = plan.merge();
    Existing.Child known = plan.existing();
    ValueMap result = merge.result(known.here());
    PersonView person = known.person();
    NewPerson before = Images.asWritten(person);
    NewPerson now =
        new NewPerson(
            new PersonName(result.text(Column.CHILD_GIVEN), result.text(Column.CHILD_FAMILY)),
            result.date(Column.CHILD_BIRTH),
            result.get(Column.CHILD_NATIONAL_ID),
            before.phone(),
            before.email(),
            before.address(),
            before.undisclosed());
    amend(em, viewer, person, now, file, journal);
    if (merge.takes(Column.PLACED_ON, Column.LEFT_ON, Column.COURT_REFERENCE)) {
      Placements.Stay stay = known.stay();
      LocalDate from = result.date(Column.PLACED_ON);
      LocalDate last = result.date(Column.LEFT_ON);
      last = last != null && last.isBefore(from) ? from : last;
      placements.amend(
          viewer, stay.id(), stay.version(), from, last, result.get(Column.COURT_REFERENCE));
      long version = placements.find(viewer, stay.id()).version();
      journal.changed(Kind.PLACEMENT, stay.id().value(), file, version, Images.stay(stay));
    }
  }

  private void remember(
      EntityManager em,
      Plan plan,
      Written written,
      UUID agreement,
      Map<Integer, UUID> stays,
      Journal journal) {
    CaseFileId file = written.file();
    Family family = plan.family();
    String mark = snapshots.mark(family.key());
    UUID own = plan.existing().snapshot() == null ? Ids.next() : plan.existing().snapshot().id();
    if (plan.existing().snapshot() == null) {
      em.persist(
          new Imported(
              own,
              mark,
              file.value(),
              null,
              null,
              written.carers().get(1),
              written.carers().get(2),
              agreement,
              snapshots.seal(file, own, family.remembered())));
      journal.created(Kind.NEW_SNAPSHOT, own, file);
    } else {
      Imported row = em.find(Imported.class, own);
      String before =
          Packed.list(
              Arrays.asList(
                  Packed.values(snapshots.values(row)),
                  Images.text(row.carer1()),
                  Images.text(row.carer2()),
                  Images.text(row.agreement())));
      row.says(snapshots.seal(file, own, family.remembered()));
      row.carers(written.carers().get(1), written.carers().get(2), agreement);
      journal.changed(Kind.SNAPSHOT, own, file, 0, before);
    }
    for (Plan.ChildPlan child : plan.children()) {
      remember(em, child, mark, file, written, stays, journal);
    }
    String before = new Contacts(em).replace(file, own, written.met(family));
    journal.changed(Kind.CONTACT, own, file, 0, before);
  }

  private void remember(
      EntityManager em,
      Plan.ChildPlan plan,
      String mark,
      CaseFileId file,
      Written written,
      Map<Integer, UUID> stays,
      Journal journal) {
    Family.Child child = plan.child();
    Imported known = plan.existing() == null ? null : plan.existing().snapshot();
    if (known == null) {
      UUID row = Ids.next();
      UUID person = written.children().get(child.row());
      byte[] values = snapshots.seal(file, row, child.remembered());
      em.persist(
          new Imported(
              row, mark, file.value(), person, stays.get(child.row()), null, null, null, values));
      journal.created(Kind.NEW_SNAPSHOT, row, file);
      return;
    }
    Imported row = em.find(Imported.class, known.id());
    ValueMap before = snapshots.values(row);
    if (!before.equals(child.remembered())) {
      row.says(snapshots.seal(file, row.id(), child.remembered()));
      journal.changed(
          Kind.SNAPSHOT,
          row.id(),
          file,
          0,
          Packed.list(Arrays.asList(Packed.values(before), null, null, null)));
    }
  }

  private void opening(
      EntityManager em, Viewer viewer, Plan plan, Written written, Journal journal) {
    CaseFileId file = written.file();
    List<OpeningBalance> known = plan.existing().balances();
    ValueMap values = plan.family().values();
    Merge merge = plan.merge();
    if (merge.takes(Column.EDUCATION_HOURS)) {
      balances.update(
          em,
          viewer,
          journal,
          file,
          known,
          List.copyOf(written.carers().values()),
          OpeningBalance.Kind.EDUCATION_HOURS,
          values.decimal(Column.EDUCATION_HOURS),
          null);
    }
    List<UUID> nobody = new ArrayList<>();
    nobody.add(null);
    if (merge.takes(Column.RESPITE_DAYS)) {
      balances.update(
          em,
          viewer,
          journal,
          file,
          known,
          nobody,
          OpeningBalance.Kind.RESPITE_DAYS,
          values.decimal(Column.RESPITE_DAYS),
          null);
    }
    if (merge.takes(Column.NOTE)) {
      balances.update(
          em,
          viewer,
          journal,
          file,
          known,
          nobody,
          OpeningBalance.Kind.NOTE,
          null,
          plan.family().remembered().get(Column.NOTE));
    }
    for (Plan.ChildPlan child : plan.children()) {
      String note = child.child().values().get(Column.NOTE);
      boolean say = child.existing() == null ? note != null : child.merge().takes(Column.NOTE);
      if (say) {
        List<UUID> person =
            List.of(Objects.requireNonNull(written.children().get(child.child().row())));
        balances.update(
            em, viewer, journal, file, known, person, OpeningBalance.Kind.NOTE, null, note);
      }
    }
  }
}
