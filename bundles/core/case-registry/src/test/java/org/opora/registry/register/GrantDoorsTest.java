package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.grant.Grant;
import org.opora.api.ids.AgreementId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;

/** The money of families through the pages: real handlers, real use cases, real templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantDoorsTest {
  private static final String NBSP = "\u00a0";
  private final Register register = new Register(TestDatabase.Product.DERBY);
  private final GrantRoom room = new GrantRoom(register);
  private final Doors doors = new Doors(register, room.routes(), room.overview());
  private final Viewer director = register.viewer("director");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void anExpenseGoesItsWayThroughThePages() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Cestovní");
    String part = "/files/" + family.file() + "/grant";
    String empty = doors.open(worker, part);
    assertTrue(said(empty).contains("66 000,00 Kč"), empty);
    assertTrue(empty.contains(part + "/new"), empty);
    String form = doors.open(worker, part + "/new");
    assertTrue(said(form).contains("nejvýše 1 500 Kč na dospělého a noc"), form);
    assertTrue(form.contains("Strava pečujících osob se nehradí"), form);
    assertTrue(form.contains("f) "), "the letter of the right stands before it");
    String wrong =
        doors.refused(
            worker, 422, part + "/new", "on", "31. 2. 2026", "amount", "pět", "capUnits", "0");
    for (String field : new String[] {"what", "on", "amount", "route", "capUnits"}) {
      assertTrue(wrong.contains("e-" + field), field + " " + wrong);
    }
    String over =
        doors.refused(
            worker,
            422,
            part + "/new",
            "what",
            "Nocleh <na kurzu>",
            "on",
            "5. 10. 2026",
            "right",
            "cz.47a.f",
            "amount",
            "3 000,01",
            "route",
            "REFUND",
            "cap",
            "cz.training-night",
            "capUnits",
            "2");
    assertTrue(said(over).contains("nejvýše 3 000,00 Kč"), over);
    assertTrue(over.contains("Nocleh &lt;na kurzu&gt;"), "what was typed stays");
    String path =
        doors.post(
            worker,
            part + "/new",
            "what",
            "Nocleh <na kurzu>",
            "on",
            "5. 10. 2026",
            "child",
            family.child().toString(),
            "right",
            "cz.47a.f",
            "amount",
            "3 000",
            "route",
            "REFUND",
            "cap",
            "cz.training-night",
            "capUnits",
            "2",
            "share",
            "90",
            "shareCap",
            "cz.share.lunch",
            "shareUnits",
            "1");
    String own = doors.open(worker, path);
    assertTrue(own.contains("Čeká na schválení") && own.contains("Ema Cestovní"), own);
    assertTrue(own.contains("10. 2. 2025"), "the warning about refunds");
    assertFalse(own.contains("/approve"), "the key worker does not decide");
    assertTrue(doors.open(worker, path + "/edit").contains("value=\"3000\""));
    String stale =
        doors.refused(
            worker,
            422,
            path + "/edit",
            "version",
            "9",
            "what",
            "Nocleh",
            "on",
            "5. 10. 2026",
            "right",
            "cz.47a.f",
            "amount",
            "2 500",
            "route",
            "INVOICE");
    assertTrue(said(stale).contains("3 000,00 Kč"), "what stands there now");
    String card = doors.open(director, "/grant/card");
    assertTrue(card.contains(path), card);
    assertTrue(doors.open(director, path).contains(path + "/approve"));
    assertTrue(doors.refused(director, 422, path + "/reject", "version", "1").contains("e-reason"));
    doors.post(director, path + "/reject", "version", "1", "reason", "Doložte potvrzení");
    assertTrue(doors.open(worker, path).contains("Doložte potvrzení"));
    doors.post(
        worker,
        path + "/edit",
        "version",
        "2",
        "what",
        "Nocleh",
        "on",
        "5. 10. 2026",
        "child",
        family.child().toString(),
        "right",
        "cz.47a.f",
        "amount",
        "2 500",
        "route",
        "INVOICE");
    doors.post(director, path + "/approve", "version", "3");
    String paying = doors.open(director, path);
    assertTrue(paying.contains("name=\"account\""), paying);
    String slip =
        doors.refused(
            director,
            422,
            path + "/pay",
            "version",
            "4",
            "paidOn",
            "2. 11. 2026",
            "invoice",
            "FV 7",
            "supplier",
            "Hotel",
            "invoicedOn",
            "1. 11. 2026",
            "account",
            "19-2000145398/0800",
            "namesChild",
            "on");
    assertTrue(slip.contains("e-account") && slip.contains("value=\"FV 7\""), slip);
    doors.post(
        director,
        path + "/pay",
        "version",
        "4",
        "paidOn",
        "2. 11. 2026",
        "invoice",
        "FV 7",
        "supplier",
        "Hotel",
        "invoicedOn",
        "1. 11. 2026",
        "account",
        "19-2000145399/0800",
        "namesChild",
        "on");
    String paid = doors.open(worker, path);
    assertTrue(paid.contains("Zaplaceno") && paid.contains("uvádí dítě"), paid);
    assertTrue(
        said(doors.open(worker, part)).contains("class=\"num text-nowrap\">2 500,00 Kč"),
        "sums stand below one another");
    doors.post(director, path + "/not-paid", "version", "5");
    doors.post(director, path + "/open-again", "version", "6");
    doors.post(worker, path + "/withdraw", "version", "7");
    assertTrue(doors.open(worker, path).contains("Staženo"));
    assertTrue(listed(worker, "/grant/expenses", "show", "WITHDRAWN").contains(path));
    assertFalse(listed(worker, "/grant/expenses", "show", "PAID").contains(path));
    assertTrue(
        listed(worker, "/grant/expenses", "file", family.file().toString(), "year", "2026")
            .contains(path));
    Set<Subject> shown = new HashSet<>();
    Asked knock = doors.knock(worker, "/grant/expenses/export", Map.of()).asking("format", "csv");
    String csv = new String(doors.take(knock, shown), StandardCharsets.UTF_8);
    assertTrue(csv.contains("2500,00") || csv.contains("2500"), csv);
    assertEquals(Set.of(Subject.of(family.file()), Subject.of(family.child())), shown);
  }

  @Test
  void aYearIsShownSettledAndJustified() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Končící");
    AgreementId agreement = register.agreements.of(director, family.file()).get(0).id();
    String sheet = "/grant/agreements/" + agreement;
    assertTrue(said(doors.open(worker, sheet)).contains("66 000,00 Kč"));
    assertFalse(doors.open(worker, sheet).contains("/received"), "the key worker reads only");
    register.agreements.end(director, agreement, LocalDate.of(2026, 6, 30));
    String ended = said(doors.open(director, sheet));
    assertTrue(ended.contains("33 000,00 Kč"), ended);
    assertTrue(ended.contains("15. 7. 2026") && ended.contains("30. 4. 2027"), ended);
    assertTrue(ended.contains("jeden výklad, nepotvrzeno"), "the mark stands beside");
    assertTrue(
        doors
            .refused(director, 422, sheet + "/received", "received", "x", "year", "2026")
            .contains("e-received"));
    doors.post(
        director,
        sheet + "/received",
        "received",
        "66 000",
        "receivedOn",
        "15. 2. 2026",
        "year",
        "2026");
    String came = doors.open(director, sheet);
    assertTrue(came.contains("/grant/receipts/"), came);
    assertTrue(listed(director, "/grant", "show", "ENDED").contains("K vypořádání"));
    String card = doors.open(director, "/grant/card");
    assertTrue(card.contains(sheet), card);
    assertTrue(card.contains("/grant?year=2026&amp;show=TO_SETTLE"), card);
    assertTrue(said(card).contains("1 dohoda roku 2026 k vypořádání"), card);
    assertTrue(listed(director, "/grant", "show", "TO_SETTLE").contains(sheet));
    doors.post(
        director,
        sheet + "/settle",
        "version",
        "0",
        "year",
        "2026",
        "reportedOn",
        "10. 7. 2026",
        "returned",
        "33 000",
        "returnedOn",
        "1. 9. 2026");
    assertFalse(doors.open(director, "/grant/card").contains(sheet));
    assertTrue(
        said(doors.refused(director, 422, sheet + "/settle", "version", "0", "year", "2026"))
            .contains("Vráceno"));
    String receipt =
        "/grant/receipts/" + room.receipts.of(director, agreement, 2026).get(0).id() + "/remove";
    doors.post(director, receipt, "version", "1");
    String struck = said(doors.open(director, sheet));
    assertTrue(struck.contains("<del>66 000,00 Kč</del>"), struck);
    assertTrue(struck.contains("Kolik skutečně přišlo, zatím nikdo nezapsal"), struck);
    assertTrue(said(doors.refused(director, 422, receipt, "version", "1")).contains("už škrtnutá"));
    assertTrue(said(listed(director, sheet, "year", "2025")).contains("Dohoda neplatila"));

    String bands = said(doors.open(director, "/grant/bands"));
    assertTrue(bands.contains("5 až 15 %") && bands.contains("10 až 20 %"), bands);
    assertTrue(bands.contains("Součty jsou z dohod, které vidíte."), bands);
    assertFalse(bands.contains("celkem"), "not said of the centre");
    assertTrue(bands.contains("/grant/bands?year=2026\" aria-current=\"page\""), bands);
    assertTrue(doors.open(director, "/grant").contains("/grant/bands?year=2026"));
    assertFalse(doors.open(worker, "/grant").contains("/grant/bands"));
    assertThrows(NotFound.class, () -> doors.open(worker, "/grant/bands"));
    listed(director, "/grant/bands/why", "band", "cz.band.care", "year", "2026");
    assertTrue(
        doors
            .refused(
                director,
                422,
                "/grant/bands/why",
                "year",
                "2026",
                "band",
                "cz.band.care",
                "text",
                "")
            .contains("e-text"));
    doors.post(
        director,
        "/grant/bands/why",
        "year",
        "2026",
        "band",
        "cz.band.care",
        "version",
        "0",
        "text",
        "Rodiny o hlídání nestály");
    assertTrue(doors.open(director, "/grant/bands").contains("Rodiny o hlídání nestály"));
    Set<Subject> shown = new HashSet<>();
    Asked all = doors.knock(director, "/grant/export", Map.of()).asking("format", "csv");
    assertTrue(new String(doors.take(all, shown), StandardCharsets.UTF_8).contains("Končící"));
    assertTrue(shown.contains(Subject.of(family.file())));
    Asked shares = doors.knock(director, "/grant/bands/export", Map.of()).asking("format", "csv");
    assertTrue(
        new String(doors.take(shares, new HashSet<>()), StandardCharsets.UTF_8)
            .contains("Pod hranicí"));
  }

  @Test
  void whoDoesNotLeadTheFamilyFindsNothingBehindAnyDoor() {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Zavřená");
    AgreementId agreement = register.agreements.of(director, family.file()).get(0).id();
    String path =
        doors.post(
            worker,
            "/files/" + family.file() + "/grant/new",
            "what",
            "Terapie",
            "on",
            "5. 10. 2026",
            "right",
            "cz.47a.c",
            "amount",
            "100",
            "route",
            "INVOICE");
    String receipt =
        room.receipts.receive(director, agreement, 2026, 100, LocalDate.of(2026, 2, 15)).toString();
    Viewer stranger = register.viewer("key-worker");
    Viewer colleague = register.viewer("key-worker");
    register
        .access
        .relations()
        .grant(
            colleague.staff(),
            Subject.of(family.file()),
            RelationKind.CO_WORKER,
            Register.TODAY,
            null,
            "test:" + receipt);
    int tried = 0;
    for (Route route : room.routes().routes()) {
      assertTrue(
          Set.of(Grant.READ, Grant.WRITE, Grant.APPROVE).contains(route.permission()),
          route.pattern());
      if (!route.pattern().contains("{")) {
        continue;
      }
      String door =
          route
              .pattern()
              .replace("{expense}", Doors.last(path))
              .replace("{agreement}", agreement.toString())
              .replace("{receipt}", receipt)
              .replace("{file}", family.file().toString());
      Asked knock =
          doors.knock(
              stranger,
              door,
              Doors.fields(
                  "version",
                  "1",
                  "what",
                  "x",
                  "on",
                  "5. 10. 2026",
                  "amount",
                  "1",
                  "route",
                  "INVOICE",
                  "reason",
                  "x",
                  "paidOn",
                  "2. 11. 2026",
                  "received",
                  "1",
                  "receivedOn",
                  "2. 11. 2026",
                  "reportedOn",
                  "2. 11. 2026",
                  "right",
                  "cz.47a.c"));
      RuntimeException denied =
          assertThrows(RuntimeException.class, () -> doors.ask(route.method(), knock), door);
      assertTrue(denied instanceof NotFound || denied instanceof NotAllowed, door + denied);
      tried++;
    }
    assertEquals(17, tried);
    String part = doors.open(colleague, "/files/" + family.file() + "/grant");
    assertTrue(part.contains("jen ti, kdo ji vedou"), part);
    assertFalse(part.contains("Terapie") || part.contains("/new"), part);
    assertThrows(
        NotFound.class, () -> doors.open(colleague, "/files/" + family.file() + "/grant/new"));
    assertFalse(doors.open(colleague, "/grant").contains("Zavřená"));
    assertFalse(doors.open(colleague, "/grant/expenses").contains("Terapie"));
    assertFalse(doors.open(colleague, "/grant/card").contains(path));
  }

  @Test
  void everyPageIsSoundInEveryLanguage() throws IOException {
    Viewer worker = register.viewer("key-worker");
    Family family = register.family(director, worker, "Jazyková");
    AgreementId agreement = register.agreements.of(director, family.file()).get(0).id();
    String part = "/files/" + family.file() + "/grant";
    String path =
        doors.post(
            worker,
            part + "/new",
            "what",
            "Terapie",
            "on",
            "5. 10. 2026",
            "right",
            "cz.47a.c",
            "amount",
            "100",
            "route",
            "INVOICE");
    register.agreements.end(director, agreement, LocalDate.of(2026, 6, 30));
    room.receipts.receive(director, agreement, 2026, 100, LocalDate.of(2026, 2, 15));
    for (String language : List.of("cs", "pl", "en")) {
      Viewer speaking = speaking(director, language);
      Set<String> said = new HashSet<>();
      for (String page :
          List.of(
              part,
              part + "/new",
              path,
              path + "/edit",
              "/grant",
              "/grant/bands",
              "/grant/overview?year=2026",
              "/grant/card",
              "/grant/expenses",
              "/grant/agreements/" + agreement)) {
        assertTrue(said.add(doors.open(speaking, page)), page);
      }
      listed(speaking, "/grant/bands/why", "band", "cz.band.training", "year", "2026");
      listed(speaking, "/grant/expenses", "file", family.file().toString(), "year", "0000");
      listed(speaking, "/grant", "year", "9999");
    }
    Set<String> there = new TreeSet<>();
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.toList()) {
        String name = template.getFileName().toString().replace(".peb", "");
        if (name.startsWith("grant") && Files.readString(template).contains("import \"shell:")) {
          there.add(name);
        }
      }
    }
    there.removeAll(doors.shown());
    assertEquals(Set.of(), there, "templates without a page in this test");
  }

  private static Viewer speaking(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  /** Blanks that do not break are blanks to a reader. */
  private static String said(String page) {
    return page.replace(NBSP, " ").replace("\u202f", " ").replace("&nbsp;", " ");
  }

  private String listed(Viewer viewer, String path, String... namesAndValues) {
    Asked asked = doors.knock(viewer, path, Map.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.asking(namesAndValues[i], namesAndValues[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }
}
