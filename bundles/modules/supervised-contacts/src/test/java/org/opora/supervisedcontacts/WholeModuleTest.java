package org.opora.supervisedcontacts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.RoomId;
import org.opora.api.module.spi.Module;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.web.spi.RouteSet;
import org.opora.api.web.spi.TabletWork;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.modulekit.PagesContract;
import org.opora.modulekit.Walk;
import org.opora.registry.register.Doors;
import org.opora.registry.register.Register;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.meeting.contributions.MeetingsOnTablet;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;
import org.opora.supervisedcontacts.shared.web.ModuleHouse;
import org.opora.testkit.BundleTexts;

/**
 * A walk through everything the module has, from the first request for contact to the page for the
 * court, as those take it who work with one family.
 */
class WholeModuleTest extends PagesContract {
  private static final String HOME = SupervisedContactsModule.HOME;
  private static final String TODAY = Centre.TODAY.toString();
  private static final int REFUSED = 422;
  private ModuleHouse house;
  private Doors doors;
  private Case opened;
  private Viewer worker;
  private Viewer director;
  private Viewer facilitator;
  private PersonId mother;
  private String plan;

  @Override
  protected Module module() {
    return new SupervisedContactsModule();
  }

  @Override
  protected Schema schema() {
    return new SupervisedContactsSchema();
  }

  @Override
  protected List<RouteSet> routes(Register register, BundleTexts texts) {
    if (house == null) {
      register.house.database().add(new CalendarSchema());
    }
    Centre centre = new Centre(register, house == null ? null : house.centre);
    MeetingHouse meeting = new MeetingHouse(centre);
    house =
        new ModuleHouse(
            meeting, meeting.documents(), paper -> new byte[] {1}, ModuleDoors.messages());
    return house.routes();
  }

  @Override
  protected List<PersonDataOwner> owners(Register register, Transactions unit) {
    return house.owners(unit);
  }

  @Override
  protected List<TabletWork> tabletWork(Register register) {
    return List.of(new MeetingsOnTablet(house.meeting.meetings, ModuleDoors.messages()));
  }

  @Override
  protected void walk(Walk walk) {
    doors = walk.doors();
    director = house.centre.director;
    opened = house.centre.opened();
    worker = opened.worker();
    mother = house.centre.register.person(worker, "Lenka", "Slavíková", LocalDate.of(1990, 2, 3));
    Case sibling = house.centre.opened();
    house.centre.known(
        opened, mother, house.centre.together(opened.family().child(), sibling.family().child()));
    facilitator = house.centre.viewer("facilitator");
    plan = HOME + "/plans/" + opened.plan();
    isAskedFor();
    isPlanned();
    isAssessed();
    isPrepared();
    isAgreed();
    String held = isBooked();
    isCalledOff();
    goesOn();
    tookPlace(held);
    isSeenByTheCourt();
  }

  private String post(Viewer viewer, String path, String... fields) {
    return doors.post(viewer, path, fields);
  }

  private void isAskedFor() {
    String requests = HOME + "/files/" + opened.family().file() + "/requests";
    doors.open(worker, requests + "/new");
    String[] wish = {
      "child",
      opened.family().child().toString(),
      "asker",
      "PARENT",
      "person",
      mother.toString(),
      "on",
      TODAY,
      "channel",
      "PHONE",
      "wish",
      "Vídat Emu každý týden."
    };
    String lost = doors.refused(worker, REFUSED, requests, "wish", "Vídat Emu.");
    assertTrue(lost.contains("Vídat Emu."), "nothing typed is lost");
    String request = post(worker, requests, wish);
    doors.open(worker, request + "/edit");
    doors.open(worker, HOME + "/requests");
    doors.open(worker, HOME + "/requests/card");
    String tab = doors.open(worker, HOME + "/files/" + opened.family().file());
    assertTrue(tab.contains(request), "an open one stands in the tab");
    assertTrue(doors.open(worker, request).contains("Vídat Emu každý týden."));
  }

  /** Whom one court has forbidden, only another decision lets come. */
  private static PlanTerms decidedAnew() {
    return new PlanTerms(
        Centre.TERMS.basis(),
        "13 P 7/2026",
        Centre.TERMS.validFrom(),
        Centre.TERMS.validUntil(),
        Centre.TERMS.form(),
        Centre.TERMS.everyWeeks(),
        Centre.TERMS.minutes(),
        Centre.TERMS.conditions());
  }

