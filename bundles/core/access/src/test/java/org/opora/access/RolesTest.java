package org.opora.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.Accounts;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.persistence.test.TestDatabase.Product;

/** What roles may do is edited by two people, and never for oneself. */
@OnEveryDatabase
class RolesTest {
  private static final String VISITS = "registry.visit.read";
  private static final Module REGISTER =
      TestHouse.module(
          "case-registry",
          new Permission(VISITS, DataClass.CONTACT_TEXT),
          new Permission("registry.safety.read", DataClass.SAFETY));
  private static final Module GUESTS =
      TestHouse.module(
          "guests",
          new Permission("guests.read", DataClass.CARE_TEXT, Map.of("reception", Reach.ALL)));

  @Parameter Product product;
  private TestHouse house;
  private Roles roles;
  private Viewer first;

  @BeforeEach
  void open() {
    house = new TestHouse(product, REGISTER, GUESTS);
    roles = house.access.roles();
    first = house.viewer(house.setUp(), house.director().grants());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theRolesOfTheHouseGetWhatTheTableSays() {
    DefaultTable table = DefaultTable.reviewed();
    assertEquals(
        Set.copyOf(table.roles()), Set.copyOf(roles.all()), "a column for every role of the house");
    for (String role : table.roles()) {
      Map<String, Reach> expected = new java.util.HashMap<>(table.of(role));
      expected.keySet().removeIf(one -> one.startsWith("registry.") && !present(one));
      expected.keySet().removeIf(one -> !one.startsWith("registry.") && !one.startsWith("access."));
      if (role.equals("reception")) {
        expected.put("guests.read", Reach.ALL);
      }
      assertEquals(expected, roles.permissions(first, role), role);
    }
    assertEquals(
        Reach.OWN, house.access.grants().of(Set.of("camp-leader")).get("registry.safety.read"));
  }

  private static boolean present(String permission) {
    return REGISTER.permissions().stream().anyMatch(one -> one.id().equals(permission));
  }

  /** As where the permissions were met long before the role came with a new version. */
  @Test
  void aRoleThatComesLaterGetsTheTableAndWhatTheCentreTookIsNotGivenBack() {
    for (String role : List.of("camp-leader", "minder")) {
      long version = roles.view(first, role).version();
      roles.change(first, role, version, Map.of("registry.safety.read", Reach.NONE));
    }
    house.tx.run(
        em ->
            em.createNativeQuery(
                    "UPDATE ACCESS.STAFF_ROLE SET awaits_defaults = TRUE WHERE id = 'minder'")
                .executeUpdate());
    house.restart();
    roles = house.access.roles();
    assertEquals(Reach.OWN, roles.permissions(first, "minder").get("registry.safety.read"));
    assertNull(roles.permissions(first, "camp-leader").get("registry.safety.read"));
    house.restart();
    assertEquals(
        Map.of("registry.safety.read", Reach.OWN), house.access.grants().of(Set.of("minder")));
  }

  @Test
  void whatIsKnownIsToldWithItsClassAndItsWords() {
    List<Roles.Known> known = roles.known(first);
    Roles.Known visits = known.stream().filter(one -> one.id().equals(VISITS)).findFirst().get();
    assertEquals(DataClass.CONTACT_TEXT, visits.dataClass());
    assertEquals("org.opora.access", visits.words().origin());
    assertEquals(Reach.OWN, visits.defaults().get("key-worker"));
    Roles.Known guests = known.get(known.size() - 1);
    assertEquals("guests.read", guests.id(), "what is not of the house comes last");
    assertEquals("org.opora.guests", guests.words().origin());
    assertEquals(DefaultTable.reviewed().rows().size(), roles.table(first).size());
    house
        .access
        .grants()
        .add(TestHouse.module("twin", new Permission(VISITS, DataClass.TECHNICAL, Map.of())));
    List<Roles.Known> twice =
        roles.known(first).stream().filter(one -> one.id().equals(VISITS)).toList();
    assertEquals(1, twice.size(), "declared twice, told once");
    assertEquals(DataClass.CONTACT_TEXT, twice.get(0).dataClass(), "by the stricter word");
  }

  @Test
  void whatNarrowsHoldsAtOnceAndAnOldFormIsStale() {
    long version = roles.view(first, "key-worker").version();
    assertEquals(0, roles.change(first, "key-worker", version, Map.of(VISITS, Reach.NONE)));
    assertNull(house.access.grants().of(Set.of("key-worker")).get(VISITS));
    assertThrows(
        Stale.class, () -> roles.change(first, "key-worker", version, Map.of(VISITS, Reach.OWN)));
    assertThrows(
        NotFound.class,
        () ->
            roles.change(
                first,
                "key-worker",
                roles.view(first, "key-worker").version(),
                Map.of("no.such", Reach.OWN)));
    assertEquals(List.of("NONE"), changes("access.permission-changed"));
  }

  @Test
  void aloneOneWidensWhatOneDoesNotHold() {
    assertEquals(0, change(first, "key-worker", Reach.ALL));
    assertEquals(Reach.ALL, house.access.grants().of(Set.of("key-worker")).get(VISITS));
    assertEquals(List.of("ALL;alone=true"), changes("access.permission-changed"));
    change(first, "director", Reach.OWN);
    refused("roles.widen-own", () -> change(first, "director", Reach.ALL));
    assertEquals(Reach.OWN, roles.permissions(first, "director").get(VISITS));
  }

  @Test
  void whereTwoManageRolesTheSecondConfirms() {
    Viewer second = colleague("druha", "director");
    assertEquals(1, change(first, "key-worker", Reach.ALL));
    assertEquals(Reach.OWN, house.access.grants().of(Set.of("key-worker")).get(VISITS), "not yet");
    Roles.Change asked = roles.view(first, "key-worker").waiting().get(0);
    assertEquals(first.staff(), asked.askedBy());
    assertEquals(1, line("key-worker").waiting());
    refused("roles.second-person", () -> roles.confirm(first, asked.id()));
    roles.confirm(second, asked.id());
    assertEquals(Reach.ALL, house.access.grants().of(Set.of("key-worker")).get(VISITS));
    assertEquals(0, line("key-worker").waiting());
    refused("roles.decided", () -> roles.confirm(second, asked.id()));
    assertEquals(List.of("ALL;asked=" + first.staff()), changes("access.permission-changed"));
    assertEquals(List.of("ALL"), changes("access.permission-asked"));

    change(first, "director", Reach.OWN);
    assertEquals(1, change(first, "director", Reach.ALL), "with a second one also one's own");
    UUID own = roles.view(first, "director").waiting().get(0).id();
    roles.turnDown(second, own);
    assertEquals(Reach.OWN, roles.permissions(first, "director").get(VISITS));
    refused("roles.decided", () -> roles.turnDown(first, own));
    assertEquals(List.of("ALL"), changes("access.permission-turned-down"));
  }

  @Test
  void whoConfirmsConfirmsWhatTheySawAndNothingThatWasAskedForSince() {
    Viewer second = colleague("druha", "director");
    change(first, "minder", Reach.OWN);
    Roles.Change seen = roles.view(second, "minder").waiting().get(0);
    assertEquals(Reach.OWN, seen.reach());
    change(first, "minder", Reach.ALL);
    refused("roles.decided", () -> roles.confirm(second, seen.id()));
    assertNull(roles.permissions(first, "minder").get(VISITS));
    assertEquals(Reach.ALL, roles.view(second, "minder").waiting().get(0).reach());
  }

  @Test
  void whatSomebodyElseAskedForTooIsNotTakenFromWhoAskedFirst() {
    Viewer second = colleague("druha", "director");
    change(first, "minder", Reach.ALL);
    UUID asked = roles.view(first, "minder").waiting().get(0).id();
    assertEquals(1, change(second, "minder", Reach.ALL));
    assertEquals(first.staff(), roles.view(first, "minder").waiting().get(0).askedBy());
    roles.confirm(second, asked);
    assertEquals(Reach.ALL, roles.permissions(first, "minder").get(VISITS));
  }

  @Test
  void whoShutsTheOtherOutIsNotAloneByThat() {
    for (boolean disabled : List.of(true, false)) {
      Viewer second = colleague("druha" + disabled, "director");
      house.confirm(second.staff());
      if (disabled) {
        house.access.accounts().disable(first, second.staff());
      } else {
        roles.assign(first, second.staff(), Set.of("volunteer"));
      }
      Reach wider = disabled ? Reach.ALL : Reach.OWN;
      String role = disabled ? "key-worker" : "minder";
      assertEquals(1, change(first, role, wider), "the other one is missed");
      StaffId ghost = StaffId.next();
      house.access.accounts().invite(first, ghost, "Nikdo", Set.of("director"));
      assertEquals(1, roles.waiting(first, ghost).size());
      house.clock.pass(Duration.ofDays(7).plusSeconds(1));
      assertEquals(0, change(first, role, wider), "and not for ever");
      assertEquals(List.of(), roles.view(first, role).waiting());
    }
  }

  @Test
  void whoTakesFromTheRoleOfTheOtherIsNotAloneByThat() {
    String deputies = roles.copy(first, "director", "Zastupující");
    colleague("zastupce", deputies);
    assertEquals(1, change(first, "key-worker", Reach.ALL), "the deputy could confirm");
    for (String taken : List.of(Roles.MANAGE, Accounts.MANAGE)) {
      roles.change(
          first, deputies, roles.view(first, deputies).version(), Map.of(taken, Reach.NONE));
    }
    assertEquals(1, change(first, "minder", Reach.ALL), "and is missed");
    StaffId ghost = StaffId.next();
    house.access.accounts().invite(first, ghost, "Nikdo", Set.of("director"));
    assertEquals(1, roles.waiting(first, ghost).size());
    house.clock.pass(Duration.ofDays(7).plusSeconds(1));
    assertEquals(0, change(first, "minder", Reach.OWN), "not for ever");
  }

  /** Whoever gave it alone would confirm their own lists through somebody who is not there. */
  @Test
  void whoConfirmsLongListsIsChosenByTwo() {
    house
        .access
        .grants()
        .add(
            TestHouse.module(
                "exports", new Permission(LargeExports.CONFIRM, DataClass.ADMINISTRATION)));
    Viewer second = colleague("druha", "director");
    StaffId officer = StaffId.next();
    house
        .access
        .accounts()
        .invite(first, officer, "Nikdo", Set.of("data-protection-officer", "volunteer"));
    assertEquals(Set.of("volunteer"), roles.of(first, Set.of(officer)).get(officer), "not yet");
    UUID asked = roles.waiting(first, officer).get(0).id();
    refused("roles.second-person", () -> roles.confirmGrant(first, officer, asked));
    roles.confirmGrant(second, officer, asked);
    assertEquals(
        Set.of("data-protection-officer", "volunteer"),
        roles.of(first, Set.of(officer)).get(officer));

    house.access.accounts().disable(second, second.staff());
    Viewer left = colleague("odchazi", "data-protection-officer");
    house.access.accounts().disable(first, left.staff());
    assertEquals(0, change(first, "minder", Reach.OWN), "such a one manages no roles");
  }

  @Test
  void whoGivesUpTheirOwnRightAgreesToIt() {
    Viewer second = colleague("druha", "director");
    house.access.accounts().disable(second, second.staff());
    assertEquals(0, change(first, "key-worker", Reach.ALL));
  }

  @Test
  void whatNobodyDecidesWithinADayIsOver() {
    Viewer second = colleague("druha", "director");
    Viewer worker = colleague("pracovnice", "key-worker");
    change(first, "key-worker", Reach.ALL);
    roles.assign(first, worker.staff(), Set.of("key-worker", "director"));
    UUID change = roles.view(first, "key-worker").waiting().get(0).id();
    UUID grant = roles.waiting(first, worker.staff()).get(0).id();
    assertEquals(List.of(), roles.lapse(house.clock.instant()));
    house.clock.pass(Duration.ofHours(24));
    refused("roles.lapsed", () -> roles.confirm(second, change));
    refused("roles.lapsed", () -> roles.confirmGrant(second, worker.staff(), grant));
    assertEquals(List.of(), roles.view(second, "key-worker").waiting());
    assertEquals(List.of(), roles.waiting(second, worker.staff()));
    assertEquals(0, line("key-worker").waiting());
    assertEquals(1, change(first, "key-worker", Reach.ALL), "asked again, it waits anew");
    assertEquals(1, roles.assign(first, worker.staff(), Set.of("key-worker", "director")));
    house.clock.pass(Duration.ofHours(24));
    assertEquals(
        List.of(
            new Roles.Lapsed(first.staff(), worker.staff(), "director"),
            new Roles.Lapsed(first.staff(), null, "key-worker")),
        roles.lapse(house.clock.instant()));
    assertEquals(List.of(), roles.lapse(house.clock.instant()), "told once");
    assertEquals(
        List.of("staff=" + worker.staff() + ";role=director;asked=" + first.staff()),
        details("access.role-lapsed"));
    assertEquals(1, details("access.permission-lapsed").size());
    assertEquals(Set.of("key-worker"), roles.of(first, Set.of(worker.staff())).get(worker.staff()));
  }

  @Test
  void theDataProtectionOfficerReadsTheTrailAndNoClient() {
    Map<String, Reach> held = DefaultTable.reviewed().of("data-protection-officer");
    assertEquals(Reach.ALL, held.get("access.audit"));
    assertEquals(Reach.ALL, held.get("registry.emergency.review"));
    assertEquals(Reach.ALL, held.get("registry.export.confirm"));
    assertEquals(
        Set.of(DataClass.AUDIT, DataClass.ADMINISTRATION, DataClass.TECHNICAL, DataClass.CARE_TEXT),
        DefaultTable.reviewed().rows().stream()
            .filter(row -> held.containsKey(row.permission()))
            .map(DefaultTable.Row::dataClass)
            .collect(java.util.stream.Collectors.toSet()));
    assertNull(held.get("registry.read"));
    Viewer officer = colleague("poverenec", "data-protection-officer");
    assertTrue(signedIn(officer.staff()).may("access.audit"));
    assertFalse(signedIn(officer.staff()).may(VISITS));
  }

  @Test
  void somebodyMayHoldAsManyRolesAsThereAre() {
    Viewer holder = colleague("mnoha", "volunteer");
    Set<String> many = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      many.add(roles.copy(first, "volunteer", "Role " + i));
    }
    many.add("volunteer");
    roles.assign(first, holder.staff(), many);
    Set<String> told = new HashSet<>();
    for (String detail : details("access.roles-assigned")) {
      told.addAll(List.of(roles(detail).split("[+]")));
    }
    assertEquals(many, told, "none is behind the end of a row");
    assertEquals(many, roles.of(first, Set.of(holder.staff())).get(holder.staff()));
    house.access.accounts().invite(first, holder.staff(), "Jana Malá", many);
  }

