package org.opora.supervisedcontacts.requests.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.house.Settings;
import org.opora.api.house.WorkingDays;
import org.opora.api.house.spi.Setting;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.spi.ReportSection.Wanted;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.requests.contributions.RequestsPersonData;
import org.opora.supervisedcontacts.requests.contributions.RequestsSection;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Somebody asks for contact; the centre answers, by a plan or with a reason. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {
  private static final LocalDate ASKED = Centre.TODAY.minusDays(3);
  private static final BodyId COURT = new BodyId(UUID.randomUUID());
  @Parameter Product product;
  private Centre centre;
  private Requests requests;
  private RequestReader reader;
  private int days;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    var register = centre.register;
    requests =
        new Requests(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.files,
            register.people,
            new Courts(),
            new Term(),
            register.timeline,
            register.tasks,
            register.search,
            Centre.texts());
    reader =
        new RequestReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.people,
            register.staff,
            WorkingDays.of(List.of()));
    centre.plans.addAsker(requests);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  /** The directory, with one court. */
  private record Courts() implements Bodies {
    @Override
    public List<Line> find(Viewer viewer, String words, int limit) {
      return List.of();
    }

    @Override
    public Map<BodyId, Line> lines(Collection<BodyId> bodies) {
      return bodies.contains(COURT)
          ? Map.of(
              COURT, new Line(COURT, Kind.COURT, "Okresní soud v Brně", "Brno", null, null, null))
          : Map.of();
    }
  }

  /** What the centre has set. */
  private final class Term implements Settings {
    @Override
    public int number(Setting setting, LocalDate day) {
      return days;
    }

    @Override
    public NavigableMap<LocalDate, Integer> numbers(Setting setting) {
      throw new UnsupportedOperationException();
    }

    @Override
    public View view(Viewer viewer, Setting setting) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void decide(
        Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> numbers) {
      throw new UnsupportedOperationException();
    }
  }

  private static NewRequest carer(PersonId carer) {
    return new NewRequest(
        Asker.CARER, carer, null, null, ASKED, Channel.PHONE, "Ema by ráda viděla mámu.");
  }

  private RequestId asked(Case opened) {
    return requests.record(
        opened.worker(), opened.family().file(), opened.family().child(), carer(carerOf(opened)));
  }

  private static PersonId carerOf(Case opened) {
    return opened.family().carer();
  }

  private RequestView view(Case opened, RequestId id) {
    return reader.view(opened.worker(), id);
  }

  @Test
  void whoAskedForWhatAndHowIsWrittenDown() {
    days = 30;
    Case opened = centre.opened();
    RequestView one = view(opened, asked(opened));
    assertEquals(Asker.CARER, one.asker());
    assertEquals(carerOf(opened), one.person());
    assertTrue(one.name().startsWith("Marie"), "as the register calls her");
    assertEquals("Ema by ráda viděla mámu.", one.wish());
    assertEquals(ASKED.plusDays(30), one.answerBy());
    assertEquals(RequestState.OPEN, one.state());
    days = 0;
    RequestView without = view(opened, asked(opened));
    assertNull(without.answerBy(), "only where the centre has set a time");
    NewRequest court =
        new NewRequest(
            Asker.COURT, null, COURT, null, ASKED, Channel.DATA_BOX, "Zprostředkovat styk.");
    RequestView office =
        view(
            opened,
            requests.record(
                opened.worker(), opened.family().file(), opened.family().child(), court));
    assertEquals("Okresní soud v Brně", office.name());
    assertEquals(3, reader.of(opened.worker(), List.of(opened.childFile())).size());
  }

  @Test
  void whatCannotBeRightIsRefusedBesideItsField() {
    Case opened = centre.opened();
    assertEquals("asker: choice.missing", refused(opened, null, null, ASKED, "Přání"));
    assertEquals("name: words.missing", refused(opened, Asker.PARENT, " ", ASKED, "Přání"));
    assertEquals(
        "on: day.future", refused(opened, Asker.PARENT, "Táta", Centre.TODAY.plusDays(1), "Přání"));
    assertEquals("wish: words.missing", refused(opened, Asker.PARENT, "Táta", ASKED, " "));
  }

  private String refused(Case opened, Asker asker, String name, LocalDate on, String wish) {
    NewRequest now = new NewRequest(asker, null, null, name, on, Channel.EMAIL, wish);
    return Centre.refusal(
        () ->
            requests.record(opened.worker(), opened.family().file(), opened.family().child(), now));
  }

  @Test
  void aPlanAnswersTheRequestFromWhichItWasMade() {
    Case opened = centre.opened();
    RequestId id = asked(opened);
    PlanId plan =
        centre.plans.make(
            opened.worker(),
            opened.family().file(),
            opened.family().child(),
            PlanChange.first(Centre.TERMS, List.of(Centre.MOTHER), null),
            id.value());
    RequestView one = view(opened, id);
    assertEquals(RequestState.PLANNED, one.state());
    assertEquals(plan, one.plan());
    assertEquals(
        "null: request.answered",
        Centre.refusal(
            () ->
                requests.answer(
                    opened.worker(), id, one.version(), RequestState.REFUSED, ASKED, "Ne.")));
  }

  @Test
  void aRefusalNeedsAReasonAndStandsInTheReport() {
    Case opened = centre.opened();
    RequestId id = asked(opened);
    assertEquals(
        "reason: words.missing",
        Centre.refusal(() -> answer(opened, id, RequestState.REFUSED, Centre.TODAY, null)));
    assertEquals(
        "on: request.before-asked",
        Centre.refusal(
            () -> answer(opened, id, RequestState.REFUSED, ASKED.minusDays(1), "Dítě nechce.")));
    assertEquals(
        "outcome: request.plan-first",
        Centre.refusal(() -> answer(opened, id, RequestState.PLANNED, Centre.TODAY, null)));
    assertThrows(
        Stale.class,
        () -> requests.answer(opened.worker(), id, 9, RequestState.REFUSED, ASKED, "Ne."));
    answer(opened, id, RequestState.REFUSED, Centre.TODAY, "Dítě nechce.");
    assertEquals("Dítě nechce.", view(opened, id).reason());
    Wanted wanted =
        new Wanted(
            opened.family().file(),
            opened.family().child(),
            opened.childFile(),
            Centre.TODAY.minusDays(60),
            Centre.TODAY,
            Set.of(),
            Set.of(),
            new Locale("cs"));
    String said = new RequestsSection(reader, Centre.texts()).draft(opened.worker(), wanted);
    assertTrue(said.contains("odmítnuta"), said);
    assertFalse(said.contains("nechce"), "the reason is for whoever writes the report");
  }

  private void answer(Case opened, RequestId id, RequestState now, LocalDate on, String reason) {
    requests.answer(opened.worker(), id, view(opened, id).version(), now, on, reason);
  }

  @Test
  void openOnesAreListedPageByPageForWhoMaySeeThem() {
    Case opened = centre.opened();
    RequestId first = asked(opened);
    RequestId second = asked(opened);
    var page = reader.list(opened.worker(), false, null, 1);
    assertEquals(1, page.items().size());
    assertNotNull(page.next());
    var rest = reader.list(opened.worker(), false, UUID.fromString(page.next()), 5);
    assertEquals(Set.of(first, second), Set.of(page.items().get(0).id(), rest.items().get(0).id()));
    assertNull(rest.next());
    Viewer stranger = centre.viewer("key-worker");
    assertTrue(reader.list(stranger, false, null, 5).items().isEmpty());
    assertThrows(NotFound.class, () -> reader.view(stranger, first));
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(opened.family().file()));
    assertThrows(NotFound.class, () -> reader.view(walled, first));
  }

  @Test
  void whoAskedIsForgottenAndSoIsTheChild() {
    Case opened = centre.opened();
    RequestId id = asked(opened);
    RequestsPersonData data =
        new RequestsPersonData(
            new RequestData(centre.tx, centre.register.timeline, centre.register.search));
    assertEquals(1, data.count(Set.of(carerOf(opened))));
    data.erase(Set.of(carerOf(opened)));
    assertNull(view(opened, id).name());
    assertNotNull(view(opened, id).wish());
    data.erase(Set.of(opened.family().child()));
    assertNull(view(opened, id).wish());
  }
}
