package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.timeline.Timeline;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.post.application.LetterLine;
import org.opora.registry.post.application.NewLetter;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.register.Register.Family;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.testkit.OnEveryDatabase;

/** What comes and goes, who may read it, who deals with it and what answers it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostTest {
  private static final String WHO = "Okresní soud v Jičíně";
  private static final String MATTER = "Výzva k podání zprávy o Emě";

  @Parameter TestDatabase.Product product;
  private Register register;
  private Office office;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void bothWaysShareTheNumbersOfTheYearAndNobodyGetsTheSameOne() throws Exception {
    LocalDate newYear = LocalDate.of(2025, 3, 1);
    assertEquals("1/2025", number(enter(director, in(newYear))));
    assertEquals("2/2025", number(enter(director, out(newYear))));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> numbers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        numbers.add(two.submit(() -> number(enter(director, in(newYear)))));
      }
      Set<String> different = new HashSet<>();
      for (Future<String> one : numbers) {
        different.add(one.get());
      }
      assertEquals(12, different.size());
      assertTrue(different.contains("14/2025"), different.toString());
    } finally {
      two.shutdownNow();
    }
    assertEquals("1/2024", number(enter(director, in(newYear.minusYears(1)))));
  }

  @Test
  void aLetterOfAFileIsReadByThoseWhoMaySeeTheFileAndByNobodyElse() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Poštovní");
    UUID letter = enter(worker, in(family, worker, TODAY.plusDays(5)));
    LetterLine line = view(director, letter);
    assertEquals(WHO, line.party());
    assertEquals(MATTER, line.matter());
    assertEquals("Poštovní", line.file().familyName());
    assertEquals("SOON", line.state());
    assertEquals("Mgr. Jana Testová", line.doerName());
    assertTrue(ids(all(director)).contains(letter));
    assertEquals(List.of(letter), ids(ofFile(worker, family)));

    Viewer stranger = office.colleague("key-worker");
    assertThrows(NotFound.class, () -> view(stranger, letter));
    assertThrows(NotFound.class, () -> register.post.settle(stranger, letter, 1, null));
    assertThrows(NotFound.class, () -> register.post.strikeOut(stranger, letter, 1, "x"));
    assertThrows(NotFound.class, () -> register.post.amend(stranger, letter, 1, in(TODAY)));
    assertThrows(NotFound.class, () -> ofFile(stranger, family));
    assertThrows(NotFound.class, () -> enter(stranger, in(family, stranger, TODAY.plusDays(5))));
    assertEquals(List.of(), all(stranger));
    assertThrows(
        NotFound.class,
        () -> register.post.amend(stranger, enter(stranger, in(TODAY)), 1, in(family, null, null)),
        "nobody puts a letter under a file they may not see");

    Viewer administrator = office.colleague("it-administrator");
    assertThrows(NotAllowed.class, () -> all(administrator));
    assertThrows(NotAllowed.class, () -> view(administrator, letter));
    assertThrows(NotAllowed.class, () -> enter(administrator, in(TODAY)));

    register
        .house
        .walls()
        .raise(director, worker.staff(), Subject.of(family.file()), Walls.Ground.SEAL);
    assertThrows(NotFound.class, () -> view(worker, letter));
    assertEquals(List.of(), all(worker));
  }

  @Test
  void aLetterOfNoFileBelongsToItsWriterToWhoDealsWithItAndToWhoeverSeesAll() {
    Viewer writer = office.colleague("key-worker");
    Viewer doer = office.colleague("key-worker");
    UUID letter = enter(writer, in(TODAY, doer.staff(), null, null));
    for (Viewer viewer : List.of(writer, doer, director)) {
      assertEquals("UNDATED", view(viewer, letter).state());
      assertTrue(ids(all(viewer)).contains(letter));
    }
    assertEquals(1, register.inbox.unread(doer));
    Viewer other = office.colleague("key-worker");
    assertThrows(NotFound.class, () -> view(other, letter));
    assertEquals(List.of(), all(other));
    register.post.amend(director, letter, 1, in(TODAY, null, null, null));
    assertThrows(NotFound.class, () -> view(doer, letter), "it was taken away from them");
  }

  @Test
  void whatNamesPeopleIsSealedAlsoWhenTheLetterGoesUnderAnotherFile() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Zapečetěná");
    UUID letter = enter(director, out(TODAY));
    sealed(letter);
    register.post.amend(director, letter, 1, out(TODAY, family.file(), null));
    sealed(letter);
    LetterLine line = view(worker, letter);
    assertEquals(MATTER, line.matter());
    assertEquals("Doručenka 12, šanon 3", line.proof());
    register.post.amend(director, letter, line.version(), out(TODAY));
    assertEquals("Poznámka o Emě", view(director, letter).note());
    assertThrows(NotFound.class, () -> view(worker, letter));
    sealed(letter);
  }

  private void sealed(UUID letter) {
    Letter row = register.tx.read(em -> em.find(Letter.class, letter));
    for (byte[] stored : List.of(row.party(), row.matter(), row.note(), row.proof())) {
      String text = new String(stored, StandardCharsets.UTF_8);
      assertFalse(
          text.contains("soud v")
              || text.contains("o Emě")
              || text.contains("Doručenka")
              || text.contains("Poznámka"),
          text);
    }
  }

  @Test
  void whatIsToBeAnsweredIsATaskUntilItIsSettled() {
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family family = register.family(director, worker, "Úkolovaná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID letter = enter(director, in(family, worker, TODAY.plusDays(3)));
    String number = view(worker, letter).number();
    TaskLine task = tasks(worker, false).get(0);
    assertEquals("Vyřídit došlou poštu č. " + number, task.title().cs());
    assertEquals(TODAY.plusDays(3), task.due());
    assertEquals("/post/" + letter, task.href());
    assertEquals("Úkolovaná", task.file().familyName());

    register.post.amend(worker, letter, version(letter), in(family, worker, TODAY.plusDays(9)));
    assertEquals(TODAY.plusDays(9), tasks(worker, false).get(0).due(), "the same task");
    register.post.amend(worker, letter, version(letter), in(family, deputy, TODAY.plusDays(9)));
    assertEquals(List.of(), tasks(worker, false));
    assertEquals(1, tasks(deputy, false).size());

    register.post.settle(deputy, letter, version(letter), null);
    LetterLine settled = view(worker, letter);
    assertEquals("SETTLED", settled.state());
    assertEquals(TODAY, settled.settledOn());
    assertEquals(List.of(), tasks(deputy, false));
    assertEquals(TODAY, tasks(deputy, true).get(0).doneOn());
    assertNull(refused(() -> register.post.settle(worker, letter, version(letter), null)));

    register.post.reopen(worker, letter, version(letter));
    assertEquals(1, tasks(deputy, false).size(), "asked for again");
    assertEquals(1, tasks(deputy, true).size(), "what was done was done");
    assertNull(refused(() -> register.post.reopen(worker, letter, version(letter))));
    register.post.strikeOut(worker, letter, version(letter), "Zapsáno dvakrát");
    assertEquals(List.of(), tasks(deputy, false));
    assertEquals(6, office.acts("letter=" + letter), "what was refused leaves no change");
  }

  @Test
  void underAnotherFileNobodyKeepsALetterWhoMayNotSeeThatFile() {
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family first = register.family(director, worker, "První");
    Family second = register.family(director, worker, "Druhá");
    register.files.assign(director, first.file(), worker.staff(), deputy.staff(), TODAY);
    UUID letter = enter(director, in(first, deputy, TODAY.plusDays(3)));
    assertEquals(
        "doer",
        refused(() -> register.post.amend(worker, letter, 1, in(second, deputy, null))),
        "who deals with it may not see the other file");
    assertEquals(first.file(), view(director, letter).file().id());
    register.post.amend(worker, letter, version(letter), in(second, worker, null));
    assertEquals(second.file(), view(worker, letter).file().id());
    assertThrows(NotFound.class, () -> view(deputy, letter));
    assertEquals(List.of(), tasks(deputy, false));
  }

  @Test
  void aLetterKeepsItsTaskSoThatWhoeverHasItCanOpenIt() {
    Viewer writer = office.colleague("key-worker");
    Viewer doer = office.colleague("key-worker");
    Viewer other = office.colleague("key-worker");
    UUID letter = enter(writer, in(TODAY, doer.staff(), null, null));
    TaskLine task = tasks(doer, false).get(0);
    assertNull(
        refused(
            () -> register.desk.amend(doer, task.id(), task.version(), null, other.staff(), null)));
    assertEquals(List.of(), tasks(other, false));
    assertNull(refused(() -> register.desk.finish(doer, task.id(), task.version(), null)));
    assertEquals("UNDATED", view(doer, letter).state(), "the reminder lasts as long as the letter");
    assertEquals(1, tasks(doer, false).size());

    register.post.amend(doer, letter, version(letter), in(TODAY, other.staff(), null, null));
    assertEquals(List.of(), tasks(doer, false));
    assertEquals(1, tasks(other, false).size());
    assertEquals(MATTER, view(other, letter).matter());
    assertTrue(ids(all(other)).contains(letter));
    register.post.settle(other, letter, version(letter), null);
    TaskLine done = tasks(other, true).get(0);
    assertNull(refused(() -> register.desk.reopen(other, done.id(), done.version())));
    assertEquals("SETTLED", view(other, letter).state());
    register.post.reopen(other, letter, version(letter));
    assertEquals(1, tasks(other, false).size());
  }

  @Test
  void aLetterLeavesItsFileOnlyForThoseWhoMaySeeThatFile() {
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family family = register.family(director, worker, "Opouštěná");
    register.files.assign(director, family.file(), worker.staff(), deputy.staff(), TODAY);
    UUID ofDirector = enter(director, in(family, null, null));
    assertEquals(
        "file",
        refused(() -> register.post.amend(worker, ofDirector, 1, in(TODAY))),
        "they would not see it any more");
    register.post.amend(worker, ofDirector, 1, in(TODAY, worker.staff(), null, null));
    assertEquals(MATTER, view(worker, ofDirector).matter(), "they deal with it");

    UUID ofDeputy = enter(deputy, in(family, worker, null));
    register
        .house
        .walls()
        .raise(director, deputy.staff(), Subject.of(family.file()), Walls.Ground.EXCLUSION);
    assertThrows(NotFound.class, () -> view(deputy, ofDeputy));
    for (Viewer viewer : List.of(worker, director)) {
      assertEquals(
          "file",
          refused(
              () ->
                  register.post.amend(
                      viewer, ofDeputy, version(ofDeputy), in(TODAY, worker.staff(), null, null))),
          "its writer is walled off");
    }
    assertThrows(NotFound.class, () -> view(deputy, ofDeputy));
    register.access.accounts().disable(director, deputy.staff());
    register.post.amend(
        director, ofDeputy, version(ofDeputy), in(TODAY, worker.staff(), null, null));
    assertEquals(MATTER, view(worker, ofDeputy).matter(), "who left is shown nothing");
  }

  @Test
  void anAnswerSettlesWhatItAnswersAndStruckOutLetsItWaitAgain() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Odpovídaná");
    UUID asked = enter(worker, in(family, worker, TODAY.plusDays(3)));
    UUID reply = enter(worker, out(TODAY, family.file(), asked));
    PostDesk.Seen seen = register.post.view(worker, asked);
    assertEquals("SETTLED", seen.letter().state());
    assertEquals(List.of(new PostDesk.Tie(reply, number(reply))), seen.ties());
    assertEquals(
        List.of(new PostDesk.Tie(asked, number(asked))), register.post.view(worker, reply).ties());
    assertEquals(List.of(), tasks(worker, false));
    assertNull(refused(() -> enter(worker, out(TODAY, family.file(), asked))), "once is enough");
    assertNull(refused(() -> enter(worker, out(TODAY, family.file(), reply))), "it asks nothing");

    register.post.strikeOut(worker, reply, version(reply), "Neodešlo");
    assertEquals("SOON", view(worker, asked).state());
    assertEquals(1, tasks(worker, false).size());
    assertEquals("Neodešlo", view(worker, reply).reason());
    assertEquals("VOID", view(worker, reply).state());
    assertNull(refused(() -> register.post.amend(worker, reply, version(reply), out(TODAY))));

    UUID later = enter(worker, out(TODAY, family.file(), null));
    assertNull(refused(() -> register.post.settle(worker, later, version(later), null)));
    UUID forInformation = enter(worker, in(family, null, null));
    enter(worker, out(TODAY, family.file(), forInformation));
    assertEquals("SETTLED", view(worker, forInformation).state(), "answered without having to");
    for (String wrong : List.of("x", "999/2026", number(asked), number(reply))) {
      assertEquals(
          "answer",
          refused(() -> register.post.settle(worker, asked, version(asked), wrong)),
          wrong);
    }
    UUID hidden = enter(director, out(TODAY));
    assertEquals(
        "answer",
        refused(() -> register.post.settle(worker, asked, version(asked), number(hidden))));
    register.post.settle(director, asked, version(asked), " " + number(hidden) + " ");
    assertEquals(
        List.of(new PostDesk.Tie(null, number(hidden))),
        register.post.view(worker, asked).ties(),
        "a number, and no way to what one may not see");
    register.post.reopen(worker, asked, version(asked));
    register.post.settle(worker, asked, version(asked), number(later));
    assertEquals(later, register.post.view(worker, asked).ties().get(0).id());
  }

  @Test
  void whatCannotBeIsRefusedBesideItsField() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Odmítnutá");
    StaffId me = worker.staff();
    assertEquals("passedOn", refused(() -> enter(worker, in(null))));
    assertEquals("passedOn", refused(() -> enter(worker, in(TODAY.plusDays(1)))));
    assertEquals("party", refused(() -> enter(worker, in(TODAY, " ", MATTER))));
    assertEquals("matter", refused(() -> enter(worker, in(TODAY, WHO, null))));
    assertEquals("matter", refused(() -> enter(worker, in(TODAY, WHO, "x".repeat(201)))));
    assertEquals("doer", refused(() -> enter(worker, in(TODAY, null, TODAY, null))));
    assertEquals("due", refused(() -> enter(worker, in(TODAY, me, TODAY.minusDays(1), null))));
    Viewer stranger = office.colleague("key-worker");
    assertEquals("doer", refused(() -> enter(worker, in(family, stranger, TODAY))));
    Viewer administrator = office.colleague("it-administrator");
    assertEquals(
        "doer", refused(() -> enter(worker, in(TODAY, administrator.staff(), TODAY, null))));
    assertEquals("deliveredOn", refused(() -> enter(worker, delivered(TODAY, TODAY.minusDays(1)))));
    assertEquals("deliveredOn", refused(() -> enter(worker, delivered(TODAY, TODAY.plusDays(1)))));
    UUID letter = enter(worker, in(TODAY));
    assertEquals(
        "passedOn",
        refused(() -> register.post.amend(worker, letter, 1, in(TODAY.minusYears(1)))),
        "the number belongs to its year");
    assertEquals("reason", refused(() -> register.post.strikeOut(worker, letter, 1, " ")));
    assertEquals(1, all(worker).size());
  }

  @Test
  void theBookStandsNewestFirstAndIsNarrowedDown() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Řazená");
    UUID old = enter(worker, in(TODAY.minusDays(9), worker.staff(), null, family.file()));
    UUID today = enter(worker, in(TODAY));
    UUID between = enter(worker, out(TODAY.minusDays(4), family.file(), null));
    UUID mine = enter(worker, in(TODAY.minusDays(5), worker.staff(), null, null));
    List<UUID> expected = List.of(today, between, mine, old);
    for (int limit : List.of(1, 2, 3, 100)) {
      assertEquals(expected, paged(worker, new PostFilter(null, false, null, null), limit));
    }
    assertEquals(
        List.of(between), paged(worker, new PostFilter(Direction.OUTGOING, false, null, null), 1));
    assertEquals(
        List.of(mine, old), paged(worker, new PostFilter(null, true, worker.staff(), null), 1));
    assertEquals(
        List.of(old),
        paged(worker, new PostFilter(Direction.INCOMING, true, null, family.file()), 9));
    assertEquals(List.of(between, old), ids(ofFile(director, family)));
    assertTrue(paged(director, new PostFilter(null, false, null, null), 3).containsAll(expected));
  }

  @Test
  void nobodyWritesOverWhatSomebodyElseSaved() {
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Souběh");
    UUID letter = enter(worker, in(family, worker, TODAY.plusDays(3)));
    long seen = version(letter);
    register.post.amend(director, letter, seen, in(family, worker, TODAY.plusDays(5)));
    assertNotEquals(seen, version(letter));
    assertThrows(
        Stale.class, () -> register.post.amend(worker, letter, seen, in(family, worker, null)));
    assertThrows(Stale.class, () -> register.post.settle(worker, letter, seen, null));
    assertThrows(Stale.class, () -> register.post.strikeOut(worker, letter, seen, "x"));
    assertEquals(TODAY.plusDays(5), view(worker, letter).due());
  }

  @Test
  void theFileTellsThatALetterCameAndIsNotTakenBackWithTheImport() {
    Family family = register.family(director, null, "Dovezená");
    assertTrue(register.arrivals.untouched(director, family.file()));
    UUID letter = enter(director, in(family, null, null));
    Timeline.Entry entry = entries(family).get(0);
    assertEquals("Došla pošta č. " + number(letter), entry.title().cs());
    assertFalse(register.arrivals.untouched(director, family.file()));
    assertNull(refused(() -> register.arrivals.withdraw(director, family.file())));
    register.post.strikeOut(director, letter, 1, "Jiná rodina");
    assertEquals(List.of(), entries(family));
    assertFalse(register.arrivals.untouched(director, family.file()), "the line stays");
  }

  @Test
  void whoeverMayOnlyReadWritesNothing() {
    UUID letter = enter(director, in(TODAY));
    Viewer reader = register.house.viewer(StaffId.next(), Map.of(PostDesk.READ, Reach.ALL));
    assertEquals(MATTER, view(reader, letter).matter());
    assertThrows(NotAllowed.class, () -> enter(reader, in(TODAY)));
    assertThrows(NotAllowed.class, () -> register.post.strikeOut(reader, letter, 1, "x"));
  }

  private List<Timeline.Entry> entries(Family family) {
    return register.timeline.of(director, family.file(), null, 50).items().stream()
        .filter(entry -> entry.kind().equals("letter"))
        .toList();
  }

  private UUID enter(Viewer viewer, NewLetter letter) {
    return register.post.enter(viewer, letter);
  }

  private LetterLine view(Viewer viewer, UUID letter) {
    return register.post.view(viewer, letter).letter();
  }

  private String number(UUID letter) {
    return view(director, letter).number();
  }

  private long version(UUID letter) {
    return register.tx.read(em -> em.find(Letter.class, letter).version());
  }

  private List<LetterLine> all(Viewer viewer) {
    return register.post.list(viewer, new PostFilter(null, false, null, null), null, 100).items();
  }

  private List<LetterLine> ofFile(Viewer viewer, Family family) {
    return register.post.list(viewer, PostFilter.of(family.file()), null, 100).items();
  }

  private List<TaskLine> tasks(Viewer viewer, boolean done) {
    return register.desk.list(viewer, viewer.staff(), done, null, 100).items();
  }

  private List<UUID> paged(Viewer viewer, PostFilter filter, int limit) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      Page<LetterLine> page = register.post.list(viewer, filter, after, limit);
      all.addAll(ids(page.items()));
      after = page.next();
    } while (after != null);
    return all;
  }

  private static List<UUID> ids(List<LetterLine> lines) {
    return lines.stream().map(LetterLine::id).toList();
  }

  private static String refused(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(Refused.class, act).field();
  }

  private static NewLetter in(LocalDate day) {
    return in(day, null, null, null);
  }

  private static NewLetter in(Family family, Viewer doer, LocalDate due) {
    return in(TODAY, doer == null ? null : doer.staff(), due, family.file());
  }

  private static NewLetter in(LocalDate day, StaffId doer, LocalDate due, CaseFileId file) {
    return new NewLetter(
        Direction.INCOMING,
        day,
        Channel.POST,
        WHO,
        MATTER,
        null,
        null,
        file,
        null,
        doer,
        due,
        null);
  }

  private static NewLetter in(LocalDate day, String who, String matter) {
    return new NewLetter(
        Direction.INCOMING,
        day,
        Channel.POST,
        who,
        matter,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static NewLetter out(LocalDate day) {
    return out(day, null, null);
  }

  private static NewLetter out(LocalDate day, CaseFileId file, UUID answers) {
    return new NewLetter(
        Direction.OUTGOING,
        day,
        Channel.DATA_BOX,
        WHO,
        MATTER,
        day,
        "Doručenka 12, šanon 3",
        file,
        "Poznámka o Emě",
        null,
        null,
        answers);
  }

  private static NewLetter delivered(LocalDate day, LocalDate deliveredOn) {
    return new NewLetter(
        Direction.OUTGOING,
        day,
        Channel.POST,
        WHO,
        MATTER,
        deliveredOn,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
