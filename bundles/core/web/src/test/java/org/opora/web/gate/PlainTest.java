package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Whom the server in front has heard: those who guess are counted by it. */
class PlainTest {
  private final Plain plain = new Plain("10.0.0.2");

  @Test
  void theLastOfThoseWhoWereHeardIsTheBrowser() {
    assertEquals("192.168.1.7", heard("192.168.1.7"));
    assertEquals("192.168.1.7", heard("203.0.113.9, 192.168.1.7"), "the browser wrote the first");
    assertEquals("fd00::9", heard("fd00::9"));
  }

  @Test
  void withoutAnAddressItIsTheServerItself() {
    for (String said : new String[] {null, "", "unknown", "opora.local", "203.0.113.9, nobody"}) {
      assertEquals("10.0.0.2", heard(said), said);
    }
  }

  @Test
  void nobodyElseSaysWhomTheyHeard() {
    Wire here =
        Wire.get("/sign-in")
            .from("127.0.0.1")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-For", "192.168.1.7");
    assertEquals("127.0.0.1", plain.admit(here.request()).getRemoteAddr());
    Wire other = Wire.get("/sign-in").from("10.0.0.3").header("X-Forwarded-Proto", "https");
    assertNull(plain.admit(other.request()));
  }

  private String heard(String said) {
    Wire fronted = Wire.get("/sign-in").from("10.0.0.2").header("X-Forwarded-Proto", "https");
    return plain.admit(fronted.header("X-Forwarded-For", said).request()).getRemoteAddr();
  }
}
