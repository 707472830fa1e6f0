package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.persistence.Keys;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.files.application.BroughtHandovers;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.domain.ValueMap;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.opora.registry.people.domain.Person;
import org.opora.registry.staff.domain.StaffMember;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes back what an import wrote for one family, in reverse order, while nobody has worked with
 * it.
 */
@Component(service = Undoer.class)
public final class Undoer {
  /** Columns whose value here may say more than the file did. */
  private static final Set<Column> DERIVED =
      Set.of(
          Column.PLACED_ON,
          Column.CARER1_BIRTH,
          Column.CARER2_BIRTH,
          Column.CHILD_BIRTH,
          Column.FILE_NUMBER,
          Column.CARER1_FAMILY,
          Column.CARER2_FAMILY);

  /** Columns that wait to be confirmed; whether an amount was corrected then, is asked apart. */
  private static final Set<Column> TO_CONFIRM =
      Set.of(Column.EDUCATION_HOURS, Column.RESPITE_DAYS, Column.NOTE);

  private static final Set<Column> OF_AGREEMENT =
      Set.of(Column.CARE_KIND, Column.MEDIATED, Column.AUTHORITY, Column.ENDED_ON);

  private final People people;
  private final CaseFiles files;
  private final Agreements agreements;
  private final Placements placements;
  private final Arrivals arrivals;
  private final BroughtHandovers workers;
  private final Register register;
  private final Keys keys;
  private final BalanceLedger balances;

  @Activate
  public Undoer(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Placements placements,
      @Reference Arrivals arrivals,
      @Reference BroughtHandovers workers,
      @Reference Register register,
      @Reference Keys keys,
      @Reference BalanceLedger balances) {
    this.people = people;
    this.files = files;
    this.agreements = agreements;
    this.placements = placements;
    this.arrivals = arrivals;
    this.workers = workers;
    this.register = register;
    this.keys = keys;
    this.balances = balances;
  }

