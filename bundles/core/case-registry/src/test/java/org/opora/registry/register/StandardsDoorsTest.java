package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.registry.standards.application.RoundView;
import org.opora.testkit.Asked;

/** Self-assessment and internal rules through their pages: real handlers, use cases, templates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandardsDoorsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private final StandardsBench bench = new StandardsBench(TestDatabase.Product.DERBY);
  private final Doors doors = new Doors(bench.register, bench.standards(), bench.rules());
  private final Viewer director = bench.director;
  private final Viewer worker = bench.worker;

  @AfterAll
  void close() {
    bench.close();
  }

  private String inEveryLanguage(Viewer viewer, String... paths) {
    String made = "";
    for (String language : List.of("pl", "en", "cs")) {
      for (String path : paths) {
        made = open(DirectoryDoorsTest.in(language, viewer), path);
      }
    }
    return made;
  }

  /** The page behind an address, with what is asked in it. */
  private String open(Viewer viewer, String address) {
    String[] parts = address.split("[?=&]");
    Asked asked = doors.knock(viewer, parts[0], Map.of());
    for (int i = 1; i + 1 < parts.length; i += 2) {
      asked.asking(parts[i], parts[i + 1]);
    }
    return doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
  }

  private String csv(Viewer viewer, String path) {
    Asked knock = doors.knock(viewer, path, Map.of()).asking("format", "csv");
    return new String(doors.take(knock, new HashSet<>()), StandardCharsets.UTF_8);
  }

  @Test
  @Order(1)
  void everyDoorAsksForItsPermission() {
    for (Route route : bench.standards().routes()) {
      boolean writes =
          route.method() == Route.Method.POST && !route.pattern().endsWith("/done")
              || route.pattern().matches(".*/(new|edit|close|marks/\\{criterion})$");
      assertEquals(
          writes ? Standards.WRITE : Standards.READ,
          route.permission(),
          route.method() + " " + route.pattern());
      assertEquals(Route.Audit.NONE, route.audit(), "no client is shown");
    }
    for (Route route : bench.rules().routes()) {
      String pattern = route.pattern();
      boolean ofFile = pattern.startsWith("/files/");
      boolean writes =
          route.method() == Route.Method.POST && !pattern.endsWith("/confirm")
              || pattern.matches(".*/(new|edit|end|issue|hand|paper|withdraw)$")
              || pattern.startsWith("/rules/open")
              || pattern.contains("/readers");
      String permission =
          ofFile
              ? writes ? CaseFiles.WRITE : CaseFiles.READ
              : writes ? InternalRules.WRITE : InternalRules.READ;
      assertEquals(permission, route.permission(), route.method() + " " + pattern);
      assertEquals(!ofFile, route.audit() == Route.Audit.NONE, pattern);
    }
  }

  @Test
  @Order(2)
  void criteriaAreWordedByTheCentre() {
    String list = inEveryLanguage(director, "/standards/criteria");
    assertTrue(list.contains("/standards/criteria/new?standard=xx.2&amp;letter=a"), list);
    assertFalse(
        open(worker, "/standards/criteria").contains("/standards/criteria/new"), "only to read");
    inEveryLanguage(director, "/standards/criteria/new?standard=xx.2&letter=a");
    String wrong =
        doors.refused(
            director, 422, "/standards/criteria/new", "letter", "1", "wording", "", "since", "x");
    for (String field : List.of("standard", "wording", "since")) {
      assertTrue(wrong.contains("e-" + field), field);
    }
    assertEquals(
        "/standards/criteria",
        doors.post(
            director,
            "/standards/criteria/new",
            "standard",
            "xx.10",
            "letter",
            "a",
            "wording",
            "Dohody <b>",
            "source",
            "Vyhláška",
            "since",
            "1. 1. 2026"));
    assertTrue(inEveryLanguage(worker, "/standards/criteria").contains("Dohody &lt;b&gt;"));
    UUID own =
        bench
            .desks
            .criteria
            .view(director, Register.TODAY)
            .standards()
            .get(2)
            .criteria()
            .get(0)
            .own()
            .id();
    String edit = "/standards/criteria/" + own + "/edit";
    inEveryLanguage(director, edit);
    String stale =
        doors.refused(
            director, 422, edit, "version", "7", "wording", "Jinak", "since", "1. 1. 2026");
    assertTrue(stale.contains("Dohody &lt;b&gt;") && stale.contains("Jinak"), stale);
    assertEquals(
        "/standards/criteria",
        doors.post(
            director,
            edit,
            "version",
            "1",
            "wording",
            "Dohody",
            "since",
            "1. 1. 2025",
            "until",
            "31. 12. 2025"));
    inEveryLanguage(director, "/standards/criteria");
    String file = csv(worker, "/standards/criteria/export");
    assertEquals(5, file.lines().count(), file);
  }

  @Test
  @Order(3)
  void anAssessmentGoesFromItsBeginToItsPlan() {
    inEveryLanguage(director, "/standards", "/standards/rounds/new", "/standards/plan");
    assertFalse(open(worker, "/standards").contains("/standards/rounds/new"), "only to read");
    String wrong = doors.refused(director, 422, "/standards/rounds/new", "begunOn", "zítra");
    assertTrue(wrong.contains("e-title") && wrong.contains("e-begunOn"), wrong);
    String round =
        doors.post(
            director,
            "/standards/rounds/new",
            "title",
            "Rok <2026>",
            "begunOn",
            "1. 11. 2026",
            "takingPart",
            "tým");
    String page = inEveryLanguage(director, round, "/standards");
    assertFalse(page.contains("/standards/rounds/new"), "one at a time");
    assertTrue(open(director, round).contains("Rok &lt;2026&gt;"));
    assertTrue(
        doors
            .refused(
                director, 422, "/standards/rounds/new", "title", "Druhé", "begunOn", "1. 11. 2026")
            .contains("faults"));
    List<RoundView.Line> lines =
        bench.desks.rounds.view(director, UUID.fromString(Doors.last(round))).lines();
    String first = round + "/marks/" + lines.get(0).id();
    inEveryLanguage(director, first);
    assertTrue(
        doors.refused(director, 422, first, "version", "1", "points", "9").contains("e-points"));
    String late =
        doors.refused(director, 422, first, "version", "7", "points", "1", "words", "Moje <i>");
    assertTrue(late.contains("Moje &lt;i&gt;"), late);
    assertEquals(
        round + "/marks/" + lines.get(1).id(),
        doors.post(
            director,
            first,
            "version",
            "1",
            "points",
            "1",
            "words",
            "Chybí <postup>",
            "evidence",
            "zápis",
            "next",
            "on"));
    inEveryLanguage(director, round + "/close", round + "/edit");
    assertTrue(open(director, round + "/close").contains(lines.get(1).id().toString()));
    assertEquals(round, doors.post(director, round + "/edit", "version", "1", "title", "Rok 2026"));
    assertTrue(
        doors
            .refused(director, 422, round + "/edit", "version", "1", "title", "Pozdě")
            .contains("Rok 2026"));
    assertEquals(round, doors.post(director, round + "/criteria"));
    plan(round, lines.get(0).code());
    finish(round);
  }

  private void plan(String round, String code) {
    inEveryLanguage(director, round + "/measures/new", round + "/measures/new?criterion=" + code);
    String wrong = doors.refused(director, 422, round + "/measures/new", "criterion", code);
    for (String field : List.of("what", "doer", "due")) {
      assertTrue(wrong.contains("e-" + field), field);
    }
    assertEquals(
        round + "#plan",
        doors.post(
            director,
            round + "/measures/new",
            "criterion",
            code,
            "what",
            "Napsat <postup>",
            "doer",
            worker.staff().toString(),
            "due",
            "30. 11. 2026"));
    UUID id = bench.desks.plan.list(director, true, null, 1).items().get(0).id();
    String measure = "/standards/measures/" + id;
    inEveryLanguage(director, measure, measure + "/edit", "/standards/plan", round);
    String page = inEveryLanguage(worker, measure);
    assertTrue(page.contains("Napsat &lt;postup&gt;") && page.contains("/done"), page);
    assertFalse(page.contains("/edit") || page.contains("/withdraw"), "not theirs to change");
    assertTrue(doors.refused(worker, 422, measure + "/done", "version", "1").contains("e-result"));
    assertTrue(
        doors
            .refused(
                director,
                422,
                measure + "/edit",
                "version",
                "7",
                "what",
                "Jinak",
                "doer",
                worker.staff().toString(),
                "due",
                "1. 12. 2026")
            .contains("Napsat &lt;postup&gt;"));
    assertEquals(
        measure,
        doors.post(
            director,
            measure + "/edit",
            "version",
            "1",
            "what",
            "Napsat postup",
            "doer",
            worker.staff().toString(),
            "due",
            "1. 12. 2026"));
    assertEquals(
        measure,
        doors.post(
            worker,
            measure + "/done",
            "version",
            "2",
            "on",
            "2. 11. 2026",
            "result",
            "Platí <od ledna>"));
    assertTrue(
        inEveryLanguage(worker, measure, "/standards/plan?show=done")
            .contains("Platí &lt;od ledna&gt;"));
    doors.post(
        director,
        round + "/measures/new",
        "what",
        "Omyl",
        "doer",
        worker.staff().toString(),
        "due",
        "30. 11. 2026");
    UUID mistake = bench.desks.plan.list(director, true, null, 1).items().get(0).id();
    assertEquals(
        round + "#plan", doors.post(director, "/standards/measures/" + mistake + "/withdraw"));
    assertTrue(csv(worker, "/standards/plan/export").lines().count() == 1, "none is open");
  }

  private void finish(String round) {
    UUID id = UUID.fromString(Doors.last(round));
    for (RoundView.Line line : bench.desks.rounds.view(director, id).lines()) {
      if (line.mark() == null) {
        doors.post(
            director,
            round + "/marks/" + line.id(),
            "version",
            String.valueOf(line.version()),
            "points",
            "3");
      }
    }
    inEveryLanguage(director, round + "/close");
    assertTrue(
        doors
            .refused(director, 422, round + "/close", "version", "2", "on", "2. 11. 2026")
            .contains("e-conclusion"));
    assertEquals(
        round,
        doors.post(
            director,
            round + "/close",
            "version",
            "2",
            "on",
            "2. 11. 2026",
            "conclusion",
            "Závěr <3>"));
    String page = inEveryLanguage(director, round, round + "/close", round);
    assertTrue(page.contains("Závěr &lt;3&gt;"), page);
    assertFalse(page.contains("/marks/") || page.contains("/measures/new"), "frozen");
    assertTrue(doors.refused(director, 422, round + "/criteria").contains("faults"), "frozen, too");
    String file = csv(worker, round + "/export");
    assertEquals(5, file.lines().count(), file);
    assertTrue(file.contains("Chybí <postup>"), file);
    assertEquals(2, csv(worker, "/standards/export").lines().count());
    String second =
        doors.post(director, "/standards/rounds/new", "title", "Další", "begunOn", "2. 11. 2026");
    doors.post(
        director,
        second
            + "/marks/"
            + bench
                .desks
                .rounds
                .view(director, UUID.fromString(Doors.last(second)))
                .lines()
                .get(0)
                .id(),
        "version",
        "1",
        "points",
        "2");
    assertTrue(inEveryLanguage(worker, second).contains(round), "the former one");
  }

  @Test
  @Order(4)
  void aPaperIsWrittenIssuedAndRead() {
    inEveryLanguage(director, "/rules", "/rules/new", "/rules/open");
    String shut = inEveryLanguage(worker, "/rules");
    assertFalse(shut.contains("/rules/new") || shut.contains("/rules/open"), "only to read");
    String wrong = doors.refused(director, 422, "/rules/new", "title", "");
    assertTrue(wrong.contains("e-title") && wrong.contains("e-kind"), wrong);
    String begin =
        doors.post(
            director, "/rules/new", "kind", "ETHICS", "title", "Kodex <A>", "forCarers", "on");
    String rule = begin.replace("/versions/new", "");
    inEveryLanguage(director, begin, rule, rule + "/edit", rule + "/end");
    String nothing = doors.refused(director, 422, begin, "text", "", "validFrom", "?");
    for (String field : List.of("text", "validFrom", "approvedBy", "approvedOn")) {
      assertTrue(nothing.contains("e-" + field), field);
    }
    String version =
        doors.post(
            director,
            begin,
            "text",
            "Článek <1>\r\n\r\nČlánek 2",
            "validFrom",
            "1. 11. 2026",
            "approvedBy",
            "Rada",
            "approvedOn",
            "1. 11. 2026");
    inEveryLanguage(director, version, version + "/edit", version + "/issue");
    assertTrue(open(director, version).contains("Článek &lt;1&gt;"));
    assertTrue(
        doors
            .refused(
                director,
                422,
                version + "/edit",
                "version",
                "7",
                "text",
                "Jiný",
                "validFrom",
                "1. 11. 2026",
                "approvedBy",
                "Rada",
                "approvedOn",
                "1. 11. 2026")
            .contains("Článek &lt;1&gt;"));
    assertEquals(
        version,
        doors.post(
            director,
            version + "/edit",
            "version",
            "1",
            "text",
            "Článek <2>",
            "validFrom",
            "1. 11. 2026",
            "approvedBy",
            "Rada",
            "approvedOn",
            "1. 11. 2026"));
    assertTrue(
        doors
            .refused(
                director,
                422,
                version + "/issue",
                "version",
                "2",
                "readers",
                worker.staff().toString())
            .contains("e-readBy"));
    assertEquals(
        version,
        doors.post(
            director,
            version + "/issue",
            "version",
            "2",
            "readers",
            worker.staff().toString(),
            "readers",
            bench.it.staff().toString(),
            "readBy",
            "16. 11. 2026"));
    String mine = inEveryLanguage(worker, "/rules", rule, version);
    assertTrue(mine.contains(version + "/confirm"), mine);
    assertFalse(mine.contains("/readers") || mine.contains("/edit"), "only to read");
    inEveryLanguage(director, "/rules/open", version + "/readers", version + "/hand");
    assertEquals(3, csv(director, "/rules/open/export").lines().count());
    assertEquals(version, doors.post(worker, version + "/confirm"));
    assertFalse(inEveryLanguage(worker, "/rules", version).contains(version + "/confirm"));
    readers(version);
    end(rule, version);
  }

  private void readers(String version) {
    assertTrue(
        doors
            .refused(director, 422, version + "/hand", "readBy", "16. 11. 2026")
            .contains("e-readers"));
    assertEquals(
        version,
        doors.post(
            director,
            version + "/hand",
            "readers",
            director.staff().toString(),
            "readBy",
            "16. 11. 2026"));
    UUID key = UUID.fromString(Doors.last(version));
    var standing = bench.desks.readers.standing(director, key);
    for (var reader : standing.readers()) {
      String path = "/rules/readers/" + reader.id();
      if (reader.staff().equals(bench.it.staff())) {
        inEveryLanguage(director, path + "/paper");
        assertTrue(doors.refused(director, 422, path + "/paper", "on", "").contains("e-on"));
        assertEquals(
            version + "/readers", doors.post(director, path + "/paper", "on", "2. 11. 2026"));
      } else if (reader.staff().equals(director.staff())) {
        inEveryLanguage(director, path + "/withdraw");
        assertTrue(doors.refused(director, 422, path + "/withdraw", "why", "").contains("e-why"));
        assertEquals(
            version + "/readers", doors.post(director, path + "/withdraw", "why", "Omyl <x>"));
      }
    }
    String page =
        inEveryLanguage(director, version + "/readers", "/rules/open", version + "/readers");
    assertTrue(page.contains("Omyl &lt;x&gt;"), page);
    assertEquals(4, csv(director, version + "/readers/export").lines().count());
    assertEquals(2, csv(worker, "/rules/export").lines().count());
  }

  private void end(String rule, String version) {
    String next = rule + "/versions/new";
    assertTrue(inEveryLanguage(director, next).contains("Článek &lt;2&gt;"), "from the last words");
    String draft =
        doors.post(
            director,
            next,
            "text",
            "Nový",
            "changes",
            "Doplněn <článek>",
            "validFrom",
            "1. 12. 2026",
            "approvedBy",
            "Rada",
            "approvedOn",
            "2. 11. 2026");
    inEveryLanguage(director, rule, draft + "/edit", "/rules?show=ALL");
    assertEquals(rule, doors.post(director, draft + "/discard"));
    assertEquals(
        rule,
        doors.post(
            director,
            rule + "/edit",
            "version",
            versionOf(rule),
            "kind",
            "CODE",
            "title",
            "Kodex"));
    assertTrue(
        doors
            .refused(
                director, 422, rule + "/edit", "version", "1", "kind", "CODE", "title", "Pozdě")
            .contains("Kodex"));
    assertEquals(
        rule,
        doors.post(director, rule + "/end", "version", versionOf(rule), "endedOn", "1. 11. 2026"));
    inEveryLanguage(director, rule, rule + "/end", version, "/rules?show=ENDED");
    assertTrue(
        doors
            .refused(director, 422, rule + "/end", "version", "1", "endedOn", "1. 11. 2026")
            .contains("faults"));
    assertTrue(doors.refused(director, 422, rule + "/go-on", "version", "1").contains("faults"));
    assertEquals(rule, doors.post(director, rule + "/go-on", "version", versionOf(rule)));
  }

  private String versionOf(String rule) {
    return String.valueOf(
        bench.desks.rules.view(director, UUID.fromString(Doors.last(rule))).version());
  }

  @Test
  @Order(5)
  void aFileShowsWhatItsCarersWereHanded() {
    Family family = bench.register.family(director, worker, "Dveřní");
    String part = "/files/" + family.file() + "/rules";
    inEveryLanguage(worker, part, part + "/new");
    UUID rule = bench.desks.rules.add(director, InternalRules.Kind.LEAFLET, "Leták <L>", true);
    UUID version =
        bench.desks.rules.write(
            director,
            rule,
            new InternalRules.NewVersion("Text", null, Register.TODAY, "Rada", Register.TODAY));
    bench.desks.rules.issue(director, version, List.of(), null);
    inEveryLanguage(worker, part + "/new");
    String wrong = doors.refused(worker, 422, part + "/new", "on", "");
    for (String field : List.of("person", "rule", "on")) {
      assertTrue(wrong.contains("e-" + field), field);
    }
    assertEquals(
        "/files/" + family.file() + "/tab/rules",
        doors.post(
            worker,
            part + "/new",
            "person",
            family.carer().toString(),
            "rule",
            version.toString(),
            "on",
            "2. 11. 2026"));
    assertTrue(inEveryLanguage(worker, part).contains("Leták &lt;L&gt;"));
    Asked asked = doors.knock(worker, part, Map.of());
    doors.show(worker, doors.ask(Route.Method.GET, asked), 200);
    assertTrue(
        asked.shown().containsAll(Set.of(Subject.of(family.file()), Subject.of(family.carer()))));
    UUID handed = bench.desks.carers.of(worker, family.file()).get(0).id();
    String strike = part + "/" + handed + "/withdraw";
    inEveryLanguage(worker, strike);
    assertTrue(doors.refused(worker, 422, strike, "why", "").contains("e-why"));
    assertEquals(
        "/files/" + family.file() + "/tab/rules", doors.post(worker, strike, "why", "Omyl <y>"));
    assertTrue(inEveryLanguage(worker, part).contains("Omyl &lt;y&gt;"));
  }

  @Test
  @Order(6)
  void everyTemplateOfTheRoomWasShown() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> all = Files.list(TEMPLATES)) {
      for (Path template : all.toList()) {
        String name = template.getFileName().toString().replace(".peb", "");
        if (name.matches("(standards|rule).*")
            && Files.readString(template).contains("extends \"shell:layout\"")) {
          there.add(name);
        }
      }
    }
    assertTrue(there.size() > 15, there.toString());
    there.removeAll(doors.shown());
    assertEquals(Set.of(), there);
  }
}