  @Test
  void whatIsNarrowedMeanwhileIsNotAskedForAnyMore() {
    colleague("druha", "director");
    change(first, "key-worker", Reach.ALL);
    change(first, "key-worker", Reach.NONE);
    assertEquals(List.of(), roles.view(first, "key-worker").waiting());
  }

  @Test
  void aConfirmedChangeIsCheckedAgain() {
    Viewer second = colleague("druha", "director");
    Module status =
        TestHouse.module("status", new Permission("status.see", DataClass.TECHNICAL, Map.of()));
    house.access.grants().add(status);
    long version = roles.view(first, Roles.IT_ADMINISTRATOR).version();
    roles.change(first, Roles.IT_ADMINISTRATOR, version, Map.of("status.see", Reach.ALL));
    UUID asked = roles.view(first, Roles.IT_ADMINISTRATOR).waiting().get(0).id();
    house.access.grants().remove(status);
    house
        .access
        .grants()
        .add(
            TestHouse.module(
                "status", new Permission("status.see", DataClass.CARE_TEXT, Map.of())));
    refused("roles.it-technical-only", () -> roles.confirm(second, asked));
  }

  @Test
  void nobodyGivesThemselvesARole() {
    refused(
        "roles.not-to-oneself",
        () -> roles.assign(first, first.staff(), Set.of("director", "accountant")));
    refused(
        "roles.not-to-oneself",
        () ->
            house
                .access
                .accounts()
                .invite(first, first.staff(), "Jana", Set.of("director", "accountant")));
    roles.assign(first, first.staff(), Set.of("director"));
  }

