package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;

class PathRulesTest {
  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/families",
        "/m/guest/plans/0190-a",
        "/a.b/c~d/e_f/g:h/@i",
        "/m/guest/static/abc/x.css"
      })
  void plainAddressesAreRead(String path) {
    assertTrue(PathRules.plain(path, 1_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "families",
        "//",
        "/families/",
        "//families",
        "/families//x",
        "/./families",
        "/families/.",
        "/families/..",
        "/../families",
        "/families/../sign-in",
        "/families;x=1",
        "/;/families",
        "/families/;jsessionid=1",
        "/%2e%2e/families",
        "/families/%2e",
        "/families%2fx",
        "/families%2Fx",
        "/families%5cx",
        "/families\\x",
        "/\\families",
        "/families%00",
        "/families\u0000",
        "/families\n",
        "/families\r\nX: y",
        "/families\t",
        "/fam ilies",
        "/families%20",
        "/families+x",
        "/%66amilies",
        "/%C0%AFfamilies",
        "/families%u002f",
        "/fam\u00edlie",
        "/families?",
        "/families#x",
        "/families*",
        "/families'",
        "/families\"",
        "/families<",
        "/families|x",
        "/families^",
        "/families`",
        "/{family}",
        "/families&x",
        "/families,x",
        "/families!",
        "/families$",
        "/families(1)",
        "/families=1",
        "http://127.0.0.1/families"
      })
  void everythingElseIsNothing(String path) {
    assertFalse(PathRules.plain(path, 1_000), path);
  }

  /**
   * Whatever variant of the address of a page is asked for, only the page's own address leads to
   * it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//m/guest/plans", "/m//guest/plans", "/m/guest/plans/", "/m/guest/./plans",
            "/m/guest/x/../plans", "/m/guest/plans;x=1",
        "/m/guest;x/plans", "/m/guest/%70lans", "/m/guest%2fplans", "/M/guest/plans",
            "/m/guest/Plans", "/m/guest/plans.",
        "/m/guest/plans%20", "/m/guest/plans%00", "/m/guest/plans%3Bx", "/m%252fguest/plans",
            "/m/guest/plans/..", "/m/guest/\\plans"
      })
  void noVariantOfAnAddressOpensThePage(String path) {
    TestHouse house = new TestHouse(data);
    house.guest(Route.page("/m/guest/plans", "guest.read", request -> Reply.plain("inside")));
    assertEquals("inside", house.send(Wire.get("/m/guest/plans").as(TestHouse.TOKEN)).text());
    for (String token : new String[] {null, TestHouse.TOKEN}) {
      Wire wire = token == null ? Wire.get(path) : Wire.get(path).as(token);
      house.send(wire);
      assertEquals(404, wire.status, path);
      assertFalse(wire.text().contains("inside"), path);
    }
  }

  @org.junit.jupiter.api.Test
  void aLongAddressIsNothing() {
    assertFalse(PathRules.plain("/" + "a".repeat(1_000), 1_000));
  }
}
