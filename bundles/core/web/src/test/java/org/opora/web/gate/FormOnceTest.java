package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Reach;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.testkit.House;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;
import org.opora.web.drafts.WebSchema;
import org.opora.web.pages.UnsentPages;

class FormOnceTest {
  private static final String KEY = "form-key=0123456789abcdef0123456789abcdef&draft-key=visit-1";

  @TempDir Path data;
  private final House tables = House.with(new WebSchema());
  private final AtomicInteger saved = new AtomicInteger();
  private TestHouse house;

  @BeforeEach
  void open() {
    house = new TestHouse(data);
    house.formKeys = new FormKeys(tables.transactions("web"));
    house.drafts = new Drafts(tables.transactions("web"), tables.keys());
    house.signedIn(Map.of("guest.write", Reach.OWN));
    house.guest(Route.post("/m/guest/visits", "guest.write", this::save));
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Reply save(org.opora.api.web.Request request) {
    Form form = request.form();
    if (form.requiredLine("place") == null) {
      return Reply.page("hello", Map.of("name", "x")).status(422);
    }
    if (form.raw("step").equals("look")) {
      return Reply.page("hello", Map.of("name", "x")).keepingDraft();
    }
    return Reply.to("/m/guest/visits/" + saved.incrementAndGet());
  }

  private Wire post(String form) {
    return house.send(Wire.post("/m/guest/visits", form).as(TestHouse.TOKEN));
  }

  @Test
  void theSameFormAgainLeadsToTheSamePlace() {
    house.drafts.keep(TestHouse.JANA, "visit-1", "place=ho");
    assertEquals(422, post(KEY).status);
    assertTrue(
        house.drafts.find(TestHouse.JANA, "visit-1").isPresent(), "a refused form keeps its draft");
    assertEquals("/m/guest/visits/1", post(KEY + "&place=home").answer("Location"));
    assertTrue(
        house.drafts.find(TestHouse.JANA, "visit-1").isEmpty(), "a saved form needs no draft");
    assertEquals("/m/guest/visits/1", post(KEY + "&place=home").answer("Location"));
    assertEquals(
        "/m/guest/visits/2", post(KEY.replace('0', '1') + "&place=home").answer("Location"));
    assertEquals("/m/guest/visits/3", post("place=home").answer("Location"));
    assertEquals(3, saved.get());
  }

  @Test
  void whatIsOnlyShownKeepsItsDraftUntilItIsSaved() {
    house.drafts.keep(TestHouse.JANA, "visit-1", "place=home");
    assertEquals(200, post(KEY + "&place=home&step=look").status);
    assertTrue(house.drafts.find(TestHouse.JANA, "visit-1").isPresent(), "nothing is saved yet");
    assertEquals("/m/guest/visits/1", post(KEY + "&place=home").answer("Location"));
    assertTrue(house.drafts.find(TestHouse.JANA, "visit-1").isEmpty());
  }

  @Test
  void aFormSentAfterTheSessionIsOfferedToTheSamePersonOnly() {
    house.doors.add("unsent", new UnsentPages(house.drafts), FolderResources.shell());
    String mark = house.drafts.mark(TestHouse.JANA);
    String child = java.util.UUID.randomUUID().toString();
    String form =
        KEY
            + "&place=home&note=Eva+%3Cb%3Elikes%3C%2Fb%3E+it&who=a&who=b&kind=LONG_TERM&child="
            + child
            + "&on=2026-11-02&from=14%3A00";
    Wire nobody = house.send(Wire.post("/m/guest/visits", form));
    assertEquals("/sign-in", nobody.answer("Location"));
    Wire forged =
        house.send(
            Wire.post("/m/guest/visits", form)
                .cookie("opora-who", mark.replace(mark.charAt(40), 'x')));
    assertEquals("/sign-in", forged.answer("Location"));
    Wire expired = house.send(Wire.post("/m/guest/visits", form).cookie("opora-who", mark));
    assertEquals("/sign-in?to=%2Funsent", expired.answer("Location"));
    assertEquals(0, saved.get());

    String token = house.start(org.opora.api.ids.StaffId.next(), java.time.Duration.ofMinutes(1));
    house.sessions.put(
        token,
        new org.opora.api.access.Sessions.Session(
            org.opora.api.ids.StaffId.next(), "Petr", Map.of(), null));
    assertEquals(
        "/", house.send(Wire.get("/unsent").as(token)).answer("Location"), "not for a colleague");

    Wire signIn =
        house.send(Wire.post("/sign-in", "name=jana&password=+sun+and+rain+&to=%2Funsent"));
    assertEquals("/unsent", signIn.answer("Location"));
    assertTrue(
        signIn
            .answer("Set-Cookie")
            .contains("opora-who=" + mark + "; Path=/; HttpOnly; SameSite=Strict"));
    String page = house.send(Wire.get("/unsent").as(TestHouse.TOKEN)).text();
    assertTrue(page.contains("<li>Eva &lt;b&gt;likes&lt;/b&gt; it</li>"), page);
    assertTrue(page.contains("name=\"who\" value=\"b\""), page);
    for (String chosen : List.of("LONG_TERM", child, "2026-11-02", "14:00")) {
      assertTrue(page.contains("value=\"" + chosen + "\""), "it is sent: " + chosen);
      assertFalse(page.contains("<li>" + chosen + "</li>"), "it is no text: " + chosen);
    }
    assertEquals("/m/guest/visits/1", post(form + "&unsent=yes").answer("Location"));
    assertEquals(
        "/",
        house.send(Wire.get("/unsent").as(TestHouse.TOKEN)).answer("Location"),
        "sent is sent");
  }

  @Test
  void impatientClicksSaveOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Wire>> clicks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        clicks.add(threads.submit(() -> post(KEY + "&place=home")));
      }
      for (Future<Wire> click : clicks) {
        assertEquals("/m/guest/visits/1", click.get(30, TimeUnit.SECONDS).answer("Location"));
      }
      assertEquals(1, saved.get());
    } finally {
      threads.shutdownNow();
    }
  }
}