  @Test
  void nobodyMakesTheirOwnSecondPerson() {
    Viewer second = colleague("druha", "director");
    StaffId ghost = StaffId.next();
    String code = house.access.accounts().invite(first, ghost, "Nikdo", Set.of("director"));
    house.access.accounts().accept(code, TestHouse.account("nikdo"));
    Viewer nobody = signedIn(ghost);
    assertFalse(nobody.may(Roles.MANAGE), "the first one carried the code");
    UUID asked = roles.waiting(first, ghost).get(0).id();
    refused("roles.second-person", () -> roles.confirmGrant(first, ghost, asked));
    assertThrows(NotAllowed.class, () -> roles.confirmGrant(nobody, ghost, asked));
    Viewer itself = house.viewer(ghost, house.director().grants());
    refused("roles.not-to-oneself", () -> roles.confirmGrant(itself, ghost, asked));
    assertThrows(
        NotFound.class, () -> roles.confirmGrant(second, first.staff(), asked), "another sheet");
    assertThrows(
        NotFound.class, () -> roles.turnDownGrant(second, first.staff(), asked), "another sheet");
    roles.confirmGrant(second, ghost, asked);
    assertTrue(signedIn(ghost).may(Roles.MANAGE));
    refused("roles.decided", () -> roles.confirmGrant(second, ghost, asked));
    refused("roles.decided", () -> roles.turnDownGrant(second, ghost, asked));
    assertEquals(
        List.of("staff=" + ghost + ";roles=director;asked=" + first.staff()),
        details("access.roles-assigned"));
  }

