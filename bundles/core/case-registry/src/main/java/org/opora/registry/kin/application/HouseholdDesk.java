package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.kin.application.Home.Lodger;
import org.opora.registry.kin.application.Sight.Seen;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.Struck;
import org.opora.registry.kin.persistence.FosterRow;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Taken;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who lives with whom, and since when. Where they live is not asked and not told here. */
@Component(service = HouseholdDesk.class)
public final class HouseholdDesk {
  private static final int NAME = 80;
  private static final int REASON = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Staff staff;
  private final KinSeals seals;

  @Activate
  public HouseholdDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.staff = staff;
    this.seals = new KinSeals(keys);
  }

  /**
   * Households of a person under every key, present ones first, and families in which they are
   * placed or take care. Of other people in them the viewer learns what they may see.
   *
   * @throws NotFound also when the viewer may not know of the person
   */
  public List<Home> of(Viewer viewer, PersonId person) {
    access.require(viewer, People.READ, Subject.of(person));
    return tx.read(
        em -> {
          Held.load(em, Person.class, person.value());
          return new Read(em, viewer, person).homes();
        });
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public Home one(Viewer viewer, PersonId person, UUID household) {
    return of(viewer, person).stream()
        .filter(home -> household.equals(home.household()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What is known in one read. */
  private final class Read {
    private final Viewer viewer;
    private final Set<PersonId> keys;
    private final Sight sight;
    private final KinQueries queries;
    private final Set<PersonId> open;

    Read(EntityManager em, Viewer viewer, PersonId person) {
      this.viewer = viewer;
      keys = aliases.idsOf(person);
      sight = new Sight(em, access, aliases, viewer);
      queries = new KinQueries(em);
      open = sight.open(keys);
    }

    List<Home> homes() {
      List<Home> homes = new ArrayList<>(written());
      homes.addAll(placed());
      LocalDate today = viewer.today();
      return homes.stream()
          .sorted(
              Comparator.comparing((Home home) -> !home.on(today))
                  .thenComparing(
                      home -> since(home), Comparator.nullsLast(Comparator.reverseOrder()))
                  .thenComparing(Home::derived))
          .toList();
    }

    private LocalDate since(Home home) {
      return home.lodgers().stream()
          .filter(Lodger::own)
          .map(one -> one.days().from())
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private List<Home> written() {
      List<UUID> where =
          queries.memberships(Chunks.values(open)).stream()
              .map(KinMember::household)
              .distinct()
              .toList();
      List<KinMember> members = queries.members(where);
      List<KinHousehold> households = queries.households(where);
      Map<PersonId, Seen> seen = sight.of(members.stream().map(KinMember::person).toList());
      Map<CaseFileId, String> files =
          sight.files(
              households.stream()
                  .map(KinHousehold::file)
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
      Map<StaffId, String> names =
          staff.names(
              members.stream()
                  .map(KinMember::struck)
                  .filter(Objects::nonNull)
                  .map(Struck::by)
                  .collect(Collectors.toSet()));
      return households.stream()
          .map(
              row ->
                  home(
                      row,
                      members.stream().filter(one -> one.household().equals(row.id())).toList(),
                      seen,
                      files,
                      names))
          .toList();
    }

    private Home home(
        KinHousehold row,
        List<KinMember> members,
        Map<PersonId, Seen> seen,
        Map<CaseFileId, String> files,
        Map<StaffId, String> names) {
      boolean ours = row.file() != null && files.containsKey(row.file());
      boolean everybody =
          members.stream().allMatch(one -> seen.get(one.person()).visible() || own(one));
      List<Lodger> lodgers =
          members.stream()
              .filter(one -> shown(one, seen.get(one.person()), ours))
              .map(one -> lodger(one, seen.get(one.person()), names))
              .sorted(order())
              .toList();
      // A name such as "at grandmother Vesela's" tells who takes care.
      boolean nameable =
          (ours || everybody) && members.stream().noneMatch(one -> walled(one, seen));
      return new Home(
          row.id(),
          row.version(),
          nameable ? seals.name(row) : null,
          nameable,
          ours ? row.file() : null,
          ours ? files.get(row.file()) : null,
          lodgers);
    }

    private boolean walled(KinMember one, Map<PersonId, Seen> seen) {
      return own(one) ? !open.contains(one.person()) : seen.get(one.person()).walled();
    }

    private boolean own(KinMember one) {
      return keys.contains(one.person());
    }

    private boolean shown(KinMember one, Seen who, boolean ours) {
      if (own(one)) {
        return open.contains(one.person());
      }
      return !who.walled() && (who.visible() || ours && one.struck() == null);
    }

    private Lodger lodger(KinMember one, Seen who, Map<StaffId, String> names) {
      boolean visible = who.visible();
      return new Lodger(
          one.id(),
          one.version(),
          who.self(),
          visible ? who.link() : null,
          visible ? who.row().name() : null,
          one.days(),
          own(one),
          struck(one, names));
    }

    private Relative.StruckOut struck(KinMember one, Map<StaffId, String> names) {
      Struck struck = one.struck();
      return struck == null
          ? null
          : new Relative.StruckOut(struck.on(), names.get(struck.by()), seals.struck(one));
    }

    private Comparator<Lodger> order() {
      return Comparator.comparing((Lodger one) -> one.struck() != null)
          .thenComparing(one -> !one.own())
          .thenComparing(one -> one.days().past(viewer.today()))
          .thenComparing(one -> one.name() == null ? "" : one.name().listed())
          .thenComparing(one -> one.days().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(one -> one.self().value());
    }

    /** Families by the files the viewer may see. */
    private List<Home> placed() {
      List<UUID> files =
          queries.fosters(sight.ofFiles(), Chunks.values(open)).stream()
              .map(FosterRow::file)
              .distinct()
              .toList();
      List<FosterRow> rows = queries.fostersOf(sight.ofFiles(), files);
      Map<PersonId, Seen> seen =
          sight.of(
              rows.stream()
                  .flatMap(row -> Stream.of(row.carer(), row.child()))
                  .map(PersonId::new)
                  .collect(Collectors.toSet()));
      Map<UUID, List<FosterRow>> byFile = new LinkedHashMap<>();
      rows.forEach(row -> byFile.computeIfAbsent(row.file(), key -> new ArrayList<>()).add(row));
      return byFile.values().stream().map(family -> placed(family, seen)).toList();
    }

    private Home placed(List<FosterRow> rows, Map<PersonId, Seen> seen) {
      Set<Lodger> lodgers = new HashSet<>();
      for (FosterRow row : rows) {
        lodger(seen.get(new PersonId(row.carer())), row.carerDays()).ifPresent(lodgers::add);
        lodger(seen.get(new PersonId(row.child())), row.childDays()).ifPresent(lodgers::add);
      }
      FosterRow first = rows.get(0);
      return new Home(
          null,
          0,
          null,
          false,
          new CaseFileId(first.file()),
          first.number(),
          lodgers.stream().sorted(order()).toList());
    }

    private Optional<Lodger> lodger(Seen who, Days days) {
      boolean own = who.keys().equals(keys);
      return who.visible()
          ? Optional.of(
              new Lodger(null, 0, who.self(), who.link(), who.row().name(), days, own, null))
          : Optional.empty();
    }
  }

  /**
   * A new household of a person, with others who live there from the same day.
   *
   * @param name how people call it, without an address: no figure is taken
   * @param file in whose work it is written down; null for none
   * @return key of the household
   */
  public UUID found(
      Viewer viewer,
      PersonId person,
      String name,
      CaseFileId file,
      Days days,
      List<PersonId> others) {
    access.require(viewer, People.WRITE, Subject.of(person));
    if (file != null) {
      access.require(viewer, CaseFiles.WRITE, Subject.of(file));
    }
    others.forEach(other -> new Taken(access).require(viewer, other));
    String called = name(name);
    inOrder(days);
    List<PersonId> members = Stream.concat(Stream.of(person), others.stream()).distinct().toList();
    return tx.required(
        em -> {
          KinDesk.ofTheFile(em, file, members);
          KinHousehold row = new KinHousehold(Ids.next(), person, file, viewer.staff());
          seals.write(row, called);
          em.persist(row);
          em.flush();
          members.forEach(
              one -> em.persist(new KinMember(Ids.next(), row.id(), one, days, viewer.staff())));
          audit.wrote(viewer, "household.founded", members.stream().map(Subject::of).toList());
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void rename(Viewer viewer, PersonId person, UUID household, long version, String name) {
    Home home = changeable(viewer, person, household);
    if (!home.nameable()) {
      throw new NotFound();
    }
    String called = name(name);
    tx.run(
        em -> {
          KinHousehold row = Held.hold(em, KinHousehold.class, household);
          Refusals.fresh(row.version(), version);
          if (row.name() == null) {
            row.belongsTo(person);
          }
          seals.write(row, called);
          audit.wrote(viewer, "household.renamed", List.of(Subject.of(person)));
        });
  }

  /** Somebody lives there, too. */
  public void join(Viewer viewer, PersonId person, UUID household, PersonId who, Days days) {
    changeable(viewer, person, household);
    if (who == null) {
      throw Refusals.refused("who", "refused.required");
    }
    new Taken(access).require(viewer, who);
    inOrder(days);
    tx.run(
        em -> {
          Held.hold(em, KinHousehold.class, household);
          alone(em, household, who, null, days);
          em.persist(new KinMember(Ids.next(), household, who, days, viewer.staff()));
          audit.wrote(viewer, "household.joined", List.of(Subject.of(person), Subject.of(who)));
        });
  }

  /**
   * Corrects from when until when somebody lives there.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void correct(
      Viewer viewer, PersonId person, UUID household, UUID member, long version, Days days) {
    changeable(viewer, person, household, member);
    inOrder(days);
    tx.run(
        em -> {
          Held.hold(em, KinHousehold.class, household);
          KinMember row = Held.hold(em, KinMember.class, member);
          Refusals.fresh(row.version(), version);
          alone(em, household, row.person(), member, days);
          row.lives(days);
          audit.wrote(
              viewer, "household.corrected", List.of(Subject.of(person), Subject.of(row.person())));
        });
  }

  /**
   * Somebody never lived there.
   *
   * @param reason at most 200 characters, required
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void strike(
      Viewer viewer, PersonId person, UUID household, UUID member, long version, String reason) {
    changeable(viewer, person, household, member);
    String why = Refusals.line("reason", reason, REASON);
    tx.run(
        em -> {
          KinMember row = Held.hold(em, KinMember.class, member);
          Refusals.fresh(row.version(), version);
          row.strike(new Struck(viewer.today(), viewer.staff(), seals.struck(row, why)));
          audit.wrote(
              viewer, "household.struck", List.of(Subject.of(person), Subject.of(row.person())));
        });
  }

  /** The line of somebody in a household, when the viewer may see who it is. */
  public Lodger lodger(Viewer viewer, PersonId person, UUID household, UUID member) {
    return one(viewer, person, household).lodgers().stream()
        .filter(one -> member.equals(one.member()) && !one.hidden())
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Home changeable(Viewer viewer, PersonId person, UUID household) {
    access.require(viewer, People.WRITE, Subject.of(person));
    return one(viewer, person, household);
  }

  private void changeable(Viewer viewer, PersonId person, UUID household, UUID member) {
    access.require(viewer, People.WRITE, Subject.of(person));
    if (lodger(viewer, person, household, member).struck() != null) {
      throw Refusals.refused(null, "kin.refused.struck");
    }
  }

  private static String name(String name) {
    String called = Refusals.line("name", name, NAME);
    if (called.chars().anyMatch(Character::isDigit)) {
      throw Refusals.refused("name", "household.refused.address");
    }
    return called;
  }

  private static void inOrder(Days days) {
    if (days.from() != null) {
      Refusals.inOrder("until", days.from(), days.until());
    }
  }

  private void alone(EntityManager em, UUID household, PersonId who, UUID itself, Days days) {
    Set<PersonId> known = aliases.idsOf(who);
    boolean there =
        new KinQueries(em)
            .members(List.of(household)).stream()
                .anyMatch(
                    one ->
                        one.struck() == null
                            && known.contains(one.person())
                            && !one.id().equals(itself)
                            && one.days().meets(days));
    if (there) {
      throw Refusals.refused("from", "household.refused.lives-there");
    }
  }
}
