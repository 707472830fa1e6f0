package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.persistence.Keys;
import org.opora.api.staff.Staff;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.Folded;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.ValueMap;
import org.opora.registry.importing.persistence.ImportStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds a family of the file in the register, and says how it stands here, in the columns of the
 * file.
 */
@Component(service = Register.class)
public final class Register {
  private static final ValueMap NOTHING = new ValueMap(Map.of());
  private final People people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final Placements placements;
  private final Staff staff;
  private final Snapshots snapshots;

  @Activate
  public Register(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Placements placements,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.placements = placements;
    this.staff = staff;
    this.snapshots = new Snapshots(keys);
  }

  /**
   * Keys of those of these families that are here, or may be. Mostly none is, and one question for
   * many spares three for each.
   */
  Set<String> known(EntityManager em, Collection<Family> families) {
    Map<String, String> marks = new HashMap<>();
    Map<String, String> numbers = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (Family family : families) {
      marks.put(snapshots.mark(family.key()), family.key());
      String number = family.values().get(Column.FILE_NUMBER);
      String other = number == null ? null : numbers.putIfAbsent(number, family.key());
      if (other != null) {
        // The first of the two will have taken the number when the second one comes.
        known.add(family.key());
      }
    }
    ImportStore store = new ImportStore(em);
    store.marksAmong(marks.keySet()).forEach(mark -> known.add(marks.get(mark)));
    if (!numbers.isEmpty()) {
      store.numbersAmong(numbers.keySet()).forEach(number -> known.add(numbers.get(number)));
    }
    return known;
  }

  /**
   * Rows that an import remembers of this family: its own and one for each child; empty when it is
   * not here.
   */
  List<Imported> remembered(EntityManager em, Family family) {
    ImportStore store = new ImportStore(em);
    return store.byMark(snapshots.mark(family.key())).stream()
        .filter(row -> row.child() == null)
        .findFirst()
        .map(row -> store.ofFile(row.caseFile()))
        .orElse(List.of());
  }

  ValueMap values(Imported row) {
    return snapshots.values(row);
  }

  /** The family as it is here; null when it is new. */
  Existing find(EntityManager em, Viewer viewer, Family family, List<Imported> remembered) {
    CaseFileId file =
        remembered.isEmpty()
            ? byNumber(em, viewer, family)
            : new CaseFileId(remembered.get(0).caseFile());
    if (file == null) {
      return null;
    }
    return at(em, viewer, file, family, remembered);
  }

  /** A file opened by hand; the plain question comes first, because mostly there is none. */
  private CaseFileId byNumber(EntityManager em, Viewer viewer, Family family) {
    String number = family.values().get(Column.FILE_NUMBER);
    boolean taken =
        number != null
            && em.createQuery(
                        "SELECT COUNT(f.id) FROM CaseFile f WHERE f.number = :number", Long.class)
                    .setParameter("number", number)
                    .getSingleResult()
                > 0;
    return taken ? files.find(viewer, number).orElse(null) : null;
  }

  /**
   * The family of this file.
   *
   * @param family as the spreadsheet has it, by which people are found when no import remembers
   *     them; null when one does
   */
  Existing at(
      EntityManager em, Viewer viewer, CaseFileId file, Family family, List<Imported> remembered) {
    Imported own = remembered.stream().filter(row -> row.child() == null).findFirst().orElse(null);
    CaseFiles.Cover cover = files.cover(viewer, file);
    Agreements.Agreement agreement = agreement(viewer, file, own);
    List<PersonView> carers =
        own == null
            ? byName(viewer, cover, family)
            : Arrays.asList(view(viewer, own.carer1()), view(viewer, own.carer2()));
    List<OpeningBalance> balances = new ImportStore(em).balances(file.value());
    List<Existing.Child> children = children(viewer, file, remembered, balances);
    ValueMap base = own == null ? NOTHING : snapshots.values(own);
    Existing existing =
        new Existing(file, own, base, NOTHING, carers, agreement, cover, balances, children);
    return new Existing(
        file, own, base, here(existing), carers, agreement, cover, balances, children);
  }

  /** The one that an import brought; the newest when none did. Null when there is none. */
  private Agreements.Agreement agreement(Viewer viewer, CaseFileId file, Imported own) {
    UUID brought = own == null ? null : own.agreement();
    return agreements.of(viewer, file).stream()
        .filter(one -> brought == null || one.id().value().equals(brought))
        .findFirst()
        .orElse(null);
  }

  private List<PersonView> byName(Viewer viewer, CaseFiles.Cover cover, Family family) {
    PersonView[] carers = new PersonView[2];
    for (Family.Carer carer : family.carers()) {
      for (CaseFiles.Carer known : cover.header().carers()) {
        if (Folded.of(known.name().spoken())
            .equals(Folded.of((carer.given() + " " + carer.family()).strip()))) {
          carers[carer.slot() - 1] = people.view(viewer, known.person());
        }
      }
    }
    return Arrays.asList(carers);
  }

  private List<Existing.Child> children(
      Viewer viewer, CaseFileId file, List<Imported> remembered, List<OpeningBalance> balances) {
    List<Existing.Child> children = new ArrayList<>();
    List<Placements.Stay> stays = placements.of(viewer, file);
    for (Placements.Stay stay : stays) {
      Imported row =
          remembered.stream()
              .filter(one -> stay.id().value().equals(one.placement()))
              .findFirst()
              .orElse(null);
      ValueMap base = row == null ? NOTHING : snapshots.values(row);
      PersonView person = people.view(viewer, stay.child());
      children.add(new Existing.Child(row, base, here(person, stay, base, balances), person, stay));
    }
    return children;
  }