  @Test
  void whatDecidesOverOthersWaitsAndWhatDoesNotIsGivenAtOnce() {
    Viewer second = colleague("druha", "director");
    Viewer worker = colleague("pracovnice", "key-worker");
    String deputy = roles.copy(first, "director", "Zástupkyně");
    assertEquals(
        1, roles.assign(first, worker.staff(), Set.of("key-worker", "accountant", deputy)));
    assertEquals(
        Map.of(worker.staff(), Set.of("key-worker", "accountant")),
        roles.of(first, Set.of(worker.staff())));
    assertEquals(
        1, roles.assign(second, worker.staff(), Set.of("key-worker", deputy)), "still wanted");
    assertEquals(first.staff(), roles.waiting(second, worker.staff()).get(0).askedBy());
    assertEquals(0, roles.assign(second, worker.staff(), Set.of("key-worker")));
    assertEquals(List.of(), roles.waiting(first, worker.staff()), "not wanted any more");
    assertEquals(
        1, roles.assign(first, worker.staff(), Set.of(Roles.IT_ADMINISTRATOR)), "asks for resets");
    UUID asked = roles.waiting(first, worker.staff()).get(0).id();
    roles.turnDownGrant(second, worker.staff(), asked);
    assertEquals(List.of(), roles.waiting(first, worker.staff()));
    assertEquals(
        List.of("staff=" + worker.staff() + ";role=it-administrator"),
        details("access.role-turned-down"));
    roles.assign(first, worker.staff(), Set.of(deputy));
    house.access.accounts().disable(first, worker.staff());
    assertEquals(List.of(), roles.waiting(first, worker.staff()));
  }

