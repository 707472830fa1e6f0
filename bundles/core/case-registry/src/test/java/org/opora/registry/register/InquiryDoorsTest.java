package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** Inquiries through the pages: where they come from, how they are put right, how they end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryDoorsTest {
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final Office office = new Office(register);
  private final Doors doors = new IntakeRooms(register).doors();
  private final Viewer director = office.director();
  private final Viewer deputy = office.colleague("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void anInquiryOfAFirstContactIsNotTypedTwice() {
    String contact =
        doors.post(
            director,
            "/intake/new",
            "on",
            "2. 11. 2026",
            "name",
            "Paní Dvakrátová",
            "reachedAt",
            "600 777 888",
            "way",
            "PHONE",
            "topic",
            "AGREEMENT",
            "answered",
            "NO",
            "urgency",
            "CALM",
            "says",
            "Ptá se na dohodu",
            "nextStep",
            "NONE",
            "doer",
            director.staff().toString());
    assertTrue(doors.open(director, contact).contains(contact + "/inquiry"));
    Asked asked = doors.knock(director, contact + "/inquiry", Map.of());
    String form = doors.show(director, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(form.contains("Paní Dvakrátová") && form.contains("600 777 888"), form);
    assertTrue(
        asked
            .shown()
            .contains(new Subject(Subject.Kind.DRAWER, UUID.fromString(Doors.last(contact)))),
        "reading the name is recorded");
    String wrong = doors.refused(director, 422, contact + "/inquiry", "on", "2. 11. 2026");
    assertTrue(wrong.contains("e-name") && wrong.contains(contact + "/inquiry"), wrong);
    String path = post(contact + "/inquiry", "Paní Dvakrátová");
    assertTrue(doors.open(director, path).contains("href=\"" + contact + "\""));
    String entry = doors.open(director, contact);
    assertTrue(entry.contains("href=\"" + path + "\""), entry);
    assertFalse(entry.contains(contact + "/inquiry"), "there is one");

    String family = doors.open(director, path + "/family");
    assertTrue(family.contains("name=\"carer1phone\""), family);
    assertTrue(family.contains("value=\"600 100 200\""), family);
    String file =
        doors.post(
            director,
            path + "/family",
            "familyName",
            "Dvakrátovi",
            "openedOn",
            "2. 11. 2026",
            "carer1given",
            "Olga",
            "carer1family",
            "Dvakrátová",
            "carer1phone",
            "600 777 888");
    assertFalse(doors.open(director, path).contains("600 100 200"), "with the person");
    assertFalse(doors.open(director, contact).contains("600 777 888"), "here, too");
    String edit = doors.open(director, contact + "/edit");
    assertFalse(edit.contains("name=\"reachedAt\""), "and it is not asked for again");
    CaseFileId opened = new CaseFileId(UUID.fromString(Doors.last(file)));
    var carer = register.files.header(director, opened).carers().get(0).person();
    assertEquals("600 777 888", register.people.view(director, carer).phone());
  }

  @Test
  void aFamilyWithAFileIsAcceptedIntoIt() {
    Family family = register.family(director, null, "Zavedená");
    Family other = register.family(director, null, "Jinačí");
    String number = register.files.header(director, family.file()).number();
    String path = post("/inquiries/new", "Zavedená");
    assertTrue(doors.open(director, path).contains(path + "/file"));
    String form = doors.open(director, path + "/file");
    assertTrue(form.contains("Zavedená") && form.contains("600 100 200"), form);
    assertTrue(doors.refused(director, 422, path + "/file", "number", "").contains("e-number"));
    assertTrue(
        doors.refused(director, 422, path + "/file", "number", "999/1900").contains("e-number"));
    String seen = doors.refused(director, 200, path + "/file", "number", number);
    assertTrue(seen.contains(family.file().toString()), seen);
    assertTrue(seen.contains("Marie Zavedená"), seen);
    String mistyped =
        doors.refused(
            director,
            200,
            path + "/file",
            "number",
            register.files.header(director, other.file()).number(),
            "file",
            family.file().toString());
    assertTrue(mistyped.contains("Marie Jinačí"), "another number is shown before it is taken");
    assertEquals(
        "/files/" + family.file(),
        doors.post(director, path + "/file", "number", number, "file", family.file().toString()));
    String done = doors.open(director, path);
    assertTrue(done.contains("href=\"/files/" + family.file() + "\""), done);
    assertFalse(done.contains("600 100 200"), done);
    Asked asked = doors.knock(director, "/inquiries", Map.of()).asking("show", "ALL");
    String list = doors.show(director, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(list.contains("Jméno je ve spisu rodiny"), list);
    assertFalse(list.contains(">Zavedená<"), list);
  }

  @Test
  void aMistakeIsPutRightOnAPageOfItsOwn() {
    String path = post("/inquiries/new", "Omylná");
    Viewer worker = office.colleague("key-worker");
    doors.post(director, path + "/step", "version", "1", "next", "WITHDRAWN", "on", "2. 11. 2026");
    String page = doors.open(director, path);
    assertTrue(page.contains(path + "/correct"), page);
    doors.open(director, path + "/correct");
    String wrong =
        doors.refused(
            director,
            422,
            path + "/correct",
            "version",
            "2",
            "state",
            "WAITING",
            "on",
            "2. 11. 2026");
    assertTrue(wrong.contains("e-reason"), wrong);
    doors.post(
        director,
        path + "/correct",
        "version",
        "2",
        "state",
        "WAITING",
        "on",
        "2. 11. 2026",
        "reason",
        "Spletli jsme <rodinu>");
    String right = doors.open(director, path);
    assertTrue(right.contains("Spletli jsme &lt;rodinu&gt;"), right);
    assertTrue(right.contains("Dříve zapsáno: Rodina nepokračuje"), right);
    String stale =
        doors.refused(
            director,
            422,
            path + "/correct",
            "version",
            "2",
            "state",
            "NEW",
            "on",
            "2. 11. 2026",
            "reason",
            "Znovu");
    assertTrue(stale.contains("Mezitím údaje změnil"), stale);
    assertFalse(worker.may("registry.intake.return"));
    doors.routes().stream()
        .filter(
            route ->
                route.pattern().startsWith("/intake/disposals")
                    || route.pattern().equals("/inquiries/{inquiry}/correct"))
        .forEach(route -> assertFalse(worker.may(route.permission()), route.pattern()));
  }

  @Test
  void theReturnIsFiledByOneAndTheNamesAreDeletedByAnother() {
    String path =
        doors.post(
            director,
            "/inquiries/new",
            "on",
            "4. 5. 2025",
            "name",
            "Loňská",
            "phone",
            "600 100 200",
            "doer",
            director.staff().toString());
    doors.post(director, path + "/step", "version", "1", "next", "WITHDRAWN", "on", "4. 5. 2025");
    Asked asked = doors.knock(director, "/inquiries/return/file", Map.of()).asking("year", "2025");
    String list = doors.show(director, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(list.contains("Loňská"), "whose data they are");
    assertTrue(list.contains(deputy.staff().toString()), "who can approve");
    assertTrue(
        asked.shown().contains(new Subject(Subject.Kind.DRAWER, UUID.fromString(Doors.last(path)))),
        "reading the list is recorded");
    String unasked =
        doors.refused(
            director, 422, "/inquiries/return/file", "year", "2025", "filedOn", "2. 11. 2026");
    assertTrue(unasked.contains("e-approver"), unasked);
    String disposal =
        doors.post(
            director,
            "/inquiries/return/file",
            "year",
            "2025",
            "filedOn",
            "2. 11. 2026",
            "approver",
            deputy.staff().toString());
    String mine = doors.open(director, disposal);
    assertFalse(mine.contains(disposal + "/approve"), mine);
    assertTrue(mine.contains(disposal + "/decline"), "she can take it back");
    assertTrue(doors.open(director, "/intake/disposals").contains(disposal));
    assertTrue(doors.open(deputy, disposal).contains(disposal + "/approve"));
    String unconfirmed = doors.refused(deputy, 422, disposal + "/approve", "version", "1");
    assertTrue(unconfirmed.contains("e-confirmed"), unconfirmed);
    String kept = doors.refused(deputy, 422, disposal + "/decline", "version", "1");
    assertTrue(kept.contains("e-reason"), kept);
    doors.post(deputy, disposal + "/approve", "version", "1", "confirmed", "on");
    assertFalse(doors.open(deputy, disposal).contains("Loňská"));
    assertTrue(doors.open(director, path).contains("Údaje smazány"));

    doors.post(
        director,
        "/inquiries/new",
        "on",
        "5. 5. 2025",
        "name",
        "Opožděná",
        "phone",
        "600 100 200",
        "doer",
        director.staff().toString());
    String offered = doors.open(director, "/inquiries/return");
    int last = offered.indexOf("/inquiries/return?year=2025");
    assertTrue(last > offered.indexOf("/inquiries/return?year=2026"), "the newest first");
    assertFalse(offered.contains("/inquiries/return?year=2019"), "nothing is recorded of it");
    Asked former = doors.knock(director, "/inquiries/return", Map.of()).asking("year", "2019");
    assertThrows(
        NotFound.class, () -> doors.ask(Route.Method.GET, former), "never another year instead");
    CaseFileId old =
        register.files.open(director, new NewFile(null, "Dávná", LocalDate.of(2018, 1, 10)));
    register.agreements.conclude(
        director,
        old,
        new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2018, 1, 10), "Město"));
    String quiet = doors.show(director, doors.ask(Route.Method.GET, former), 200);
    assertTrue(quiet.contains("Roční výkaz 2019"), quiet);
    for (String none : List.of("2017", "2027", "x")) {
      Asked no = doors.knock(director, "/inquiries/return", Map.of()).asking("year", none);
      assertThrows(NotFound.class, () -> doors.ask(Route.Method.GET, no), none);
    }
    Asked page = doors.knock(director, "/inquiries/return", Map.of()).asking("year", "2025");
    String filed = doors.show(director, doors.ask(Route.Method.GET, page), 200);
    assertTrue(filed.contains("Od té doby se záznamy změnily"), filed);
    String export =
        new String(
            doors.take(
                doors
                    .knock(director, "/inquiries/return/export", Map.of())
                    .asking("format", "csv")
                    .asking("year", "2025"),
                new HashSet<>()),
            StandardCharsets.UTF_8);
    assertTrue(
        export
            .lines()
            .anyMatch(line -> line.matches("\"?Zájem o dohodu zapsaný v roce\"?[;,]1[;,]2.*")),
        export);
  }

  @Test
  void oldFirstContactsAreProposedOnThePageOfDeletions() {
    doors.post(
        director,
        "/intake/new",
        "on",
        "2. 11. 2020",
        "way",
        "PHONE",
        "topic",
        "AGREEMENT",
        "answered",
        "YES",
        "urgency",
        "CALM",
        "says",
        "Dávno",
        "advice",
        "Nic",
        "respondedOn",
        "2. 11. 2020",
        "nextStep",
        "NONE",
        "doer",
        director.staff().toString());
    String page = doors.open(director, "/intake/disposals");
    assertTrue(page.contains("1 zápisu už skončila doba"), page);
    assertTrue(doors.refused(director, 422, "/intake/disposals").contains("e-approver"));
    String disposal =
        doors.post(director, "/intake/disposals", "approver", deputy.staff().toString());
    assertTrue(doors.open(director, "/intake/disposals").contains(disposal));
    doors.post(deputy, disposal + "/decline", "version", "1", "reason", "Ještě ne");
    assertTrue(doors.open(director, disposal).contains("Ještě ne"));
  }

  private String post(String path, String name) {
    return doors.post(
        director,
        path,
        "on",
        "2. 11. 2026",
        "name",
        name,
        "phone",
        "600 100 200",
        "doer",
        director.staff().toString());
  }
}
