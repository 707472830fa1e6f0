package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles.Header;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.search.SearchIndex;
import org.opora.api.search.spi.SearchDoor;
import org.opora.api.text.Title;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.story.application.SearchBook;
import org.opora.testkit.OnEveryDatabase;

/** Numbers, lists, story, inbox and staff: what everybody leans on. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseworkTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void whoeverOpensAFileAtTheSameTimeGetsANumberOfTheirOwn() throws Exception {
    int people = 8;
    int each = 5;
    ExecutorService pool = Executors.newFixedThreadPool(people);
    try {
      Callable<List<String>> opening =
          () -> {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < each; i++) {
              CaseFileId file =
                  register.files.open(
                      director, new NewFile(null, "Souběžná", LocalDate.of(2031, 1, 1)));
              numbers.add(register.files.header(director, file).number());
            }
            return numbers;
          };
      List<String> numbers = new ArrayList<>();
      for (Future<List<String>> done :
          pool.invokeAll(java.util.Collections.nCopies(people, opening))) {
        numbers.addAll(done.get());
      }
      assertEquals(people * each, new HashSet<>(numbers).size());
      assertTrue(numbers.contains("001/2031") && numbers.contains("040/2031"), numbers.toString());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aNumberBelongsToOneFile() {
    CaseFileId first =
        register.files.open(
            director, new NewFile("002/2032", "Číslovaná", LocalDate.of(2032, 1, 1)));
    assertEquals(
        "number",
        assertThrows(
                Refused.class,
                () ->
                    register.files.open(
                        director, new NewFile("002/2032", "Druhá", LocalDate.of(2032, 1, 1))))
            .field());
    CaseFileId next =
        register.files.open(director, new NewFile(null, "Číslovaná", LocalDate.of(2032, 1, 1)));
    CaseFileId afterNext =
        register.files.open(director, new NewFile(" ", "Číslovaná", LocalDate.of(2032, 1, 1)));
    assertEquals("001/2032", register.files.header(director, next).number());
    assertEquals(
        "003/2032", register.files.header(director, afterNext).number(), "002 was brought along");
    long version = register.files.cover(director, first).version();
    register.files.amend(
        director,
        first,
        version,
        new NewFile("002/2032", "Přejmenovaná", LocalDate.of(2032, 1, 1)));
    assertThrows(
        Stale.class,
        () ->
            register.files.amend(
                director, first, version, new NewFile("002/2032", "X", LocalDate.of(2032, 1, 1))));
    assertThrows(
        Refused.class,
        () ->
            register.files.amend(
                director,
                first,
                version + 1,
                new NewFile("001/2032", "X", LocalDate.of(2032, 1, 1))));
    assertEquals(1, register.search.find(director, "prejmen", null, 5).items().size());
    assertEquals(
        "Spis 002/2032",
        register.search.find(director, "002/2032", null, 5).items().get(0).title().cs());
  }

  @Test
  void theListIsPagedByFoldedNameAndNumber() {
    Viewer worker = register.viewer("key-worker");
    List<String> names = List.of("Čech", "Cibulka", "Ďurica", "Dvořák", "Šimek", "Sedlák");
    for (String name : names) {
      CaseFileId file =
          register.files.open(director, new NewFile(null, name, LocalDate.of(2033, 1, 1)));
      register.files.assign(director, file, worker.staff(), null, Register.TODAY);
    }
    List<String> listed = new ArrayList<>();
    String after = null;
    do {
      Page<Header> page = register.files.list(worker, null, after, 2);
      page.items().forEach(header -> listed.add(header.familyName()));
      after = page.next();
    } while (after != null);
    assertEquals(List.of("Čech", "Cibulka", "Ďurica", "Dvořák", "Sedlák", "Šimek"), listed);
  }

  @Test
  void aKeyWorkerWhoOpensAFileBecomesItsKeyWorker() {
    Viewer worker = register.viewer("key-worker");
    CaseFileId file =
        register.files.open(worker, new NewFile(null, "Vlastní", LocalDate.of(2026, 10, 1)));
    assertEquals(worker.staff(), register.files.header(worker, file).keyWorker());
    var carer = register.person(worker, "Karel", "Vlastní", null);
    register.files.addCarer(worker, file, carer, Register.TODAY);
    assertThrows(Refused.class, () -> register.files.addCarer(worker, file, carer, Register.TODAY));
    register.house.clock().set(Register.TODAY.plusDays(60));
    try {
      assertEquals(
          "Karel", register.people.view(worker, carer).name().given(), "the file took over");
    } finally {
      register.house.clock().set(Register.TODAY);
    }
    register.files.endCarer(worker, file, carer, Leaving.otherwise(Register.TODAY));
    assertEquals(1, register.files.header(worker, file).carers().size(), "the last day counts");
    assertThrows(
        Refused.class,
        () -> register.files.endCarer(worker, file, carer, Leaving.otherwise(Register.TODAY)));
  }

  @Test
  void aDeputyIsSomebodyElseAndKnown() {
    Family family = register.family(director, null, "Zástupná");
    Viewer worker = register.viewer("key-worker");
    assertEquals(
        "deputy",
        assertThrows(
                Refused.class,
                () ->
                    register.files.assign(
                        director, family.file(), worker.staff(), worker.staff(), Register.TODAY))
            .field());
    assertEquals(
        "keyWorker",
        assertThrows(
                Refused.class,
                () ->
                    register.files.assign(
                        director, family.file(), StaffId.next(), null, Register.TODAY))
            .field());
    register.files.assign(director, family.file(), worker.staff(), null, Register.TODAY);
    register.files.assign(director, family.file(), worker.staff(), null, Register.TODAY);
    assertEquals(
        1,
        register.files.history(director, family.file()).assignments().size(),
        "said twice is said once");
    register.files.assign(director, family.file(), null, null, Register.TODAY);
    assertNull(register.files.header(director, family.file()).keyWorker());
    assertThrows(NotFound.class, () -> register.files.header(worker, family.file()));
  }

  @Test
  void theStoryIsReadWithTheEyesOfTheViewer() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Příběhová");
    UUID source = UUID.randomUUID();
    Timeline.NewEntry entry =
        new Timeline.NewEntry(
            "elsewhere",
            "secret",
            source,
            Subject.of(family.file()),
            Register.TODAY,
            "elsewhere.read",
            DataClass.CARE_TEXT,
            new Title("Tajné", "Tajne", "Secret"),
            "/m/elsewhere/1");
    register.timeline.put(director, entry);
    assertTrue(
        register.timeline.of(worker, family.file(), null, 50).items().stream()
            .noneMatch(e -> e.kind().equals("secret")));
    Viewer more = register.house.viewer(worker.staff(), merged(worker, "elsewhere.read"));
    Timeline.Entry seen = register.timeline.of(more, family.file(), null, 50).items().get(0);
    assertEquals("Tajné", seen.title().cs());
    assertEquals("Mgr. Jana Testová", seen.by());
    assertNull(seen.href(), "its bundle is not here");
    Timeline.NewEntry ofTheChild =
        new Timeline.NewEntry(
            "elsewhere",
            "contact",
            UUID.randomUUID(),
            Subject.of(register.files.childFile(family.child())),
            Register.TODAY.minusDays(3),
            "registry.read",
            DataClass.CONTACT_FACTS,
            new Title("Kontakt", "Kontakt", "Contact"),
            null);
    register.timeline.put(director, ofTheChild);
    List<String> kinds = new ArrayList<>();
    String after = null;
    do {
      Page<Timeline.Entry> page = register.timeline.of(worker, family.file(), after, 2);
      page.items().forEach(e -> kinds.add(e.kind()));
      after = page.next();
    } while (after != null);
    assertEquals(5, kinds.size(), kinds.toString());
    assertEquals("contact", kinds.get(0));
    assertEquals(
        List.of("contact"),
        register.timeline.recent(worker, 10).stream().map(r -> r.entry().kind()).toList());
    assertEquals(family.file(), register.timeline.recent(worker, 10).get(0).file());
    assertTrue(
        register.timeline.recent(director, 100).stream()
            .anyMatch(r -> r.file().equals(family.file()) && r.entry().kind().equals("contact")),
        "who has no families of their own reads the news of the centre");
    Subject childFile = Subject.of(register.files.childFile(family.child()));
    register
        .house
        .walls()
        .raise(director, worker.staff(), childFile, Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(
        List.of(), register.timeline.recent(worker, 10), "a wall before the child's sub-file");
    register.house.walls().lift(director, worker.staff(), childFile);
    register.timeline.withdraw("elsewhere", source);
    assertTrue(
        register.timeline.of(more, family.file(), null, 50).items().stream()
            .noneMatch(e -> e.kind().equals("secret")));
  }

  private static java.util.Map<String, org.opora.api.access.Reach> merged(
      Viewer viewer, String permission) {
    java.util.Map<String, org.opora.api.access.Reach> grants =
        new java.util.HashMap<>(viewer.grants());
    grants.put(permission, org.opora.api.access.Reach.OWN);
    return grants;
  }

  @Test
  void thingsAreFoundByThoseWhoMaySeeThem() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Nálezová");
    register.family(director, null, "Nálezová");
    UUID room = UUID.randomUUID();
    register.search.put(
        new SearchIndex.NewEntry(
            "rooms",
            "room",
            room,
            null,
            "staff.read",
            "Nálezová herna",
            new Title("Herna", "Sala", "Playroom"),
            "/rooms/1"));
    assertEquals(3, register.search.find(director, "nalez", null, 10).items().size());
    assertEquals(2, register.search.find(worker, "nalez", null, 10).items().size());
    assertEquals(1, register.search.find(worker, "herna nalez", null, 10).items().size());
    String number = register.files.header(director, family.file()).number();
    assertEquals(
        "/files/" + family.file(),
        register.search.find(worker, number, null, 10).items().get(0).href());
    Page<SearchIndex.Hit> first = register.search.find(director, "nalez", null, 2);
    assertEquals(1, register.search.find(director, "nalez", first.next(), 2).items().size());
    register.search.withdraw("rooms", room);
    assertTrue(register.search.find(worker, "herna", null, 10).items().isEmpty());
    assertTrue(register.search.find(worker, "  ", null, 10).items().isEmpty());
  }

  @Test
  void whatHangsOnAChildIsFoundOnlyWhereItsBundleSaysSo() {
    Family family = register.family(director, null, "Dveřní");
    Subject child = Subject.of(register.files.childFile(family.child()));
    UUID known = UUID.randomUUID();
    for (UUID source : List.of(known, UUID.randomUUID())) {
      register.search.put(
          new SearchIndex.NewEntry(
              "things",
              "thing",
              source,
              child,
              "registry.read",
              "dverni zasuvka",
              new Title("Zásuvka", "Szuflada", "Drawer"),
              "/things/" + source));
    }
    SearchBook search = new SearchBook(register.tx, register.access.access());
    assertEquals(List.of(), search.find(director, "zasuvka", null, 10).items());
    search.with(door("others", Set.of(known)));
    assertEquals(List.of(), search.find(director, "zasuvka", null, 10).items());
    search.with(door("things", Set.of(known)));
    assertEquals(
        List.of("/things/" + known),
        search.find(director, "zasuvka", null, 10).items().stream()
            .map(SearchIndex.Hit::href)
            .toList());
    search.with(door("things", null));
    assertEquals(List.of(), search.find(director, "zasuvka", null, 10).items(), "it is broken");
    assertEquals(
        List.of("/files/" + family.file()),
        search.find(director, "dverni", null, 10).items().stream()
            .map(SearchIndex.Hit::href)
            .toList(),
        "and nothing else with it");
  }

  /**
   * @param known null for one that fails
   */
  private static SearchDoor door(String origin, Set<UUID> known) {
    return new SearchDoor() {
      @Override
      public String origin() {
        return origin;
      }

      @Override
      public Set<UUID> known(Viewer viewer, Collection<UUID> sources) {
        return Set.copyOf(known);
      }
    };
  }

  @Test
  void thingsOfSeveralPermissionsStandInOneOrder() {
    Viewer worker = register.viewer("key-worker");
    Family mine = register.family(director, worker, "Řaditelná");
    Family walled = register.family(director, worker, "Řaditelná");
    register.family(director, null, "Řaditelná");
    assertEquals(2, found(worker, "raditel").size());
    thing("raditelka", null, "registry.read");
    assertEquals(
        3, found(worker, "raditel").size(), "about nobody, under a permission for one's own");
    thing("raditelova", null, "staff.read");
    thing("raditelb", Subject.of(mine.file()), "elsewhere.read");
    thing("raditelc", null, "elsewhere.read");
    register
        .house
        .walls()
        .raise(
            director, worker.staff(), Subject.of(walled.file()), Walls.Ground.CONFLICT_OF_INTEREST);
    assertEquals(
        List.of("raditelka", "/files/" + mine.file(), "raditelova"),
        found(worker, "raditel"),
        "in the order of the words, nothing behind the wall and nothing under another permission");
    Viewer more = register.house.viewer(worker.staff(), merged(worker, "elsewhere.read"));
    assertEquals(
        List.of("raditelb", "raditelc", "raditelka", "/files/" + mine.file(), "raditelova"),
        found(more, "raditel"));
    assertEquals(List.of("raditelb"), found(more, "raditelb spolecne"));
    assertEquals(List.of(), found(more, "raditelb jinde"));
    assertEquals(
        5, found(director, "raditel").size(), "three files, two about nobody: none of elsewhere");
    assertEquals(List.of("raditelova"), found(director, "raditelova spolecne"));
    assertEquals(List.of(), found(director, "raditelova jinde"));
  }

  @Test
  void theRarestWordLeadsAndTheNextPageGoesOnInItsOrder() {
    for (int i = 0; i < 70; i++) {
      thing("vzacnejmeno" + (char) ('a' + i % 26) + i, null, "staff.read");
    }
    List<String> rare = List.of("vzacnejmenozb", "vzacnejmenozy", "vzacnejmenozz");
    List<String> others = List.of("qxc", "qxb", "qxa");
    for (int i = 0; i < 3; i++) {
      thing(rare.get(i) + " " + others.get(i), null, "staff.read");
    }
    Viewer worker = register.viewer("key-worker");
    for (Viewer viewer : List.of(director, worker)) {
      assertEquals(
          List.of(rare.get(2) + " qxa", rare.get(1) + " qxb", rare.get(0) + " qxc"),
          found(viewer, "vzacnejmeno qx"),
          "three begin with the short word, and more than seventy with the long one");
    }
    assertEquals(List.of(rare.get(1) + " qxb"), found(director, "vzacnejmeno qx qxb"));
    assertEquals(List.of(), found(director, "vzacnejmeno qxd"));
    assertEquals(73, found(director, "vzacnejmeno").size());
    assertEquals(73, found(director, "vzacnejmeno spolecne").size());
  }

  private void thing(String word, Subject subject, String permission) {
    register.search.put(
        new SearchIndex.NewEntry(
            "things",
            "thing",
            UUID.randomUUID(),
            subject,
            permission,
            word + " společné",
            new Title(word, word, word),
            word));
  }

  /** Pages of two, put together. */
  private List<String> found(Viewer viewer, String words) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Page<SearchIndex.Hit> page = register.search.find(viewer, words, after, 2);
      page.items().forEach(hit -> found.add(hit.href()));
      after = page.next();
    } while (after != null);
    return found;
  }

  @Test
  void messagesReachWhomTheyAreFor() {
    Viewer one = register.viewer("key-worker");
    Viewer other = register.viewer("key-worker");
    Viewer it = register.viewer("it-administrator");
    Title title = new Title("Import je hotov", "Import gotowy", "Import is done");
    register.inbox.tell(one.staff(), title, "/imports/1");
    assertEquals(1, register.inbox.unread(one));
    assertEquals(0, register.inbox.unread(other));
    register.inbox.tellAll("registry.visit.read", title, null);
    assertEquals(2, register.inbox.unread(one));
    assertEquals(1, register.inbox.unread(other));
    assertEquals(0, register.inbox.unread(it));
    var page = register.inbox.of(one, null, 1);
    assertNull(page.items().get(0).href(), "newest first");
    UUID message = page.items().get(0).id();
    register.inbox.read(one, message);
    register.inbox.read(one, message);
    assertEquals(1, register.inbox.unread(one));
    assertEquals(1, register.inbox.unread(other), "reading is one's own");
    assertTrue(register.inbox.of(one, null, 5).items().get(0).read());
    var second = register.inbox.of(one, page.next(), 5).items();
    assertEquals("/imports/1", second.get(0).href());
    assertThrows(NotFound.class, () -> register.inbox.read(other, second.get(0).id()));
    assertTrue(register.inbox.of(it, null, 5).items().isEmpty());
  }

  @Test
  void staffAreKnownByNameAndChangedByWhoMay() {
    Viewer worker = register.viewer("key-worker");
    StaffId added = register.staff.add(director, " Bc. Ota Řádný ");
    assertEquals("Bc. Ota Řádný", register.staff.member(worker, added).name());
    assertThrows(NotAllowed.class, () -> register.staff.add(worker, "Nikdo"));
    assertThrows(NotAllowed.class, () -> register.staff.all(register.viewer("it-administrator")));
    assertEquals(
        "name", assertThrows(Refused.class, () -> register.staff.add(director, " ")).field());
    long version = register.staff.member(director, added).version();
    register.staff.rename(director, added, version, "Mgr. Ota Řádný");
    assertThrows(Stale.class, () -> register.staff.rename(director, added, version, "X"));
    assertEquals(
        List.of("staff=" + added, "staff=" + added),
        register
            .house
            .transactions("access")
            .read(
                em ->
                    em.createNativeQuery(
                            "SELECT DETAIL FROM ACCESS.AUDIT_EVENT"
                                + " WHERE ACT IN ('staff.added', 'staff.renamed') ORDER BY ID")
                        .getResultList()),
        "the trail says who it was about");
    assertEquals("Mgr. Ota Řádný", register.staff.names(List.of(added, StaffId.next())).get(added));
    register.staff.enter(added, "Někdo jiný");
    assertEquals("Mgr. Ota Řádný", register.staff.member(director, added).name());
    assertFalse(register.staff.all(worker).isEmpty());
  }
}