  @Test
  void aNewCodeForWhoDecidesGivesTheInviterNothing() {
    Viewer second = colleague("druha", "director");
    Viewer third = colleague("treti", "director");
    house.confirm(third.staff());
    String code =
        house.access.accounts().invite(first, second.staff(), "Jana Malá", Set.of("director"));
    house.access.accounts().accept(code, TestHouse.account("ukradena"));
    assertEquals(Map.of(), signedIn(second.staff()).grants());
    house.access.accounts().invite(third, second.staff(), "Jana Malá", Set.of("director"));
    UUID asked = roles.waiting(first, second.staff()).get(0).id();
    refused("roles.second-person", () -> roles.confirmGrant(third, second.staff(), asked));
    roles.confirmGrant(first, second.staff(), asked);
    assertTrue(signedIn(second.staff()).may(Roles.MANAGE));
  }

  @Test
  void whereNobodyElseCouldConfirmTheTrailSaysSo() {
    Viewer second = colleague("druha", "director");
    assertTrue(second.may(Roles.MANAGE));
    colleague("treti", "key-worker");
    List<String> told = details("access.invited").stream().map(RolesTest::roles).sorted().toList();
    assertEquals(List.of("director;alone=true", "key-worker"), told);
  }

  @Test
  void rolesThatSomebodyElseChangedMeanwhileDoNotComeBack() {
    Viewer worker = colleague("pracovnice", "key-worker");
    Set<String> seen = Set.of("key-worker");
    roles.assign(first, worker.staff(), seen, Set.of("volunteer"));
    assertThrows(
        Stale.class,
        () -> roles.assign(first, worker.staff(), seen, Set.of("key-worker", "accountant")));
    assertEquals(Set.of("volunteer"), roles.of(first, Set.of(worker.staff())).get(worker.staff()));
    roles.assign(first, worker.staff(), Set.of("volunteer"), Set.of("accountant"));
  }

