package org.opora.registry.files.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.web.spi.CaseTab;
import org.opora.api.web.spi.CaseTab.Group;
import org.opora.registry.files.web.CaseParts.Part;
import org.opora.registry.files.web.CaseParts.Strip;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.shared.web.Words;

/** The tabs of a case file: in which group each stands, and whom they are shown to. */
class CasePartsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final String SEES = "registry.read";
  private final CaseFileId file = CaseFileId.next();
  private final CaseTabs tabs = new CaseTabs();

  private void offered(Group group, int order, String id) {
    offered(new Offered(group, order, id, SEES));
  }

  private void offered(CaseTab tab) {
    tabs.add(tab.id(), tab, Words.ORIGIN);
  }

  private List<String> stand(FileKind kind, String active, Viewer viewer) {
    return CaseParts.of(header(kind), tabs.of(viewer, file), active).stream()
        .map(CasePartsTest::inWords)
        .toList();
  }

  private static String inWords(Part part) {
    String ids = part.tabs().stream().map(Strip::id).collect(Collectors.joining(" "));
    return part.heading() == null ? ids : part.heading().key() + (part.here() ? "*: " : ": ") + ids;
  }

  @Test
  void aTabStandsInItsGroupInItsPlace() {
    offered(Group.PAPERS, 70, "post");
    offered(Group.PAPERS, 60, "documents");
    offered(Group.FAMILY, 40, "family");
    offered(Group.CARE, 31, "plans");
    offered(Group.DUE, 60, "duties");
    offered(Group.DUE, 65, "tasks");
    assertEquals(
        List.of(
            "overview timeline",
            "case.group.FAMILY: people family",
            "case.group.CARE: agreement plans",
            "case.group.DUE*: duties tasks",
            "case.group.PAPERS: documents post"),
        stand(FileKind.FOSTER_FAMILY, "tasks", viewer(SEES)));
  }

  @Test
  void aGroupOfOneTabIsThatTab() {
    offered(Group.PAPERS, 70, "post");
    assertEquals(
        List.of("overview timeline", "people", "agreement", "post"),
        stand(FileKind.FOSTER_FAMILY, "post", viewer(SEES)));
  }

  @Test
  void whatSaysNoGroupIsAServiceOfTheCentre() {
    offered(new Silent("contacts"));
    offered(new Silent("wishes"));
    List<String> stand = stand(FileKind.FOSTER_FAMILY, "wishes", viewer(SEES));
    assertEquals("case.group.SERVICES*: contacts wishes", stand.get(stand.size() - 1));
  }

  @Test
  void aGroupOfWhichNothingMayBeSeenIsNotShown() {
    offered(new Offered(Group.PAPERS, 60, "documents", "documents.read"));
    offered(new Offered(Group.PAPERS, 70, "post", "registry.post.read"));
    offered(new Offered(Group.PAPERS, 77, "rules", "registry.post.read"));
    assertEquals(
        List.of("overview timeline", "people", "agreement"),
        stand(FileKind.FOSTER_FAMILY, "post", viewer(SEES)));
    assertEquals(
        List.of("overview timeline", "people", "agreement", "documents"),
        stand(FileKind.FOSTER_FAMILY, "post", viewer(SEES, "documents.read")),
        "nor is a heading over what is left");
  }

  @Test
  void withoutAnAgreementNothingThatFollowsFromItIsOffered() {
    offered(Group.CARE, 30, "aims");
    offered(Group.CARE, 31, "plans");
    offered(Group.CARE, 80, "grant");
    offered(Group.DUE, 60, "duties");
    assertEquals(
        List.of("overview timeline", "people", "case.group.CARE.unagreed: aims grant"),
        stand(FileKind.IN_NEED, "overview", viewer(SEES)));
  }

  @Test
  void aBrokenTabTakesNoOtherWithIt() {
    offered(Group.PAPERS, 60, "documents");
    offered(null, 61, "nowhere");
    assertEquals(
        List.of("overview timeline", "people", "agreement", "documents"),
        stand(FileKind.FOSTER_FAMILY, "nowhere", viewer(SEES)));
  }

  @Test
  void theGroupOfTheOpenTabIsOpenAndBothAreMarked() {
    offered(Group.FAMILY, 40, "family");
    offered(Group.DUE, 60, "duties");
    offered(Group.DUE, 65, "tasks");
    offered(new Silent("contacts"));
    for (String language : List.of("cs", "pl", "en")) {
      String bar = bar("tasks", language);
      assertEquals(2, count(bar, "<details name=\"case-parts\""), bar);
      assertEquals(1, count(bar, "<details name=\"case-parts\" open>"), "one of them: " + bar);
      assertTrue(
          bar.matches("(?s).*<details name=\"case-parts\" open><summary aria-current=\"true\">.*"),
          bar);
      assertEquals(1, count(bar, "aria-current=\"page\""), bar);
      assertTrue(bar.contains("href=\"/files/" + file + "/tab/tasks\" aria-current=\"page\""), bar);
      for (String id : List.of("family", "duties", "tasks", "contacts")) {
        assertTrue(bar.contains("/files/" + file + "/tab/" + id), "folded or not: " + id);
      }
      assertFalse(bar.contains("case.group"), "a heading without words: " + bar);
    }
    String overview = bar("overview", "en");
    assertEquals(0, count(overview, "<details name=\"case-parts\" open>"), overview);
    assertEquals(1, count(overview, "aria-current"), overview);
    assertTrue(overview.contains("href=\"/files/" + file + "\" aria-current=\"page\""), overview);
  }

  @Test
  void everyGroupHasAHeadingInEveryLanguage() {
    for (Group group : Group.values()) {
      offered(group, 1, "one" + group.ordinal());
      offered(group, 2, "two" + group.ordinal());
    }
    Set<String> headings =
        Map.of("cs", "Písemnosti", "pl", "Dokumentacja", "en", "Papers").entrySet().stream()
            .map(
                one -> {
                  String bar = bar("overview", one.getKey());
                  assertEquals(Group.values().length, count(bar, "<summary>"), bar);
                  assertTrue(bar.contains("<span>" + one.getValue() + "</span>"), bar);
                  return bar;
                })
            .collect(Collectors.toSet());
    assertEquals(3, headings.size());
  }

  @Test
  void onATelephoneOneLineSaysWhichTabIsOpen() {
    offered(Group.PAPERS, 70, "post");
    String page = page("people", "en");
    assertTrue(page.contains("<span>Parts of the file: <strong>People</strong></span>"), page);
    assertTrue(page.indexOf("href=\"#case-parts\"") < page.indexOf("id=\"case-parts\""), page);
    assertTrue(page("nowhere", "en").contains("<span>Parts of the file</span>"), "none is open");
  }

  private String bar(String tab, String language) {
    String page = page(tab, language);
    int from = page.indexOf("<nav class=\"tabs case-parts\"");
    return page.substring(from, page.indexOf("</nav>", from));
  }

  private String page(String tab, String language) {
    Viewer viewer = viewer(Locale.forLanguageTag(language), SEES);
    Map<String, Object> model = new HashMap<>();
    model.put("file", header(FileKind.FOSTER_FAMILY));
    model.put("children", List.of());
    model.put("alerts", List.of());
    model.put("tab", tab);
    model.put(
        "caseParts", CaseParts.of(header(FileKind.FOSTER_FAMILY), tabs.of(viewer, file), tab));
    model.put("missing", true);
    String page = new PageHouse(TODAY).page("case-tab", model, viewer);
    PageCheck.sound("case-tab", page);
    return page;
  }

  private static int count(String page, String what) {
    return page.split(Pattern.quote(what), -1).length - 1;
  }

  private CaseFiles.Header header(FileKind kind) {
    return new CaseFiles.Header(
        file,
        kind,
        "001/2026",
        FileStatus.OPEN,
        "Dvořákovi",
        List.of(),
        List.of(),
        null,
        null,
        null,
        false);
  }

  private static Viewer viewer(String... permissions) {
    return viewer(Locale.ENGLISH, permissions);
  }

  private static Viewer viewer(Locale locale, String... permissions) {
    Map<String, Reach> grants = new HashMap<>();
    List.of(permissions).forEach(permission -> grants.put(permission, Reach.ALL));
    ZoneId zone = ZoneId.of("Europe/Prague");
    Clock clock = Clock.fixed(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), zone);
    return new Viewer(StaffId.next(), "Jana Malá", grants, locale, zone, clock, "request");
  }

  /** A tab as bundles of the house bring it. */
  private record Offered(Group group, int order, String id, String permission) implements CaseTab {
    @Override
    public String title() {
      return "case.tab.people";
    }

    @Override
    public String content(CaseFileId file) {
      return "/files/" + file + "/" + id;
    }
  }

  /** A tab of a module that was built before there were groups. */
  private record Silent(String id) implements CaseTab {
    @Override
    public int order() {
      return 1;
    }

    @Override
    public String title() {
      return "case.tab.people";
    }

    @Override
    public String permission() {
      return SEES;
    }

    @Override
    public String content(CaseFileId file) {
      return "/m/" + id + "/" + file;
    }
  }
}
