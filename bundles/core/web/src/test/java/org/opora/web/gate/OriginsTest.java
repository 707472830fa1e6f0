package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.api.access.Reach;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;

class OriginsTest {
  @TempDir Path data;

  /** Every combination of what a browser may say about where a form comes from. */
  @ParameterizedTest
  @CsvSource({
    "same-origin, http://127.0.0.1:8443, true",
    "same-origin, null, true",
    "same-origin, , true",
    "same-origin, http://evil.example, false",
    "same-origin, http://127.0.0.1:9000, false",
    "same-site, http://127.0.0.1:8443, false",
    "same-site, null, false",
    "cross-site, http://127.0.0.1:8443, false",
    "cross-site, http://evil.example, false",
    "cross-site, null, false",
    "cross-site, , false",
    "none, http://127.0.0.1:8443, false",
    "none, , false",
    "nonsense, , false",
    ", http://127.0.0.1:8443, true",
    ", HTTP://127.0.0.1:8443, true",
    ", http://localhost:8443, false",
    ", https://127.0.0.1:8443, false",
    ", http://127.0.0.1, false",
    ", http://127.0.0.1:8443.evil.example, false",
    ", http://evil.example, false",
    ", null, false",
    ", , false"
  })
  void onlyOurOwnPagesPost(String fetchSite, String origin, boolean allowed) {
    TestHouse house = new TestHouse(data);
    house.signedIn(Map.of("guest.write", Reach.OWN));
    int[] done = {0};
    house.guest(
        Route.post(
            "/m/guest/plans",
            "guest.write",
            request -> {
              done[0]++;
              return Reply.to("/m/guest/plans");
            }));
    Wire wire =
        Wire.post("/m/guest/plans", "a=b")
            .as(TestHouse.TOKEN)
            .header("Origin", origin)
            .header("Sec-Fetch-Site", fetchSite);
    house.send(wire);
    assertEquals(allowed ? 303 : 403, wire.status);
    assertEquals(allowed ? 1 : 0, done[0]);
  }

  @Test
  void aFormMustBeAForm() {
    TestHouse house = new TestHouse(data);
    house.signedIn(Map.of("guest.write", Reach.OWN));
    house.guest(Route.post("/m/guest/plans", "guest.write", request -> Reply.to("/")));
    for (String type :
        new String[] {"text/plain", "application/json", "application/octet-stream"}) {
      Wire wire =
          Wire.post("/m/guest/plans", "{\"a\":1}").as(TestHouse.TOKEN).header("Content-Type", type);
      assertEquals(415, house.send(wire).status, type);
    }
  }

  @Test
  void signInIsGuardedToo() {
    TestHouse house = new TestHouse(data);
    Wire wire =
        Wire.post("/sign-in", "name=jana&password=x").header("Origin", "http://evil.example");
    assertEquals(403, house.send(wire).status);
  }
}