  @Test
  void aNewRoleIsACopyWithANameOfItsOwn() {
    String night = roles.copy(first, "key-worker", " Noční služba ");
    assertEquals(roles.permissions(first, "key-worker"), roles.permissions(first, night));
    assertEquals("Noční služba", roles.view(first, night).role().wording());
    assertNull(roles.view(first, night).role().words());
    assertTrue(roles.all().contains(night));
    refused("roles.wording-taken", () -> roles.copy(first, "key-worker", "NOČNÍ služba"));
    refused("roles.wording", () -> roles.copy(first, "key-worker", " "));
    refused("roles.wording-long", () -> roles.copy(first, "key-worker", "x".repeat(101)));
    refused("roles.it-no-copy", () -> roles.copy(first, Roles.IT_ADMINISTRATOR, "Druhé IT"));
    long version = roles.view(first, night).version();
    roles.rename(first, night, version, "Noční");
    assertEquals("Noční", roles.view(first, night).role().wording());
    assertThrows(Stale.class, () -> roles.rename(first, night, version, "Ranní"));
    refused("roles.house-name", () -> roles.rename(first, "minder", version("minder"), "Chůva"));
    Viewer holder = colleague("nocni", night);
    assertEquals(1, line(night).holders());
    assertTrue(house.access.grants().of(Set.of(night)).containsKey(VISITS));
    assertFalse(holder.may(Roles.MANAGE));
  }