  /**
   * Why the family cannot be taken back: {@code worked-with} or {@code changed-since}; null when it
   * can.
   */
  String hindrance(EntityManager em, Viewer viewer, UUID run, int family) {
    Drawer drawer = new Drawer(keys, run);
    for (ImportChange change : new ImportStore(em).changes(run, family)) {
      String reason =
          switch (change.kind()) {
            case NEW_FAMILY -> family(em, viewer, change, drawer);
            case NEW_PERSON -> person(viewer, change);
            case PERSON -> since(em.find(Person.class, change.subject()).version(), change);
            case NEW_CARER -> carer(viewer, change);
            case NEW_AGREEMENT -> agreement(viewer, change);
            case AGREEMENT ->
                since(agreements.find(viewer, new AgreementId(change.subject())).version(), change);
            case PLACEMENT ->
                since(placements.find(viewer, new PlacementId(change.subject())).version(), change);
            case ASSIGNMENT -> assignment(change, drawer);
            case NEW_BALANCE, BALANCE -> balance(em.find(OpeningBalance.class, change.subject()));
            default -> null;
          };
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /** A hand-over that the taker has confirmed is not taken back behind their back. */
  private String assignment(ImportChange change, Drawer drawer) {
    UUID handover = handover(drawer.open(Journal.PLACE, change.id(), change.before()));
    return handover != null && workers.settled(handover) ? "changed-since" : null;
  }

  /** Former journals know no hand-over. */
  private static UUID handover(String before) {
    List<String> parts = Packed.list(before);
    return parts.size() > 2 ? key(parts.get(2)) : null;
  }

  private String family(EntityManager em, Viewer viewer, ImportChange change, Drawer drawer) {
    for (Arrived arrived : arrived(drawer.open(Journal.PLACE, change.id(), change.before()))) {
      String reason =
          switch (arrived.kind()) {
            case NEW_FILE -> file(em, viewer, new CaseFileId(arrived.subject()));
            case NEW_BALANCE ->
                em.find(OpeningBalance.class, arrived.subject()) == null ? "changed-since" : null;
            default -> null;
          };
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  /** Part of a family that came as a whole. */
  private record Arrived(ImportChange.Kind kind, UUID subject) {}

  /** The last one first. */
  private static List<Arrived> arrived(String image) {
    List<Arrived> arrived = new ArrayList<>();
    for (String one : Packed.list(image)) {
      String[] parts = one.split(" ");
      arrived.add(0, new Arrived(ImportChange.Kind.valueOf(parts[0]), UUID.fromString(parts[1])));
    }
    return arrived;
  }

  private String person(Viewer viewer, ImportChange change) {
    CaseFileId file = new CaseFileId(change.caseFile());
    return arrivals.untouched(viewer, file, new PersonId(change.subject())) ? null : "worked-with";
  }

  private String carer(Viewer viewer, ImportChange change) {
    CaseFileId file = new CaseFileId(change.caseFile());
    return arrivals.left(viewer, file, new PersonId(change.subject())) ? "changed-since" : null;
  }

  /** Former journals do not know the version. */
  private String agreement(Viewer viewer, ImportChange change) {
    AgreementId agreement = new AgreementId(change.subject());
    boolean changed =
        arrivals.touched(viewer, agreement)
            || change.versionAfter() > 0
                && agreements.find(viewer, agreement).version() != change.versionAfter();
    return changed ? "changed-since" : null;
  }

  private static String since(long version, ImportChange change) {
    return version == change.versionAfter() ? null : "changed-since";
  }

  private static String balance(OpeningBalance row) {
    return row == null || row.confirmedOn() != null ? "changed-since" : null;
  }

  private String file(EntityManager em, Viewer viewer, CaseFileId file) {
    if (!arrivals.untouched(viewer, file)) {
      return "worked-with";
    }
    List<Imported> remembered = new ImportStore(em).ofFile(file.value());
    Existing existing = register.at(em, viewer, file, null, remembered);
    UUID own = existing.snapshot() == null ? null : existing.snapshot().agreement();
    boolean same =
        agreements.of(viewer, file).stream()
                .allMatch(
                    one -> one.id().value().equals(own) && !arrivals.touched(viewer, one.id()))
            && existing.children().size() == remembered.size() - 1
            && same(existing.base(), existing.here(), existing.agreement() != null)
            && existing.balances().stream().allMatch(one -> asItCame(em, existing.base(), one))
            && existing.children().stream()
                .allMatch(
                    child -> child.snapshot() != null && same(child.base(), child.here(), true));
    return same ? null : "changed-since";
  }

  /** To confirm what came with a family is no work with it, and goes with it; to correct it is. */
  private static boolean asItCame(EntityManager em, ValueMap base, OpeningBalance row) {
    List<BalanceEntry> entries = new LedgerQueries(em).ofBalance(row.id());
    if (entries.isEmpty()) {
      return row.confirmedOn() == null;
    }
    BigDecimal came =
        switch (row.kind()) {
          case EDUCATION_HOURS -> base.decimal(Column.EDUCATION_HOURS);
          case RESPITE_DAYS -> base.decimal(Column.RESPITE_DAYS);
          case NOTE -> null;
        };
    BalanceEntry only = entries.get(0);
    return entries.size() == 1
        && only.counts()
        && (Objects.equals(came, only.quantity())
            || came != null && only.quantity() != null && came.compareTo(only.quantity()) == 0);
  }

  private static boolean same(ValueMap base, ValueMap here, boolean agreement) {
    for (Column column : Column.values()) {
      boolean said = base.get(column) != null || !DERIVED.contains(column);
      boolean counts =
          (agreement || !OF_AGREEMENT.contains(column)) && !TO_CONFIRM.contains(column);
      if (said && counts && !Objects.equals(base.get(column), here.get(column))) {
        return false;
      }
    }
    return true;
  }

  /** In the caller's transaction. */
  void takeBack(EntityManager em, Viewer viewer, UUID run, int family) {
    Drawer drawer = new Drawer(keys, run);
    for (ImportChange change : new ImportStore(em).changes(run, family)) {
      String before =
          change.before() == null ? null : drawer.open(Journal.PLACE, change.id(), change.before());
      takeBack(em, viewer, change, before);
      em.flush();
      em.remove(change);
    }
  }

  private void takeBack(EntityManager em, Viewer viewer, ImportChange change, String before) {
    CaseFileId file = change.caseFile() == null ? null : new CaseFileId(change.caseFile());
    if (change.kind() == ImportChange.Kind.NEW_FAMILY) {
      for (Arrived arrived : arrived(before)) {
        takeBack(em, viewer, arrived.kind(), arrived.subject(), file, null);
        em.flush();
      }
    } else {
      takeBack(em, viewer, change.kind(), change.subject(), file, before);
    }
  }

  private void takeBack(
      EntityManager em,
      Viewer viewer,
      ImportChange.Kind kind,
      UUID subject,
      CaseFileId file,
      String before) {
    switch (kind) {
      case NEW_FILE -> arrivals.withdraw(viewer, file);
      case NEW_PERSON -> arrivals.withdrawPerson(viewer, new PersonId(subject));
      case NEW_CARER -> arrivals.withdrawCarer(viewer, file, new PersonId(subject));
      case NEW_AGREEMENT -> arrivals.withdrawAgreement(viewer, new AgreementId(subject));
      case NEW_PLACEMENT -> arrivals.withdrawPlacement(viewer, new PlacementId(subject));
      case NEW_BALANCE -> {
        balances.withdraw(em, subject);
        remove(em, OpeningBalance.class, subject);
      }
      case NEW_SNAPSHOT -> remove(em, Imported.class, subject);
      case NEW_STAFF -> staff(em, subject);
      case PERSON -> person(em, viewer, new PersonId(subject), Images.person(before));
      case AGREEMENT -> agreement(viewer, new AgreementId(subject), before);
      case PLACEMENT -> placement(viewer, new PlacementId(subject), before);
      case ASSIGNMENT -> assignment(viewer, file, before);
      case CONTACT -> new Contacts(em).replace(file, subject, Contacts.of(before));
      case BALANCE -> new Balances(keys).restore(em.find(OpeningBalance.class, subject), before);
      case SNAPSHOT -> snapshot(em.find(Imported.class, subject), before);
      default -> throw new IllegalStateException("Nothing is known of " + kind);
    }
  }

  private static <T> void remove(EntityManager em, Class<T> type, UUID key) {
    T row = em.find(type, key);
    if (row != null) {
      em.remove(row);
    }
  }

  /** Somebody who has an account by now, works with a file, or stands in a protocol, stays. */
  private static void staff(EntityManager em, UUID member) {
    long works =
        em.createQuery("SELECT COUNT(a.id) FROM Assignment a WHERE a.staff = :staff", Long.class)
            .setParameter("staff", member)
            .getSingleResult();
    long took =
        em.createQuery("SELECT COUNT(h.id) FROM Handover h WHERE h.taker = :staff", Long.class)
            .setParameter("staff", member)
            .getSingleResult();
    StaffMember row = em.find(StaffMember.class, member);
    if (works == 0 && took == 0 && row != null && row.version() <= 1) {
      em.remove(row);
    }
  }

  private void person(EntityManager em, Viewer viewer, PersonId person, NewPerson before) {
    em.flush();
    PersonView view = people.view(viewer, person);
    people.amend(viewer, person, view.version(), before);
  }

  private void agreement(Viewer viewer, AgreementId agreement, String before) {
    long version = agreements.find(viewer, agreement).version();
    arrivals.amend(
        viewer, agreement, version, Images.agreement(before), Images.agreementEnd(before));
  }

  private void placement(Viewer viewer, PlacementId placement, String before) {
    List<String> parts = Packed.list(before);
    long version = placements.find(viewer, placement).version();
    placements.amend(
        viewer,
        placement,
        version,
        Images.date(parts.get(0)),
        Images.date(parts.get(1)),
        parts.get(2));
  }

  private void assignment(Viewer viewer, CaseFileId file, String before) {
    List<String> parts = Packed.list(before);
    StaffId keyWorker = member(parts.get(0));
    StaffId deputy = member(parts.get(1));
    UUID handover = handover(before);
    if (handover == null) {
      files.assign(viewer, file, keyWorker, deputy, viewer.today());
    } else {
      workers.takeBack(viewer, files.header(viewer, file), handover, keyWorker, deputy);
    }
  }

  private static StaffId member(String key) {
    return key == null ? null : StaffId.parse(key);
  }

  private void snapshot(Imported row, String before) {
    List<String> parts = Packed.list(before);
    row.says(
        new Snapshots(keys)
            .seal(new CaseFileId(row.caseFile()), row.id(), Packed.values(parts.get(0))));
    if (row.child() == null) {
      row.carers(key(parts.get(1)), key(parts.get(2)), key(parts.get(3)));
    }
  }

  private static UUID key(String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