  private void isPlanned() {
    doors.open(worker, HOME + "/files/" + opened.family().file() + "/plans/new");
    doors.open(worker, plan + "/edit");
    house.centre.plans.change(
        worker,
        opened.plan(),
        planVersion(),
        PlanChange.of(
                decidedAnew(),
                Map.of(house.centre.forbidden(opened).iterator().next(), Standing.ALLOWED),
                List.of(),
                Centre.BECAUSE)
            .releasing("Otec dokončil program."));
    doors.open(worker, plan + "/versions");
    String page = doors.open(director, plan);
    String release = link(page, plan + "/releases/");
    String form = doors.open(director, release);
    assertTrue(form.contains("Otec dokončil program."));
    doors.refused(director, REFUSED, release);
    post(director, release, "version", version(form), "answer", "NO", "words", "Je to brzy.");
    assertTrue(doors.open(worker, plan).contains("Je to brzy."));
  }

  private long planVersion() {
    return house.centre.planReader.view(worker, opened.plan()).row().version();
  }

  private static String link(String page, String begins) {
    return Jsoup.parse(page).select("a[href^=" + begins + "]").stream()
        .map(one -> one.attr("href"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no link to " + begins + ": " + page));
  }

  private void isAssessed() {
    List<String> typed = new ArrayList<>(List.of("version", "0", "on", TODAY));
    for (RiskKind kind : RiskKind.values()) {
      boolean high = kind == RiskKind.VIOLENCE;
      typed.addAll(List.of("level-" + kind, high ? "HIGH" : "NONE"));
      if (high) {
        typed.addAll(List.of("words-" + kind, "Křik.", "measure-" + kind, "Dva pracovníci."));
      }
    }
    typed.addAll(List.of("outcome", "WITH_MEASURES", "words", "Jen v místnosti."));
    doors.open(worker, plan + "/risks/new");
    String risk = post(worker, plan + "/risks", typed.toArray(String[]::new));
    assertTrue(doors.open(director, HOME + "/risks").contains(risk), "it waits");
    String page = doors.open(director, risk);
    post(director, risk + "/decide", "version", version(page), "answer", "YES", "words", "Ano.");
    assertTrue(doors.open(worker, risk).contains("Dva pracovníci."));
  }

  private static String version(String page) {
    return Jsoup.parse(page).select("input[name=version]").attr("value");
  }

  private void isPrepared() {
    String preparations = plan + "/preparations";
    doors.open(worker, preparations + "/new");
    String child =
        post(
            worker,
            preparations,
            with("whom", "CHILD", "on", TODAY, "wants", "Hrát si.", "chosenBy", "CHILD"));
    post(
        worker,
        preparations,
        with("whom", "PARENT", "person", mother.toString(), "on", TODAY, "expects", "Klid."));
    assertTrue(doors.open(worker, child).contains("Hrát si."));
  }

  private static String[] with(String... fields) {
    return fields;
  }

  private static String[] with(String[]... some) {
    return Stream.of(some).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private void isAgreed() {
    doors.open(worker, plan + "/agreements/new");
    String[] words = {
      "from", TODAY, "rule-GIFTS", "Jen malé dárky.", "view", "Chce odejít kdykoli."
    };
    String agreement = post(worker, plan + "/agreements", words);
    doors.open(worker, agreement + "/edit");
    doors.open(worker, agreement + "/sign");
    sign(agreement, "PARENT", "person", mother.toString());
    sign(agreement, "CARER", "name", "Marie Slavíková");
    assertFalse(doors.open(worker, agreement).contains("/documents/"), "one is missing");
    sign(agreement, "FACILITATOR");
    assertTrue(doors.open(worker, agreement).contains("/documents/"), "it is filed");
    doors.open(worker, plan);
    doors.open(director, HOME + "/rules");
  }

  private void sign(String agreement, String who, String... more) {
    String version = version(doors.open(worker, agreement + "/sign"));
    List<String> fields =
        new ArrayList<>(List.of("version", version, "signer", who, "wording", "1", "on", TODAY));
    fields.addAll(List.of("answer", "SIGNED"));
    fields.addAll(Arrays.asList(more));
    post(worker, agreement + "/sign", fields.toArray(String[]::new));
  }

  private String[] booking(RoomId room, LocalDate on, String... more) {
    List<String> all =
        new ArrayList<>(List.of("on", on.toString(), "from", "08:00", "to", "09:00"));
    all.addAll(List.of("room", room.toString(), "staff", facilitator.staff().toString()));
    // Her child comes without the sibling here.
    all.addAll(List.of("despite", "NO_OTHER_WAY", "despite-words", "Sourozenec je nemocný."));
    house.centre.allowed(opened).forEach(one -> all.addAll(List.of("people", one.toString())));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  /** One of today, and some to come. */
  private String isBooked() {
    RoomId room = house.centre.room();
    doors.open(worker, plan + "/book");
    String told =
        doors.refused(
            worker, REFUSED, plan + "/contacts", booking(room, Centre.TODAY, "check", "yes"));
    // What is told is shown once; whoever saves again has seen it.
    String seen = Jsoup.parse(told).select("[name=seen]").val();
    String contact = post(worker, plan + "/contacts", booking(room, Centre.TODAY, "seen", seen));
    String series = Jsoup.parse(doors.open(worker, plan + "/series")).select("[name=series]").val();
    doors.refused(
        worker,
        200,
        plan + "/series",
        booking(
            room,
            Centre.TODAY.plusDays(7),
            with("series", series, "step", "WEEKS", "every", "1", "times", "2")));
    doors.open(worker, contact + "/edit");
    doors.open(worker, HOME);
    doors.open(worker, HOME + "?when=past");
    doors.open(worker, HOME + "/card");
    doors.open(worker, plan + "/contacts");
    doors.open(worker, HOME + "/files/" + opened.family().file());
    return contact;
  }

  private void isCalledOff() {
    RoomId room = house.centre.room();
    String contact = post(worker, plan + "/contacts", booking(room, Centre.TODAY.plusDays(3)));
    doors.open(worker, contact + "/cancel");
    doors.refused(worker, REFUSED, contact + "/cancel", "by", "PARENT");
    post(
        worker,
        contact + "/cancel",
        with(
            "version", "1", "by", "PARENT", "toldOn", TODAY, "toldAt", "07:00", "reason",
            "Nemoc."));
    doors.open(worker, contact + "/told");
    post(
        worker,
        contact + "/told",
        with(
            with("version", version(doors.open(worker, contact + "/told")), "by", "CARER"),
            with("on", TODAY, "at", "07:30", "how", "IN_PERSON", "reaction", "Plakala.")));
    assertTrue(doors.open(worker, contact).contains("Plakala."));
  }

  /** Somebody taps while it goes on. */
  private void goesOn() {
    house.centre.known(opened, mother, null);
    ContactId id = house.meeting.soon(opened, facilitator);
    String page = HOME + "/contacts/" + id + "/meeting";
    doors.open(facilitator, page);
    post(facilitator, page + "/came", "who", "child." + house.meeting.line(id));
    post(facilitator, page + "/came", "who", "person." + house.meeting.mother(opened).person());
    post(facilitator, page + "/begin");
    post(facilitator, page + "/notes", note("Staví věž."));
    house.centre.forward(Duration.ofMinutes(5));
    assertTrue(doors.open(facilitator, page).contains("Staví věž."));
  }

  private static String[] note(String words) {
    return with("key", UUID.randomUUID().toString(), "kind", "NOTE", "words", words);
  }

  /** It is written down afterwards, reported on, approved, filed, issued and sent. */
  private void tookPlace(String contact) {
    doors.open(facilitator, contact + "/missed");
    doors.open(facilitator, contact + "/held");
    String line = house.meeting.line(new ContactId(key(contact))).toString();
    String her = house.centre.allowed(opened).iterator().next().toString();
    post(facilitator, contact + "/held", "version", "1", "children", line, "came", her);
    doors.open(facilitator, contact);
    doors.open(facilitator, contact + "/reports");
    String form = HOME + "/lines/" + line + "/report";
    doors.open(facilitator, form);
    String report =
        post(
            facilitator,
            form,
            with("before", "Těšila se.", "during", "Stavěla.", "after", "Spala.", "submit", "yes"));
    doors.open(director, HOME + "/reports");
    post(director, report + "/approve", "version", version(doors.open(director, report)));
    assertTrue(doors.open(director, report).contains("/documents/"), "it is filed");
    doors.open(director, report + "/as/parent");
    doors.open(facilitator, report + "/revise");
    doors.open(director, report + "/withdraw");
    String copies = doors.open(director, report + "/copies");
    String parent =
        house.meeting.receivers.of(director, new ReportId(key(report))).stream()
            .filter(one -> one.kind() == ReceiverKind.PARENT)
            .findFirst()
            .orElseThrow()
            .key();
    post(director, report + "/copies", "version", version(copies), "to", parent);
    String send = Jsoup.parse(doors.open(director, report)).select("a[href$=/send]").attr("href");
    doors.open(director, send);
    post(director, send, "channel", "IN_PERSON", "sentOn", TODAY);
  }

  private static UUID key(String page) {
    return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
  }

  private void isSeenByTheCourt() {
    doors.open(worker, HOME + "/evaluations");
    doors.open(worker, plan + "/evaluations/new");
    String evaluation =
        post(
            worker,
            plan + "/evaluations",
            with(
                with("version", "0", "from", "2026-09-01", "until", TODAY, "wellbeing", "4"),
                with("cooperation", "2", "decision", "LOOSEN", "why", "Je klidná."),
                with("view", "Chce víc.", "learnt", "IN_TALK")));
    doors.open(worker, evaluation);
    doors.open(worker, evaluation + "/strike");
    doors.open(worker, plan + "/evaluations");
    doors.open(worker, plan + "/court");
    doors.open(worker, plan + "/pictures");
  }
}