  @Test
  void aRoleThatSomebodyHoldsIsNotRetired() {
    Viewer holder = colleague("dobra", "volunteer");
    long version = roles.view(first, "volunteer").version();
    refused("roles.in-use", () -> roles.retire(first, "volunteer", version));
    refused(
        "roles.always-there", () -> roles.retire(first, Roles.DIRECTOR, version(Roles.DIRECTOR)));
    refused(
        "roles.always-there",
        () -> roles.retire(first, Roles.IT_ADMINISTRATOR, version(Roles.IT_ADMINISTRATOR)));
    house.access.accounts().disable(first, holder.staff());
    roles.retire(first, "volunteer", version);
    assertFalse(roles.all().contains("volunteer"));
    assertTrue(roles.named().stream().anyMatch(one -> one.id().equals("volunteer")));
    refused(
        "roles.unknown",
        () ->
            house
                .access
                .accounts()
                .invite(first, StaffId.next(), "Jana Malá", Set.of("volunteer")));
    roles.offer(first, "volunteer", roles.view(first, "volunteer").version());
    assertTrue(roles.all().contains("volunteer"));
  }

  @Test
  void whoDoesNotManageRolesSeesAndChangesNothing() {
    Viewer nobody = house.viewer(StaffId.next(), Map.of("access.accounts", Reach.ALL));
    for (Executable door :
        List.<Executable>of(
            () -> roles.list(nobody),
            () -> roles.view(nobody, "director"),
            () -> roles.known(nobody),
            () -> roles.table(nobody),
            () -> roles.permissions(nobody, "director"),
            () -> roles.change(nobody, "volunteer", 0, Map.of(VISITS, Reach.ALL)),
            () -> roles.allow(nobody, "volunteer", VISITS, Reach.ALL),
            () -> roles.confirm(nobody, UUID.randomUUID()),
            () -> roles.turnDown(nobody, UUID.randomUUID()),
            () -> roles.copy(nobody, "volunteer", "Nová"),
            () -> roles.rename(nobody, "volunteer", 0, "Nová"),
            () -> roles.retire(nobody, "volunteer", 0),
            () -> roles.offer(nobody, "volunteer", 0))) {
      assertThrows(NotAllowed.class, door);
    }
  }

  private int change(Viewer viewer, String role, Reach reach) {
    return roles.change(viewer, role, roles.view(viewer, role).version(), Map.of(VISITS, reach));
  }

  private long version(String role) {
    return roles.view(first, role).version();
  }

  private Roles.Line line(String role) {
    return roles.list(first).stream()
        .filter(one -> one.role().id().equals(role))
        .findFirst()
        .orElseThrow();
  }

  /** What the trail says of the visits, after the word reach. */
  private List<String> changes(String act) {
    return details(act).stream()
        .filter(detail -> detail.contains(VISITS))
        .map(detail -> detail.split("reach=", 2)[1])
        .toList();
  }

  private static String roles(String detail) {
    return detail.split("roles=", 2)[1];
  }

  private List<String> details(String act) {
    List<?> details =
        house.tx.read(
            em ->
                em.createNativeQuery(
                        "SELECT e.detail FROM ACCESS.AUDIT_EVENT e WHERE e.act = ? ORDER BY e.happened")
                    .setParameter(1, act)
                    .getResultList());
    return details.stream().map(Object::toString).toList();
  }

  private Viewer colleague(String name, String role) {
    String code = house.access.accounts().invite(first, StaffId.next(), "Jana Malá", Set.of(role));
    StaffId staff = house.access.accounts().accept(code, TestHouse.account(name));
    return house.viewer(staff, house.access.grants().of(Set.of(role)));
  }

  private Viewer signedIn(StaffId staff) {
    String token = house.access.sessions().start(staff, Duration.ofHours(1));
    return house.viewer(staff, house.access.sessions().find(token).orElseThrow().grants());
  }

  private static void refused(String key, Executable act) {
    assertEquals(key, assertThrows(Refused.class, act).text().key());
  }
}
