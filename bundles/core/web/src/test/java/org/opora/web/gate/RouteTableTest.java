package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.web.rendering.PageEngine;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;
import org.opora.web.texts.Written;

class RouteTableTest {
  private static final Set<String> CORE = Set.of("org.opora.case-registry");

  @Test
  void aFixedSegmentWinsAndAVariableIsTheSecondTry() {
    RouteTable table =
        new RouteTable(
            List.of(
                wing(
                    "registry",
                    "org.opora.case-registry",
                    route("/families/new"),
                    route("/families/{family}"),
                    route("/families/{family}/visits/{visit}"),
                    route("/families/new/help"))),
            CORE);
    assertEquals("/families/new", found(table, "/families/new"));
    assertEquals("/families/{family}", found(table, "/families/newer"));
    assertEquals("/families/{family}/visits/{visit}", found(table, "/families/new/visits/7"));
    RouteTable.Match match = table.find(Route.Method.GET, "/families/a/visits/b");
    assertEquals("a", match.variable("family"));
    assertEquals("b", match.variable("visit"));
    assertNull(table.find(Route.Method.GET, "/families"));
    assertNull(table.find(Route.Method.GET, "/families/a/visits"));
    assertNull(table.find(Route.Method.POST, "/families/new"));
  }

  @Test
  void aModuleNamesOnlyItsOwnPaths() {
    for (String path :
        List.of(
            "/families",
            "/m/other/x",
            "/m/guestroom",
            "/",
            "/m/guest/static/x",
            "/m/guest/{a b}",
            "m/guest")) {
      RouteTable table =
          new RouteTable(
              List.of(wing("guest", "org.example.guest", route("/m/guest/ok"), route(path))), CORE);
      assertEquals(1, table.refusals().size(), path);
      assertNull(
          table.find(Route.Method.GET, "/m/guest/ok"), "a set is refused as a whole: " + path);
      assertEquals(List.of(), table.doors(), "and none of it is among the doors");
    }
    assertNotNull(
        new RouteTable(List.of(wing("guest", "org.example.guest", route("/m/guest"))), CORE)
            .find(Route.Method.GET, "/m/guest"));
  }

  @Test
  void nobodyTakesTheIdOrThePathOfSomebodyElse() {
    Wing first = wing("guest", "org.example.guest", route("/m/guest/plans/{plan}"));
    RouteTable table =
        new RouteTable(
            List.of(
                first,
                wing("guest", "org.example.thief", route("/m/guest/other")),
                wing("registry", "org.opora.case-registry", route("/m/guest/plans/{other}"))),
            CORE);
    assertEquals(2, table.refusals().size());
    assertTrue(table.find(Route.Method.GET, "/m/guest/plans/1").door().wing() == first);
    assertNull(table.find(Route.Method.GET, "/m/guest/other"));
  }

  @Test
  void severalSetsOfOneBundleStandSideBySide() {
    RouteTable table =
        new RouteTable(
            List.of(
                wing("registry", "org.opora.case-registry", route("/people")),
                wing("registry", "org.opora.case-registry", route("/families"))),
            CORE);
    assertEquals(List.of(), table.refusals());
    assertNotNull(table.find(Route.Method.GET, "/people"));
    assertNotNull(table.find(Route.Method.GET, "/families"));
  }

  private static String found(RouteTable table, String path) {
    return table.find(Route.Method.GET, path).door().route().pattern();
  }

  private static Route route(String pattern) {
    return Route.page(pattern, "x.read", request -> Reply.plain(pattern));
  }

  private static Wing wing(String module, String origin, Route... routes) {
    FolderResources guest = FolderResources.guest(origin);
    Words words = new Words(new Lexicon(guest), name -> null, new Written(TestHouse.ZONE));
    PageEngine engine =
        new PageEngine(
            module, guest, new Lexicon(guest), FolderResources.shell(), words, Clock.systemUTC());
    return new Wing(module, origin, List.of(routes), engine);
  }
}
