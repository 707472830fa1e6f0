package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.registry.files.application.FamilyArrivals;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.ImportChange.Kind;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.ValueMap;
import org.opora.registry.people.application.PersonArrivals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes a family that is not here yet. */
@Component(service = NewFamilyWriter.class)
public final class NewFamilyWriter {
  private final PersonArrivals people;
  private final FamilyArrivals files;
  private final Snapshots snapshots;
  private final Balances balances;

  @Activate
  public NewFamilyWriter(
      @Reference PersonArrivals people, @Reference FamilyArrivals files, @Reference Keys keys) {
    this.people = people;
    this.files = files;
    this.snapshots = new Snapshots(keys);
    this.balances = new Balances(keys);
  }

  Written write(EntityManager em, Viewer viewer, Family family, Journal journal) {
    Map<Integer, UUID> carers = new LinkedHashMap<>();
    for (Family.Carer carer : family.carers()) {
      carers.put(
          carer.slot(), people.arrive(em, viewer, PersonValues.carer(family, carer)).value());
    }
    Map<Integer, UUID> children = new LinkedHashMap<>();
    List<FamilyArrivals.Stay> stays = new ArrayList<>();
    for (Family.Child child : family.children()) {
      UUID again = again(family, child, children);
      UUID person =
          again == null
              ? people.arrive(em, viewer, PersonValues.child(family, child)).value()
              : again;
      children.put(child.row(), person);
      stays.add(
          new FamilyArrivals.Stay(
              new PersonId(person),
              child.placedOn(),
              child.leftOn(),
              child.values().get(Column.COURT_REFERENCE)));
    }
    em.flush();
    StaffId keyWorker = staff(em, journal, family.values().get(Column.KEY_WORKER));
    StaffId deputy = staff(em, journal, family.values().get(Column.DEPUTY));
    FamilyArrivals.Settled settled =
        files.settle(
            em,
            viewer,
            new FamilyArrivals.Arrival(
                family.number().isEmpty() ? null : family.values().text(Column.FILE_NUMBER),
                family.coverName(),
                Register.openedOn(family, viewer.today()),
                carers.values().stream().map(PersonId::new).toList(),
                agreement(family),
                family.values().date(Column.ENDED_ON),
                stays,
                keyWorker,
                deputy != null && deputy.equals(keyWorker) ? null : deputy));
    List<UUID> placements = settled.placements().stream().map(one -> one.value()).toList();
    UUID agreement = settled.agreement() == null ? null : settled.agreement().value();
    Written written = new Written(settled.file(), carers, children);
    remember(em, family, written, agreement, placements, journal);
    carers.values().forEach(person -> journal.arrived(Kind.NEW_PERSON, person));
    children.values().stream()
        .distinct()
        .forEach(person -> journal.arrived(Kind.NEW_PERSON, person));
    // Taken back in reverse order: the file goes before the people it names.
    journal.arrived(Kind.NEW_FILE, settled.file().value());
    opening(em, viewer, family, written, journal);
    journal.family(settled.file());
    return written;
  }

  /** The same child twice in one family is one person with two stays. */
  private static UUID again(Family family, Family.Child child, Map<Integer, UUID> children) {
    for (Family.Child other : family.children()) {
      boolean same =
          other.row() < child.row()
              && child.nationalId() != null
              && child.nationalId().equals(other.nationalId())
              && child.given().equals(other.given())
              && other.leftOn() != null
              && !child.placedOn().isBefore(other.leftOn());
      if (same) {
        return children.get(other.row());
      }
    }
    return null;
  }

  static NewAgreement agreement(Family family) {
    ValueMap values = family.values();
    LocalDate concluded = values.date(Column.CONCLUDED_ON);
    return concluded == null
        ? null
        : new NewAgreement(
            values.careKind(),
            Boolean.parseBoolean(values.text(Column.MEDIATED)),
            concluded,
            values.get(Column.AUTHORITY));
  }

  static StaffId staff(EntityManager em, Journal journal, String name) {
    if (name == null) {
      return null;
    }
    StaffNames names = new StaffNames(em);
    StaffId known = names.find(name);
    if (known != null) {
      return known;
    }
    StaffId added = names.add(name);
    journal.created(Kind.NEW_STAFF, added.value(), null);
    return added;
  }

  private void remember(
      EntityManager em,
      Family family,
      Written written,
      UUID agreement,
      List<UUID> placements,
      Journal journal) {
    String mark = snapshots.mark(family.key());
    CaseFileId file = written.file();
    UUID own = Ids.next();
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
    new Contacts(em).write(file, own, written.met(family));
    int place = 0;
    for (Family.Child child : family.children()) {
      UUID row = Ids.next();
      UUID person = written.children().get(child.row());
      em.persist(
          new Imported(
              row,
              mark,
              file.value(),
              person,
              placements.get(place++),
              null,
              null,
              null,
              snapshots.seal(file, row, child.remembered())));
      journal.arrived(Kind.NEW_SNAPSHOT, row);
    }
    journal.arrived(Kind.NEW_SNAPSHOT, own);
  }

  private void opening(
      EntityManager em, Viewer viewer, Family family, Written written, Journal journal) {
    CaseFileId file = written.file();
    ValueMap values = family.values();
    for (UUID carer : written.carers().values()) {
      balance(
          journal,
          balances.arrive(
              em,
              viewer,
              file,
              carer,
              OpeningBalance.Kind.EDUCATION_HOURS,
              values.decimal(Column.EDUCATION_HOURS),
              null));
    }
    balance(
        journal,
        balances.arrive(
            em,
            viewer,
            file,
            null,
            OpeningBalance.Kind.RESPITE_DAYS,
            values.decimal(Column.RESPITE_DAYS),
            null));
    for (Family.Note note : family.notes()) {
      UUID child = written.children().get(note.row());
      balance(
          journal,
          balances.arrive(em, viewer, file, child, OpeningBalance.Kind.NOTE, null, note.text()));
    }
  }

  private static void balance(Journal journal, UUID balance) {
    if (balance != null) {
      journal.arrived(Kind.NEW_BALANCE, balance);
    }
  }
}
