package org.opora.supervisedcontacts.contacts.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The pages of contacts, made by the engine of the shell in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private static final LocalDate TOMORROW = Centre.TODAY.plusDays(1);
  private final Centre centre = new Centre(Product.DERBY);
  private final Viewer facilitator = centre.viewer("key-worker");
  private final ModuleDoors doors =
      new ModuleDoors(
          new BookingRoutes(
              centre.planReader,
              centre.bookings,
              centre.series,
              centre.offers,
              centre.reader,
              centre.views,
              ModuleDoors.messages()),
          new ContactRoutes(
              centre.reader, centre.views, centre.planReader, centre.rooms, centre.ways()),
          new HeldRoutes(centre.views, centre.planReader, centre.contacts, ModuleDoors.messages()),
          new OutcomeRoutes(
              centre.views, centre.cancellations, centre.settings, ModuleDoors.messages()));

  @AfterAll
  void close() {
    centre.close();
  }

  private static String plan(Case opened) {
    return HOME + "/plans/" + opened.plan();
  }

  private String[] fields(Case opened, RoomId room, Viewer staff, LocalDate on, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "on",
                on.toString(),
                "from",
                "14:00",
                "to",
                "15:00",
                "room",
                room.toString(),
                "staff",
                staff.staff().toString()));
    for (PlanPersonId person : centre.allowed(opened)) {
      all.addAll(List.of("people", person.toString()));
    }
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aContactIsCheckedBookedChangedCancelledAndMadeUpFor() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    RoomId room = centre.room();
    assertTrue(doors.open(worker, plan(opened) + "/book").contains("klíčový pracovník rodiny"));
    String post = plan(opened) + "/contacts";
    String wrong = doors.refused(worker, post, "from", "15:00", "to", "14:00");
    assertTrue(
        wrong.contains("e-on") && wrong.contains("e-to") && wrong.contains("e-staff"), wrong);
    String free =
        doors.refused(worker, post, fields(opened, room, facilitator, TOMORROW, "check", "yes"));
    assertTrue(free.contains("Nic nebrání."), free);
    String asked = doors.refused(worker, post, fields(opened, room, worker, TOMORROW));
    assertTrue(asked.contains("e-despite") && asked.contains("f-despite-words"), asked);
    assertFalse(asked.contains("id=\"decision\""), "the decision says nothing of it");
    String loose =
        doors.refused(
            worker, post, fields(opened, room, facilitator, TOMORROW, "form", "UNSUPERVISED"));
    assertTrue(loose.contains("12 P 34/2026"), "what the plan rests on is shown");
    String page = doors.post(worker, post, fields(opened, room, facilitator, TOMORROW));
    assertTrue(doors.open(worker, page).contains("Pokoj "));
    String taken = doors.refused(worker, post, fields(opened, room, facilitator, TOMORROW));
    assertTrue(taken.contains("e-room"), taken);
    assertTrue(doors.open(worker, page + "/edit").contains("value=\"14:00\""));
    doors.post(
        worker,
        page + "/edit",
        fields(opened, room, facilitator, TOMORROW.plusDays(1), "version", "1"));
    String list = doors.open(worker, HOME);
    assertTrue(list.contains("Ema") && list.contains("Pokoj "), list);
    doors.open(worker, HOME + "/card");
    assertTrue(doors.open(worker, page + "/cancel").contains("24 h"));
    assertTrue(
        doors.refused(worker, page + "/cancel", "by", "PARENT").contains("e-reason"),
        "the reason is mandatory");
    doors.post(
        worker,
        page + "/cancel",
        "version",
        "2",
        "by",
        "PARENT",
        "toldOn",
        Centre.TODAY.toString(),
        "toldAt",
        "09:00",
        "reason",
        "Nemoc.",
        "minutes",
        "45",
        "kilometres",
        "22");
    String cancelled = doors.open(worker, page);
    assertTrue(cancelled.contains("53 h 0 min předem"), cancelled);
    assertTrue(cancelled.contains("45 min, 22 km"), cancelled);
    String copied = cancelled.substring(cancelled.indexOf("<textarea"));
    assertFalse(copied.substring(0, copied.indexOf("</textarea>")).contains("Ema"), copied);
    assertTrue(cancelled.contains("instead="), cancelled);
    String told = page + "/told";
    assertTrue(doors.open(worker, told).contains("Ema"));
    doors.post(
        worker,
        told,
        "version",
        String.valueOf(centre.part(worker, id(page)).version()),
        "by",
        "CARER",
        "on",
        Centre.TODAY.toString(),
        "at",
        "09:30",
        "how",
        "IN_PERSON",
        "reaction",
        "Plakala.");
    assertTrue(doors.open(worker, page).contains("Plakala."));
    String again = doors.open(worker, plan(opened) + "/book?instead=" + id(page));
    assertTrue(again.contains("name=\"instead\" value=\"" + id(page)), again);
    String instead =
        doors.post(
            worker,
            post,
            fields(
                opened, room, facilitator, TOMORROW.plusDays(3), "instead", id(page).toString()));
    assertTrue(doors.open(worker, page).contains(instead), "the substitute is linked");
    assertTrue(doors.open(worker, plan(opened) + "/contacts").contains("zrušen"));
  }

  private String mother(Case opened) {
    return centre.allowed(opened).iterator().next().toString();
  }

  private static ContactId id(String page) {
    return new ContactId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
  }

  @Test
  void aSeriesShowsItsDaysBeforeAndAfter() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    RoomId room = centre.room();
    String path = plan(opened) + "/series";
    String blank = doors.open(worker, path);
    Matcher key = Pattern.compile("name=\"series\" value=\"([^\"]+)\"").matcher(blank);
    assertTrue(key.find(), blank);
    String[] fields =
        fields(
            opened,
            room,
            facilitator,
            Centre.TODAY.plusDays(10),
            "series",
            key.group(1),
            "step",
            "WEEKS",
            "every",
            "2",
            "times",
            "3");
    List<String> check = new ArrayList<>(List.of(fields));
    check.addAll(List.of("check", "yes"));
    assertTrue(doors.refused(worker, path, check.toArray(String[]::new)).contains("volno"));
    assertTrue(doors.made(worker, path, fields).contains("objednáno"));
    assertTrue(doors.made(worker, path, fields).contains("už byly objednané"));
    assertTrue(
        doors
            .refused(worker, path, fields(opened, room, facilitator, TOMORROW, "step", "WEEKS"))
            .contains("e-last"));
  }

  @Test
  void whatBecameOfAContactIsWrittenDown() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    ContactId held =
        centre.book(
            opened,
            centre.room(),
            facilitator.staff(),
            centre.slot(Centre.TODAY, "08:00", "09:00"));
    String page = HOME + "/contacts/" + held;
    assertTrue(doors.open(facilitator, page).contains(page + "/held"));
    assertTrue(doors.open(facilitator, page + "/held").contains("value=\"08:00\""));
    String key = centre.part(worker, held).row().key().toString();
    String[] wrong = {
      "version", "1", "children", key, "began", "08:30", "ended", "08:20", "came", mother(opened)
    };
    String refused = doors.refused(facilitator, page + "/held", wrong);
    assertTrue(refused.contains("e-ended") && refused.contains("08:20"), refused);
    String[] right = {
      "version", "1", "children", key, "began", "08:10", "ended", "08:50", "came", mother(opened)
    };
    doors.post(facilitator, page + "/held", right);
    String stale = doors.refused(facilitator, page + "/held", right);
    assertTrue(stale.contains("8:10–8:50"), stale);
    assertTrue(doors.open(worker, page).contains("8:10–8:50"));
    centre.formerly(worker, held, "Těšila se.", "Hráli si.", "Klidná.");
    assertTrue(doors.open(worker, page).contains("Hráli si."));
    assertTrue(doors.open(worker, HOME).contains("uskutečněn"));
    ContactId missed =
        centre.book(
            opened,
            centre.room(),
            facilitator.staff(),
            centre.slot(Centre.TODAY, "06:00", "07:00"));
    String other = HOME + "/contacts/" + missed;
    assertTrue(doors.open(facilitator, other + "/missed").contains("nejméně 15"));
    assertTrue(
        doors
            .refused(facilitator, other + "/missed", "version", "1", "waited", "5")
            .contains("e-waited"));
    doors.post(
        facilitator,
        other + "/missed",
        "version",
        "1",
        "waited",
        "20",
        "children",
        centre.part(worker, missed).row().key().toString());
    assertTrue(doors.open(worker, other).contains("čekalo se 20 min"));
    assertTrue(doors.open(worker, plan(opened) + "/contacts").contains("Rodič nepřišel"));
  }

  @Test
  void theDecisionIsShownWhenOneOfTheChildrenIsAway() {
    Case ema = centre.opened();
    Case jan = centre.opened();
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Obou", LocalDate.of(1990, 2, 3));
    TogetherId both = centre.together(ema.family().child(), jan.family().child());
    centre.known(ema, mother, both);
    centre.known(jan, mother, both);
    Viewer director = centre.director;
    RoomId room = centre.room();
    String form = doors.open(director, plan(ema) + "/book");
    assertTrue(form.contains(jan.plan().toString()), "the sibling is offered");
    assertTrue(form.contains("jen se všemi sourozenci"), form);
    List<String> fields =
        new ArrayList<>(List.of(fields(ema, room, facilitator, Centre.TODAY.minusDays(1))));
    assertTrue(
        doors
            .refused(director, plan(ema) + "/contacts", fields.toArray(String[]::new))
            .contains("id=\"decision\""));
    fields.addAll(List.of("siblings", jan.plan().toString()));
    String page = doors.post(director, plan(ema) + "/contacts", fields.toArray(String[]::new));
    doors.open(director, page);
    String own = doors.open(ema.worker(), page);
    assertTrue(own.contains("a ještě 1 dítě"), own);
    String key = centre.part(ema.worker(), id(page)).row().key().toString();
    String[] alone = {"version", "1", "children", key, "came", mother(ema)};
    String asked = doors.refused(director, page + "/held", alone);
    assertTrue(asked.contains("id=\"decision\"") && asked.contains("12 P 34/2026"), asked);
    assertTrue(asked.contains("value=\"CHILDREN_ALONE\""), asked);
    List<String> decided = new ArrayList<>(List.of(alone));
    decided.addAll(List.of("onward", "STOP"));
    doors.post(director, page + "/held", decided.toArray(String[]::new));
    assertTrue(doors.open(director, page).contains("přerušen"));
  }

  @Test
  void aChildWhoWasNotThereIsSaid() {
    Case opened = centre.opened();
    ContactId contact =
        centre.book(
            opened,
            centre.room(),
            facilitator.staff(),
            centre.slot(Centre.TODAY, "05:00", "06:00"));
    centre.cancellations.missed(
        opened.worker(),
        contact,
        1,
        new Cancellations.NoShow(
            Set.of(), centre.allowed(opened), 30, null, new StaffEffort(10, 0)));
    String page = HOME + "/contacts/" + contact;
    assertTrue(doors.open(opened.worker(), page).contains("nepřišlo dítě"));
    doors.open(opened.worker(), HOME + "?when=past");
    ContactId late = centre.booked(opened, centre.viewer("key-worker"));
    centre.forward(Duration.ofDays(2));
    try {
      centre.cancel(
          opened.worker(), late, 1, CancelledBy.CENTRE, opened.worker().now(), "Zapomněli.");
      assertTrue(doors.open(opened.worker(), HOME + "/contacts/" + late).contains("až po začátku"));
    } finally {
      centre.forward(Duration.ofDays(-2));
    }
  }
}
