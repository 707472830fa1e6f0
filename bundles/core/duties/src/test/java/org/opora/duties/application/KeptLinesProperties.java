package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties.Line;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.testkit.SeedOfRun;

/**
 * What is kept of some families, while this and that happens to them, against the same reckoned
 * from nothing each time: 500 tries, 10,000 with {@code -Dopora.campaign=true}.
 */
@AddLifecycleHook(SeedOfRun.class)
class KeptLinesProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int PEOPLE = 6;
  private static final int FAMILIES = 4;

  /**
   * @param family in which it happens
   * @param person to whom; of few, so that the same people turn up in several families
   * @param other another of them
   * @param daysAgo when
   */
  record Event(What what, int family, int person, int other, int daysAgo) {
    LocalDate on() {
      return TODAY.minusDays(daysAgo);
    }

    String number() {
      return "00" + family + "/2015";
    }

    /** Of a file in which nobody has an agreement. */
    String open() {
      return "50" + family + "/2015";
    }
  }

  enum What {
    AGREES,
    SEEN,
    TRAINED,
    RESPITE,
    REPORTED,
    TAKEN_BACK,
    FOUND_THE_SAME,
    LEFT,
    CONFIRMED,
    CONTACT,
    REPORT,
    PLAN,
    EVALUATION,
    DECIDED,
    OPENED
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsKeptIsWhatWouldBeReckoned(@ForAll("lives") List<Event> events) {
    Centre centre = new Centre();
    List.of(Kinds.EDUCATION, Kinds.RESPITE, Kinds.REPORT_DRAFTED).forEach(centre::bringing);
    ContactRules.KINDS.forEach(centre::bringing);
    centre.promising(new ContactRules());
    AtomicLong commits = new AtomicLong();
    KeptLines kept = centre.kept(commits::get);
    Viewer all = Centre.viewer(Reach.ALL, TODAY);
    Set<String> agreed = new HashSet<>();
    for (Event event : events) {
      // Nobody concludes an agreement twice, or opens a file twice.
      if (event.what() == What.AGREES && !agreed.add(event.number() + event.on())
          || event.what() == What.OPENED && !agreed.add(event.open())) {
        continue;
      }
      happen(centre, event);
      commits.incrementAndGet();
      List<Line> anew = centre.kept(commits::get).list(all, TODAY);
      assertEquals(anew, kept.list(all, TODAY), event::toString);
    }
  }

  private static void happen(Centre centre, Event event) {
    PersonId person = carer(event.person()).person();
    switch (event.what()) {
      case AGREES ->
          centre.agreement(
              event.number(),
              event.on(),
              event.other() == 0 ? event.on().plusYears(1) : null,
              null,
              Centre.WORKER,
              List.of(carer(event.person())),
              List.of(child(event.other(), event.on())));
      case SEEN -> centre.saw(event.number(), child(event.other(), TODAY).person(), event.on());
      case TRAINED -> proves(centre, event, Kinds.EDUCATION, person, "180");
      case RESPITE -> proves(centre, event, Kinds.RESPITE, person, null);
      case REPORTED ->
          centre.proved(
              Centre.key("report" + event.daysAgo() % 3),
              NewFact.of(
                      Kinds.REPORT_DRAFTED,
                      About.agreement(
                          Centre.file(event.number()),
                          Centre.agreementOf(event.number(), event.on())),
                      event.on())
                  .tiedTo("report"));
      case TAKEN_BACK -> centre.takenBack(record(event));
      case FOUND_THE_SAME -> {
        if (event.person() != event.other()) {
          centre.same(person, carer(event.other()).person());
        }
      }
      case LEFT ->
          centre.stayed(
              event.number(),
              child(event.other(), TODAY),
              event.on(),
              event.on().plusDays(event.person()));
      case CONTACT -> contact(centre, event, ContactRules.HELD);
      case REPORT -> contact(centre, event, ContactRules.REPORTED);
      case PLAN -> contact(centre, event, ContactRules.PLANNED);
      case EVALUATION -> contact(centre, event, ContactRules.EVALUATED);
      case DECIDED ->
          centre.deciding(
              event.person() % 2 == 0 ? ContactRules.DAYS : ContactRules.TIMES,
              event.on(),
              1 + event.other());
      case OPENED ->
          centre.opens(
              event.open(),
              "Bezdohodová",
              new CareFacts.Member(
                  child(event.other(), TODAY).person(),
                  new PersonName("Tomáš", "Malý"),
                  null,
                  null));
      case CONFIRMED ->
          centre
              .book()
              .rules()
              .forEach(
                  entry ->
                      entry
                          .rule()
                          .period()
                          .forEach(
                              figure ->
                                  centre.confirmed(entry.rule().periodFigure(), figure.from())));
    }
  }

  private static void proves(
      Centre centre, Event event, String kind, PersonId person, String minutes) {
    NewFact fact = NewFact.of(kind, About.person(Centre.file(event.number()), person), event.on());
    centre.proved(
        record(event),
        minutes == null
            ? fact.until(event.on().plusDays(event.other()))
            : fact.amounting(new BigDecimal(minutes), Evidence.MINUTES));
  }

  /** All of one child are tied by one key, so that they follow one another. */
  private static void contact(Centre centre, Event event, String kind) {
    PersonId child = child(event.other(), TODAY).person();
    centre.proved(
        Centre.key(kind + event.person() % 3 + event.other()),
        NewFact.of(
                kind,
                About.person(
                    Centre.file(event.person() < 3 ? event.number() : event.open()), child),
                event.on())
            .tiedTo("tie " + event.other()));
  }

  /** Few records, so that some are written again, of others and elsewhere. */
  private static UUID record(Event event) {
    return Centre.key("record " + (event.person() + event.other()) % 4);
  }

  private static CaseFiles.Carer carer(int number) {
    return Centre.carer("Eva", "Malá " + number, LocalDate.of(1980, 1, 5));
  }

  private static CaseFiles.Child child(int number, LocalDate placedOn) {
    return Centre.child(
        "child " + number, "Tomáš", "Malý " + number, LocalDate.of(2015, 3, 1), placedOn);
  }

  @Provide
  Arbitrary<List<Event>> lives() {
    Arbitrary<Event> agreed = event(Arbitraries.just(What.AGREES));
    Arbitrary<List<Event>> first = agreed.list().ofSize(2);
    Arbitrary<List<Event>> more = event(Arbitraries.of(What.class)).list().ofMaxSize(8);
    return Combinators.combine(first, more)
        .as((one, other) -> Stream.concat(one.stream(), other.stream()).toList());
  }

  private static Arbitrary<Event> event(Arbitrary<What> what) {
    Arbitrary<Integer> family = Arbitraries.of(numbers(FAMILIES));
    Arbitrary<Integer> people = Arbitraries.of(numbers(PEOPLE));
    return Combinators.combine(
            what, family, people, people, Arbitraries.integers().between(0, 2500))
        .as(Event::new);
  }

  private static List<Integer> numbers(int many) {
    return IntStream.range(0, many).boxed().toList();
  }
}
