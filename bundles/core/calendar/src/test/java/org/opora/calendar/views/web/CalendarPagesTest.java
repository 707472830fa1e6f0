package org.opora.calendar.views.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Calendar;
import org.opora.api.calendar.Rooms;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.RoomId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.MeetingView;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.rooms.web.RoomRoutes;
import org.opora.calendar.shared.web.CalendarDoors;
import org.opora.calendar.views.application.Office;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.domain.AbsenceKind;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** The pages of the calendar, made by the engine of the shell, full and empty, in all languages. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPagesTest {
  private static final String MOVE = "/calendar/appointments/{appointment}/move";
  private static final LocalDate DAY = Diary.TODAY;

  @Parameter Product product;
  private final PageHouse pages =
      PageHouse.of(DAY, CalendarModule.ID, CalendarModule.class, CalendarModule.ORIGIN);
  private Office office;
  private Diary diary;
  private Viewer worker;
  private Viewer other;
  private Family family;
  private RoomId room;
  private RoomId hall;
  private AppointmentId contact;
  private AppointmentId outside;
  private List<Route> routes;

  @BeforeParameterizedClassInvocation
  void open() {
    office = new Office(product);
    diary = office.diary;
    worker = diary.viewer("key-worker");
    other = diary.viewer("key-worker");
    family = diary.family(worker);
    room = diary.room();
    hall = diary.room(20, true, "Zahrada");
    contact =
        office.contact(
            family,
            diary.slot(DAY, "14:00", "15:30"),
            room,
            Attendee.of(worker.staff()),
            Attendee.of(family.child()),
            Attendee.of(family.carer()));
    outside =
        office.contact(
            family, diary.slot(DAY, "17:00", "18:00"), null, Attendee.of(worker.staff()));
    Family next = diary.family(other);
    office.contact(
        next,
        diary.slot(DAY, "14:15", "14:45"),
        hall,
        Attendee.of(other.staff()),
        Attendee.of(next.child()));
    office.contact(
        diary.family(other),
        diary.slot(DAY, "14:30", "15:00"),
        hall,
        Attendee.of(diary.viewer("key-worker").staff()));
    routes =
        Stream.of(
                new CalendarRoutes(office.reader, diary.rooms, diary.register.staff, office.away),
                new MoveRoutes(office.moves, diary.rooms, CalendarDoors.messages()),
                new RoomRoutes(diary.desk))
            .flatMap(set -> set.routes().stream())
            .toList();
  }

  @AfterParameterizedClassInvocation
  void close() {
    office.close();
  }

  private Reply knock(Route.Method method, String pattern, Asked asked) {
    try {
      return routes.stream()
          .filter(route -> route.method() == method && route.pattern().equals(pattern))
          .findFirst()
          .orElseThrow()
          .handler()
          .handle(asked);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static Asked by(Viewer viewer) {
    return Asked.by(viewer, "/calendar");
  }

  private Document seen(String pattern, Asked asked) {
    return page(knock(Route.Method.GET, pattern, asked), asked, 200);
  }

  private Document page(Reply reply, Asked asked, int status) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, reply);
    Map<String, Object> model = new HashMap<>(page.model());
    if (page.status() == 422 || model.get("looked") == Boolean.TRUE) {
      model.put("form", asked.form());
    }
    String czech = null;
    for (String language : List.of("en", "pl", "cs")) {
      czech = pages.page(page.template(), model, in(asked.viewer(), language));
      PageCheck.sound(page.template(), czech);
    }
    assertEquals(status, page.status(), czech);
    return Jsoup.parse(czech);
  }

  private static Viewer in(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void aDayShowsEachRoomWithWhatTakesPlaceInIt() {
    Asked asked = by(worker).asking("day", DAY.toString());
    Document day = seen("/calendar", asked);
    assertEquals(
        List.of("Mimo centrum"),
        day.select("section[data-room=\"\"] h2").eachText(),
        "what is outside stands in a column of its own");
    Element mine = day.selectFirst("section[data-room=" + room + "] .slot");
    assertTrue(mine.text().contains("14:00–15:30 Kontakt"), mine.text());
    assertTrue(mine.text().contains("Ema "), mine.text());
    // Seven o'clock is the first row, four rows are an hour.
    assertTrue(
        mine.hasClass("r29") && mine.hasClass("s6") && mine.hasClass("l1"), mine.className());
    assertEquals("/calendar/appointments/" + contact + "/move", mine.attr("data-move"));
    var shared = day.select("section[data-room=" + hall + "] .slot");
    assertEquals(2, shared.size());
    assertTrue(shared.get(0).hasClass("l1") && shared.get(1).hasClass("l2"));
    for (Element one : shared) {
      assertTrue(one.hasClass("taken") && one.text().contains("Obsazeno"), one.text());
      assertFalse(one.text().contains("Ema") || one.text().contains("Kontakt"), one.text());
      assertEquals("", one.attr("data-move"));
    }
    assertTrue(shared.get(0).text().contains("Testová"), "the colleague who is taken");
    assertTrue(asked.shown().contains(Subject.of(family.child())));
    assertTrue(asked.shown().contains(Subject.of(family.file())));
    assertEquals(
        Set.of(family.file().value(), family.child().value(), family.carer().value()),
        new HashSet<>(asked.shown().stream().map(Subject::id).toList()));
  }

  @Test
  void aDaySaysWhoIsExpectedAsFarAsTheReaderMayKnow() {
    Document day = seen("/calendar", by(worker));
    var lines = day.select(".expected tbody tr");
    assertEquals(2, lines.size(), lines.text());
    assertTrue(lines.get(0).text().startsWith("13:45–15:45"), lines.text());
    Document reception = seen("/calendar", by(diary.viewer("reception")));
    assertEquals(0, reception.select(".expected tbody tr").size());
    assertEquals(4, reception.select(".slot.taken").size());
    assertEquals(0, reception.select("[data-move], .slot-move").size());
  }

  @Test
  void addressesCarryDaysAndKeysAlone() {
    for (String pattern :
        List.of("/calendar", "/calendar/week", "/calendar/month", "/calendar/list")) {
      Document page = seen(pattern, by(worker));
      for (String href : page.select("main [href^=/calendar]").eachAttr("href")) {
        assertTrue(
            href.matches(
                "/calendar(/[a-z]+(/[0-9a-f-]{36}/move|/new)?)?"
                    + "([?&](day=[0-9-]{10}|staff=([0-9a-f-]{36}|house)|after=[0-9a-f-]{36}))*"),
            href);
      }
    }
  }

  @Test
  void whatIsNoDayIsNotFound() {
    for (String wrong : List.of("2026-02-30", "x", "0001-01-01", "9999-12-31")) {
      for (String pattern :
          List.of("/calendar", "/calendar/week", "/calendar/month", "/calendar/list")) {
        assertThrows(
            NotFound.class,
            () -> knock(Route.Method.GET, pattern, by(worker).asking("day", wrong)),
            pattern + " " + wrong);
      }
    }
  }

  @Test
  void theDaysOnWhichClocksAreTurnedSayItAndShowTheirHours() {
    LocalDate spring = LocalDate.of(2027, 3, 28);
    Slot night = new Slot(diary.moment(spring, "00:30"), diary.moment(spring, "04:00"));
    office.contact(family, night, room, Attendee.of(worker.staff()));
    Document day = seen("/calendar", by(worker).asking("day", spring.toString()));
    assertTrue(day.text().contains("čas od 2:00 do 3:00 tento den není"), day.text());
    assertTrue(day.selectFirst(".plan").attr("data-clock").startsWith("00:00 01:00 03:00 04:00"));
    Element slot = day.selectFirst(".slot");
    assertTrue(slot.hasClass("r3") && slot.hasClass("s10"), "two hours and a half pass");
    Document week = seen("/calendar/week", by(worker).asking("day", spring.toString()));
    assertEquals(1, week.select(".plan-own").size(), "its hours are not those of the others");
    LocalDate autumn = LocalDate.of(2027, 10, 31);
    Document twice = seen("/calendar", by(worker).asking("day", autumn.toString()));
    assertTrue(twice.text().contains("čas od 2:00 do 3:00 přijde tento den dvakrát"));
  }

  @Test
  void aWeekIsOfOneColleague() {
    diary.register.room.absences.record(
        office.director,
        other.staff(),
        new NewAbsence(AbsenceKind.HOLIDAY, DAY.plusDays(2), DAY.plusDays(3), null));
    Document mine = seen("/calendar/week", by(worker));
    assertEquals(7, mine.select(".plan-column").size());
    assertEquals(2, mine.select(".slot").size());
    assertEquals(0, mine.select(".slot.taken").size());
    assertTrue(mine.selectFirst(".plan-today h2").text().contains("pondělí"));
    Document theirs = seen("/calendar/week", by(worker).asking("staff", other.staff().toString()));
    assertEquals(1, theirs.select(".slot.taken").size());
    assertEquals(2, theirs.select(".plan-head .mark-muted").size(), "two days away, never why");
    assertFalse(theirs.text().contains("dovolen"), theirs.text());
    assertThrows(
        NotFound.class,
        () ->
            knock(
                Route.Method.GET,
                "/calendar/week",
                by(worker).asking("staff", family.child().toString())));
  }

  @Test
  void aMonthNamesNobodyAndCountsWhatHasNoRoom() {
    Asked asked = by(office.director).asking("staff", "house");
    Document month = seen("/calendar/month", asked);
    assertEquals(6, month.select(".month tbody tr").size());
    assertFalse(month.select(".month").text().contains("Ema"), "a month names nobody");
    Document own = seen("/calendar/month", by(worker));
    assertEquals(2, own.select(".month-lines li").size());
    for (int i = 0; i < 6; i++) {
      office.contact(
          diary.family(worker),
          diary.slot(DAY.plusDays(20), "08:00", "09:00"),
          diary.room(),
          Attendee.of(diary.viewer("key-worker").staff()));
    }
    assertTrue(
        seen("/calendar/month", by(worker).asking("staff", "house"))
            .select(".month-more")
            .text()
            .contains("a 2 další"));
  }

  @Test
  void aListGoesOnByKey() {
    Document list = seen("/calendar/list", by(worker).asking("staff", "house"));
    assertTrue(list.select("tbody tr").size() >= 4);
    assertTrue(list.select("tbody").text().contains("Mimo centrum, cesta 30 min"), list.text());
    Document empty =
        seen("/calendar/list", by(worker).asking("day", "2099-01-01").asking("staff", "house"));
    assertTrue(empty.text().contains("Od tohoto dne tu žádná schůzka není."));
  }

  @Test
  void theCardShowsWhatIsStillToComeToday() {
    Document card = seen("/calendar/card", by(worker));
    assertEquals(2, card.select(".rows li").size());
    Document none = seen("/calendar/card", by(diary.viewer("therapist")));
    assertTrue(none.text().contains("Dnes už žádnou schůzku nemáte."));
  }

  private Asked moving(AppointmentId id) {
    return by(worker).at("appointment", id);
  }

  private Asked to(AppointmentId id, String on, String from, RoomId where) {
    return moving(id)
        .field("version", Long.toString(office.seen(worker, id).what().version()))
        .field("on", on)
        .field("from", from)
        .field("room", where == null ? "" : where.toString());
  }

  private AppointmentId movable(String day) {
    return office.contact(
        family,
        diary.slot(LocalDate.parse(day), "10:00", "11:00"),
        room,
        Attendee.of(worker.staff()),
        Attendee.of(family.child()));
  }

  @Test
  void aFormMovesAndTheDaySaysHowToMoveBack() {
    AppointmentId id = movable("2026-12-01");
    Asked opened = moving(id);
    Document form = seen(MOVE, opened);
    assertEquals("2026-12-01", form.selectFirst("#f-on").val());
    assertEquals("10:00", form.selectFirst("#f-from").val());
    assertTrue(opened.shown().contains(Subject.of(family.child())));
    Reply.Redirect done =
        assertInstanceOf(
            Reply.Redirect.class,
            knock(Route.Method.POST, MOVE, to(id, "2. 12. 2026", "12:15", hall)));
    assertTrue(done.path().startsWith("/calendar?day=2026-12-02&moved=" + id), done.path());
    Asked after = by(worker);
    for (String part : done.path().substring(done.path().indexOf('?') + 1).split("&")) {
      after.asking(part.split("=")[0], part.split("=")[1]);
    }
    Document day = seen("/calendar", after);
    Element back = day.selectFirst("form.draft-offer");
    assertTrue(back.text().contains("Kontakt: nový termín 2. 12. 2026 12:15."), back.text());
    Asked undo = moving(id);
    back.select("input").forEach(field -> undo.field(field.attr("name"), field.val()));
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, MOVE, undo));
    assertEquals(
        diary.slot(LocalDate.of(2026, 12, 1), "10:00", "11:00"), office.seen(worker, id).slot());
    assertEquals(room, office.seen(worker, id).room());
    assertEquals(0, seen("/calendar", after).select("form.draft-offer").size(), "moved on since");
  }

  @Test
  void whatStandsInTheWayIsShownBeforeAnythingIsSaved() {
    AppointmentId id = movable("2026-12-03");
    movable("2026-12-04");
    Asked free = to(id, "2026-12-03", "15:00", room).field("act", "look");
    assertTrue(
        page(knock(Route.Method.POST, MOVE, free), free, 200).text().contains("Nic. Termín"));
    Asked taken = to(id, "2026-12-04", "10:30", room).field("act", "look");
    Document looked = page(knock(Route.Method.POST, MOVE, taken), taken, 200);
    assertTrue(looked.select("[role=status] li").text().contains("je obsazena od 10:00 do 11:00"));
    assertEquals("10:30", looked.selectFirst("#f-from").val(), "what was typed is still there");
    Asked saved = to(id, "2026-12-04", "10:30", room);
    Document refused = page(knock(Route.Method.POST, MOVE, saved), saved, 422);
    assertEquals(1, refused.select("#e-room").size());
    Asked elsewhere = to(id, "2026-12-04", "10:30", hall);
    Document busy = page(knock(Route.Method.POST, MOVE, elsewhere), elsewhere, 422);
    assertTrue(
        busy.select("#e-on").text().contains("jinou schůzku"),
        "of colleagues and people it stands beside the time: " + busy.select(".faults").text());
  }

  @Test
  void aReasonIsAskedForWhereOneOpens() {
    RoomId front = diary.room(8, false, "ulice");
    RoomId back = diary.room(8, false, "dvůr");
    Family apart = diary.family(other);
    diary.keptApart(family.child(), apart.child());
    AppointmentId id = movable("2026-12-07");
    diary.calendar.put(
        office.director,
        diary.booking(
            diary.slot(LocalDate.of(2026, 12, 7), "15:00", "16:00"),
            back,
            Attendee.of(apart.child())));
    Asked look = to(id, "2026-12-07", "15:00", front).field("act", "look");
    assertEquals(
        1, page(knock(Route.Method.POST, MOVE, look), look, 200).select("#f-despite").size());
    Asked without = to(id, "2026-12-07", "15:00", front);
    assertEquals(
        1, page(knock(Route.Method.POST, MOVE, without), without, 422).select("#e-despite").size());
    Asked with =
        to(id, "2026-12-07", "15:00", front)
            .field("despite", "NO_OTHER_WAY")
            .field("despite-words", "Soud jiný den nedal, vchody hlídáme.");
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, MOVE, with));
  }

  @Test
  void whatSomebodyElseChangedIsShownAndNothingTypedIsLost() {
    AppointmentId id = movable("2026-12-08");
    Asked late = to(id, "2026-12-08", "13:00", room);
    knock(Route.Method.POST, MOVE, to(id, "2026-12-08", "08:00", room));
    Document stale = page(knock(Route.Method.POST, MOVE, late), late, 422);
    assertTrue(stale.select(".facts").text().contains("8:00–9:00"), stale.text());
    assertEquals("13:00", stale.selectFirst("#f-from").val());
  }

  @Test
  void aTimeThatTheClockJumpsOverIsRefusedAndOneThatComesTwiceIsTheFirst() {
    AppointmentId id = movable("2026-12-09");
    Asked missing = to(id, "2028-03-26", "02:30", room);
    Document refused = page(knock(Route.Method.POST, MOVE, missing), missing, 422);
    assertTrue(refused.select("#e-from").text().contains("hodiny přeskočí z 2:00 na 3:00"));
    Asked look = to(id, "2028-10-29", "02:30", room).field("act", "look");
    Document twice = page(knock(Route.Method.POST, MOVE, look), look, 200);
    assertTrue(twice.select("#h-from").text().contains("Platí první z nich"), twice.text());
    knock(Route.Method.POST, MOVE, to(id, "2028-10-29", "02:30", room));
    assertEquals("2028-10-29T00:30:00Z", office.seen(worker, id).slot().start().toString());
    // With the pointer somebody may mean the second.
    long second = office.seen(worker, id).slot().start().getEpochSecond() + 3600;
    knock(
        Route.Method.POST,
        MOVE,
        to(id, "2028-10-29", "02:30", room).field("at", Long.toString(second)));
    assertEquals("2028-10-29T01:30:00Z", office.seen(worker, id).slot().start().toString());
  }

  @Test
  void anEmptyFormSaysWhatIsMissing() {
    Asked empty = moving(contact).field("version", "1");
    Document form = page(knock(Route.Method.POST, MOVE, empty), empty, 422);
    assertEquals(
        List.of("e-on", "e-from", "e-room"), form.select("form .fault[id]").eachAttr("id"));
    Asked far = to(contact, "2500-01-01", "10:00", room);
    assertEquals(1, page(knock(Route.Method.POST, MOVE, far), far, 422).select("#e-on").size());
  }

  @Test
  void whatIsOutsideIsMovedWithoutARoom() {
    Document form = seen(MOVE, moving(outside));
    assertEquals("outside", form.selectFirst("#f-room option[selected]").val());
    Asked pointed = to(outside, DAY.toString(), "18:15", null);
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, MOVE, pointed));
    assertEquals(null, office.seen(worker, outside).room());
    Asked back = to(outside, DAY.toString(), "17:00", null).field("room", "outside");
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, MOVE, back));
    Document inside = seen(MOVE, moving(contact));
    assertEquals(
        1, inside.select("#f-room option[value=outside]").size(), "it can be moved out of it");
  }

  /** Where a meeting is moved, and where the page of the day leads it back to. */
  @Test
  void aMeetingOutsideIsMovedIntoARoomAndBackToItsPlace() {
    LocalDate day = LocalDate.of(2026, 12, 14);
    UUID meeting =
        diary.meetings.write(
            worker,
            family.file(),
            new NewMeeting(
                "VISIT",
                null,
                diary.slot(day, "10:00", "11:00"),
                null,
                "Lipová 3",
                40,
                Set.of(diary.colleague("key-worker").staff()),
                Set.of(),
                0),
            null);
    AppointmentId id = diary.tx.read(em -> new AppointmentQueries(em).of("calendar", meeting)).id();
    Reply.Redirect done =
        assertInstanceOf(
            Reply.Redirect.class,
            knock(Route.Method.POST, MOVE, to(id, "2026-12-14", "12:00", hall)));
    Asked after = by(worker);
    for (String part : done.path().substring(done.path().indexOf('?') + 1).split("&")) {
      after.asking(part.split("=")[0], part.split("=")[1]);
    }
    Asked undo = moving(id);
    seen("/calendar", after)
        .selectFirst("form.draft-offer")
        .select("input")
        .forEach(field -> undo.field(field.attr("name"), field.val()));
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, MOVE, undo));
    MeetingView back = diary.reader.view(worker, meeting);
    assertEquals("Lipová 3", back.place());
    assertEquals(40, back.travelMinutes());
    assertEquals(diary.slot(day, "10:00", "11:00"), back.slot());
    Asked night = to(id, "2026-12-14", "23:30", hall);
    assertTrue(
        page(knock(Route.Method.POST, MOVE, night), night, 422)
            .select("#e-from")
            .text()
            .contains("po půlnoci"));
  }

  @Test
  void roomsAreReadByAllAndKeptByWhoKeepsThem() {
    Document list = seen("/calendar/rooms", by(worker));
    assertTrue(list.text().contains("vchod: Zahrada"));
    assertEquals(0, list.select("main form").size(), "who keeps no rooms is offered no form");
    Viewer reception = diary.viewer("reception");
    assertEquals(1, seen("/calendar/rooms", by(reception)).select("main form").size());
    Asked wrong = by(reception);
    Document missing = page(knock(Route.Method.POST, "/calendar/rooms", wrong), wrong, 422);
    assertTrue(missing.select("#e-name").hasText() && missing.select("#e-seats").hasText());
    Asked right =
        by(reception)
            .field("name", "Modrá herna")
            .field("seats", "6")
            .field("inUse", "on")
            .field("door", "dvůr");
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, "/calendar/rooms", right));
    var added =
        diary.desk.all(reception).stream()
            .filter(one -> one.facts().name().equals("Modrá herna"))
            .findFirst()
            .orElseThrow();
    String one = "/calendar/rooms/{room}";
    Document form = seen(one, by(reception).at("room", added.id()));
    assertEquals("6", form.selectFirst("#f-seats").val());
    assertTrue(form.selectFirst("#f-inUse").hasAttr("checked"));
    Asked again =
        by(reception)
            .at("room", added.id())
            .field("version", Long.toString(added.version()))
            .field("name", "Modrá herna")
            .field("seats", "7");
    assertInstanceOf(Reply.Redirect.class, knock(Route.Method.POST, one, again));
    Asked stale =
        by(reception)
            .at("room", added.id())
            .field("version", Long.toString(added.version()))
            .field("name", "Zelená herna")
            .field("seats", "7");
    Document both = page(knock(Route.Method.POST, one, stale), stale, 422);
    assertEquals("Zelená herna", both.selectFirst("#f-name").val());
    assertTrue(both.select("section.panel").text().contains("Modrá herna"));
  }

  @Test
  void everyDoorAsksForTheCalendarAndKeepingRoomsForMore() {
    for (Route route : routes) {
      boolean rooms =
          route.pattern().startsWith("/calendar/rooms")
              && !(route.pattern().equals("/calendar/rooms") && route.method() == Route.Method.GET);
      assertEquals(rooms ? Calendar.ROOMS : Calendar.READ, route.permission(), route.pattern());
    }
  }

  @Test
  void aCentreWithoutRoomsIsToldWhatBelongsHere() throws Exception {
    Reply.Page page =
        (Reply.Page)
            new CalendarRoutes(office.reader, new NoRooms(), diary.register.staff, office.away)
                .routes()
                .get(0)
                .handler()
                .handle(by(office.director).asking("day", "2090-01-02"));
    String empty = pages.page(page.template(), page.model(), office.director);
    PageCheck.sound(page.template(), empty);
    assertTrue(empty.contains("Zatím tu není žádná místnost."), empty);
    assertTrue(empty.contains("href=\"/calendar/rooms\""), empty);
  }

  private static final class NoRooms implements Rooms {
    @Override
    public List<Offer> inUse() {
      return List.of();
    }

    @Override
    public Map<RoomId, String> names(Collection<RoomId> rooms) {
      return Map.of();
    }

    @Override
    public void takeOver(RoomId id, String name, boolean inUse) {
      throw new AssertionError(name);
    }
  }
}