  private ValueMap here(
      PersonView person, Placements.Stay stay, ValueMap base, List<OpeningBalance> balances) {
    Map<Column, String> here = new EnumMap<>(Column.class);
    here.put(Column.CHILD_FAMILY, person.name().family());
    here.put(Column.CHILD_GIVEN, person.name().given());
    here.put(Column.CHILD_NATIONAL_ID, person.nationalId());
    here.put(Column.CHILD_BIRTH, Images.text(person.birthDate()));
    here.put(Column.PLACED_ON, Images.text(stay.from()));
    here.put(Column.LEFT_ON, Images.text(stay.until()));
    here.put(Column.COURT_REFERENCE, stay.courtReference());
    here.put(Column.LAST_CONTACT, base.get(Column.LAST_CONTACT));
    here.put(
        Column.NOTE,
        unconfirmed(
            balances, OpeningBalance.Kind.NOTE, person.id().value(), base.get(Column.NOTE)));
    return new ValueMap(here);
  }

  private ValueMap here(Existing existing) {
    Map<Column, String> here = new EnumMap<>(Column.class);
    ValueMap base = existing.base();
    here.put(Column.FILE_NUMBER, existing.cover().header().number());
    person(
        here,
        existing.carer(1),
        Column.CARER1_FAMILY,
        Column.CARER1_GIVEN,
        Column.CARER1_BIRTH,
        Column.CARER1_NATIONAL_ID);
    person(
        here,
        existing.carer(2),
        Column.CARER2_FAMILY,
        Column.CARER2_GIVEN,
        Column.CARER2_BIRTH,
        Column.CARER2_NATIONAL_ID);
    PersonView first = existing.carer(1) == null ? existing.carer(2) : existing.carer(1);
    if (first != null && first.address() != null) {
      here.put(Column.STREET, first.address().street());
      here.put(Column.TOWN, first.address().town());
      here.put(Column.POSTAL_CODE, first.address().postalCode());
    }
    existing.carers().stream()
        .filter(carer -> carer != null && carer.id().equals(existing.contact()))
        .forEach(
            carer -> {
              here.put(Column.PHONE, carer.phone());
              here.put(Column.EMAIL, carer.email());
            });
    agreement(here, existing.agreement());
    here.put(
        Column.KEY_WORKER,
        name(existing.cover().header().keyWorker(), base.get(Column.KEY_WORKER)));
    here.put(Column.DEPUTY, name(existing.cover().header().deputy(), base.get(Column.DEPUTY)));
    here.put(Column.LAST_CONTACT, base.get(Column.LAST_CONTACT));
    List<OpeningBalance> balances = existing.balances();
    here.put(
        Column.EDUCATION_HOURS,
        unconfirmed(
            balances, OpeningBalance.Kind.EDUCATION_HOURS, null, base.get(Column.EDUCATION_HOURS)));
    here.put(
        Column.RESPITE_DAYS,
        unconfirmed(
            balances, OpeningBalance.Kind.RESPITE_DAYS, null, base.get(Column.RESPITE_DAYS)));
    here.put(Column.NOTE, base.get(Column.NOTE));
    return new ValueMap(here);
  }

  private static void agreement(Map<Column, String> here, Agreements.Agreement agreement) {
    if (agreement != null) {
      here.put(Column.CARE_KIND, agreement.kind().name());
      here.put(Column.MEDIATED, String.valueOf(agreement.mediated()));
      here.put(Column.CONCLUDED_ON, Images.text(agreement.concludedOn()));
      here.put(Column.ENDED_ON, Images.text(agreement.endedOn()));
      here.put(Column.AUTHORITY, agreement.authority());
    }
  }

  private static void person(
      Map<Column, String> here,
      PersonView person,
      Column family,
      Column given,
      Column birth,
      Column nationalId) {
    if (person != null) {
      here.put(family, person.name().family());
      here.put(given, person.name().given());
      here.put(birth, Images.text(person.birthDate()));
      here.put(nationalId, person.nationalId());
    }
  }

  /** The name here, in the spelling of the file when only titles differ. */
  private String name(StaffId member, String asImported) {
    if (member == null) {
      return null;
    }
    String name = staff.names(List.of(member)).get(member);
    return asImported != null && name != null && StaffNames.same(name, asImported)
        ? asImported
        : name;
  }

  /** What a person has confirmed is not the spreadsheet's any more. */
  private static String unconfirmed(
      List<OpeningBalance> balances, OpeningBalance.Kind kind, UUID person, String base) {
    boolean confirmed =
        balances.stream()
            .filter(one -> one.kind() == kind && (person == null || person.equals(one.person())))
            .anyMatch(one -> one.confirmedOn() != null);
    return confirmed ? "confirmed" : base;
  }

  private PersonView view(Viewer viewer, UUID person) {
    return person == null ? null : people.view(viewer, new PersonId(person));
  }

  static LocalDate openedOn(Family family, LocalDate today) {
    LocalDate concluded = family.values().date(Column.CONCLUDED_ON);
    LocalDate earliest =
        family.children().stream()
            .map(Family.Child::placedOn)
            .min(LocalDate::compareTo)
            .orElse(today);
    LocalDate opened = concluded == null ? earliest : concluded;
    return opened.isAfter(today) ? today : opened;
  }
}
