package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.Duties.Status;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CareFacts.Member;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;
import org.opora.law.czech.contributions.CzechLaw;

/** What a centre promises by a module, with an agreement and without one. */
class PromiseLinesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 20);
  private static final String FILE = "7/2026";
  private static final PersonId ANNA = new PersonId(Centre.key("anna"));
  private static final PersonId PETR = new PersonId(Centre.key("petr"));

  /** Nobody has an agreement here. */
  private static Centre centre() {
    Centre centre =
        new Centre()
            .opens(
                FILE,
                "Bílá",
                new Member(ANNA, new PersonName("Anna", "Bílá"), LocalDate.of(2019, 4, 1), null),
                new Member(PETR, new PersonName("Petr", "Bílý"), null, PartRole.PARENT))
            .promising(new ContactRules());
    ContactRules.KINDS.forEach(centre::bringing);
    return centre;
  }

  private static Centre held(Centre centre, LocalDate on) {
    return centre.proved(ContactRules.HELD, FILE, ANNA, on, null, "c " + on);
  }

  private static List<Line> lines(Centre centre, String rule, LocalDate day) {
    return centre.duties(true).list(Centre.viewer(Reach.ALL, day), day).stream()
        .filter(line -> line.rule().equals(rule))
        .toList();
  }

  private static Line only(Centre centre, String rule, LocalDate day) {
    List<Line> lines = lines(centre, rule, day);
    assertEquals(1, lines.size(), lines::toString);
    return lines.get(0);
  }

  @Test
  void aReportIsOwedOfAContactAndTheLineSaysWhosePromiseItIs() {
    Centre centre = held(centre(), LocalDate.of(2026, 9, 23));
    Line line = only(centre, ContactRules.REPORT, LocalDate.of(2026, 9, 24));
    assertEquals(LocalDate.of(2026, 9, 28), line.due(), "a holiday moves no date");
    assertEquals(LocalDate.of(2026, 9, 25), line.doBy(), "do by Friday");
    assertEquals(Status.DUE_SOON, line.status());
    assertEquals("module.title", line.promisedBy().key());
    assertEquals("contacts 3", line.ruleSet());
    assertNull(line.paragraph());
    assertNull(line.trust());
    assertEquals("soon", line.why().key());
    assertEquals(
        List.<Object>of(LocalDate.of(2026, 9, 23), LocalDate.of(2026, 9, 28), 4L, 5),
        line.why().arguments());
    assertEquals(SubjectKind.CHILD, line.subjectKind());
    assertEquals("Anna", line.name().given());
    assertEquals(FILE, line.number());
    assertEquals("Bílá", line.familyName());
    assertEquals(1, line.evidence().size(), "one click away");
    assertEquals(ContactRules.HELD, line.evidence().get(0).kind());
  }

  @Test
  void writtenItIsOwedNoMore() {
    Centre centre = held(centre(), TODAY.minusDays(9));
    assertEquals(Status.OVERDUE, only(centre, ContactRules.REPORT, TODAY).status());
    centre.proved(ContactRules.REPORTED, FILE, ANNA, TODAY, null, "c " + TODAY.minusDays(9));
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY));
    assertEquals(
        Status.OVERDUE,
        only(centre, ContactRules.REPORT, TODAY.minusDays(1)).status(),
        "as of the day before");
    Centre untied = centre().proved(ContactRules.HELD, FILE, ANNA, TODAY.minusDays(9), null, null);
    untied.proved(ContactRules.REPORTED, FILE, ANNA, TODAY, null, null);
    assertEquals(1, lines(untied, ContactRules.REPORT, TODAY).size(), "nothing ties them");
  }

  @Test
  void theNumberIsThatOfTheDayOfTheEvent() {
    Centre centre =
        centre()
            .deciding(ContactRules.DAYS, LocalDate.of(2026, 9, 10), 3)
            .deciding(ContactRules.DAYS, LocalDate.of(2026, 9, 18), 14);
    held(held(held(centre, day(9)), day(12)), day(18));
    assertEquals(
        List.of(day(14), day(15), LocalDate.of(2026, 10, 2)),
        lines(centre, ContactRules.REPORT, TODAY).stream().map(Line::due).toList());
  }

  @Test
  void onlyWhomTheRuleIsAboutOwesIt() {
    Centre centre = centre();
    centre.proved(ContactRules.HELD, FILE, PETR, TODAY.minusDays(2), null, "c");
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY), "the parent is no child");
    centre.proved(ContactRules.HELD, FILE, new PersonId(Centre.key("stranger")), TODAY, null, "c");
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY), "nor is who is not there");
  }

  @Test
  void aRuleMayBeAboutOtherAdultsAndTheFamilyAsAWhole() {
    Centre centre = centre().promising(new OfWhom(SubjectKind.ADULT, SubjectKind.FILE));
    centre.bringing("talk").bringing("talked");
    centre.proved("talk", FILE, PETR, TODAY, null, "t");
    centre.proved(
        Centre.key("talk with all"),
        NewFact.of("talk", About.file(Centre.file(FILE)), TODAY).tiedTo("all"));
    List<Line> lines = lines(centre, "talks.note", TODAY);
    assertEquals(
        List.of(SubjectKind.ADULT, SubjectKind.FILE),
        lines.stream().map(Line::subjectKind).toList());
    assertEquals(PETR, lines.get(0).subject());
    assertNull(lines.get(1).subject());
    assertEquals(Centre.file(FILE).value(), lines.get(1).whom().key());
    centre.proved(
        Centre.key("excuse"),
        NewFact.of(Excuses.NOT_APPLICABLE, About.file(Centre.file(FILE)), TODAY)
            .until(TODAY.plusYears(1))
            .tiedTo("talks.note"));
    List<Line> excused = lines(centre, "talks.note", TODAY);
    assertEquals(
        List.of(Status.NOT_APPLICABLE, Status.NOT_APPLICABLE),
        excused.stream().map(Line::status).toList());
    assertEquals("why.not-applicable.promise", excused.get(0).why().key());
  }

  @Test
  void anEvaluationIsOwedAfterFiveContactsOrHalfAYear() {
    Centre centre = centre();
    LocalDate planned = LocalDate.of(2026, 3, 1);
    centre.proved(ContactRules.PLANNED, FILE, ANNA, planned, null, "p");
    Line line = only(centre, ContactRules.EVALUATION, LocalDate.of(2026, 5, 20));
    assertEquals(LocalDate.of(2026, 9, 1), line.due());
    assertEquals("running", line.why().key());
    assertEquals("p", line.ref());
    for (int week = 0; week < 5; week++) {
      centre.proved(ContactRules.HELD, FILE, ANNA, planned.plusWeeks(week), null, "p");
    }
    Line often = only(centre, ContactRules.EVALUATION, LocalDate.of(2026, 4, 1));
    assertEquals(LocalDate.of(2026, 4, 8), often.due(), "ten days after the fifth");
    assertEquals("often", often.why().key());
    assertEquals(
        List.<Object>of(planned, LocalDate.of(2026, 4, 8), 7L, 6, 5, 5), often.why().arguments());
    assertEquals(6, often.evidence().size(), "the plan and five contacts");
    centre.proved(ContactRules.EVALUATED, FILE, ANNA, LocalDate.of(2026, 4, 2), null, "p");
    Line again = only(centre, ContactRules.EVALUATION, LocalDate.of(2026, 4, 3));
    assertEquals(LocalDate.of(2026, 10, 2), again.due());
  }

  @Test
  void theRiskIsAssessedAsLongAsThereIsAPlan() {
    Centre centre = centre();
    LocalDate planned = LocalDate.of(2026, 3, 1);
    centre.proved(ContactRules.PLANNED, FILE, ANNA, planned, LocalDate.of(2027, 6, 30), "p");
    Line missing = only(centre, ContactRules.ASSESSMENT, TODAY);
    assertEquals(Status.OVERDUE, missing.status());
    assertEquals(planned, missing.due());
    centre.proved(ContactRules.RISK, FILE, ANNA, LocalDate.of(2026, 3, 10), null, "p");
    Line valid = only(centre, ContactRules.ASSESSMENT, TODAY);
    assertEquals(LocalDate.of(2027, 3, 10), valid.due());
    assertEquals("valid", valid.why().key());
    assertEquals(
        List.of(), lines(centre, ContactRules.ASSESSMENT, LocalDate.of(2027, 7, 1)), "no plan");
  }

  @Test
  void underAnAgreementItStandsBesideWhatTheLawAsks() {
    CaseFiles.Child child =
        Centre.child("anna", "Anna", "Bílá", LocalDate.of(2019, 4, 1), LocalDate.of(2024, 1, 1));
    Centre centre =
        new Centre()
            .agreement(
                FILE,
                LocalDate.of(2024, 1, 1),
                null,
                null,
                Centre.WORKER,
                List.of(Centre.carer("Eva", "Bílá", LocalDate.of(1980, 1, 1))),
                List.of(child))
            .promising(new ContactRules());
    ContactRules.KINDS.forEach(centre::bringing);
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY));
    held(centre, TODAY);
    assertEquals(1, lines(centre, ContactRules.REPORT, TODAY).size());
    assertTrue(lines(centre, "cz.visit", TODAY).size() > 1);
    StaffId other = new StaffId(Centre.key("other"));
    assertEquals(
        List.of(),
        centre.duties(true).list(Centre.viewer(Reach.OWN, TODAY, other), TODAY),
        "who does not lead the family sees nothing of it");
    assertTrue(
        centre.duties(true).of(Centre.viewer(Reach.OWN, TODAY), Centre.file(FILE), TODAY).stream()
            .anyMatch(line -> line.rule().equals(ContactRules.REPORT)));
  }

  @Test
  void whatIsKnownUnderTwoKeysIsOwedOnce() {
    Centre centre = held(centre(), TODAY.minusDays(9));
    PersonId other = new PersonId(Centre.key("anna again"));
    centre.same(ANNA, other);
    centre.proved(ContactRules.REPORTED, FILE, other, TODAY, null, "c " + TODAY.minusDays(9));
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY));
  }

  @Test
  void whileTheModuleWasAwayNobodyCanSay() {
    Centre centre = held(centre(), day(1)).away(day(3), day(19));
    assertEquals(Status.NOT_ASSESSED, only(centre, ContactRules.REPORT, TODAY).status());
    assertEquals(List.of(), centre.gone().modules(ZoneOffset.UTC));
    Centre gone = held(centre(), day(1)).without(day(3), ContactRules.HELD);
    assertEquals(
        List.of("Paper " + day(3)),
        gone.gone().modules(ZoneId.of("Europe/Prague")).stream()
            .map(one -> one.title().en() + " " + one.since())
            .toList(),
        "the pages say so");
  }

  @Test
  void withoutAnyoneWhoBringsTheEvidenceNothingIsCounted() {
    Centre centre = new Centre().opens(FILE, "Bílá").promising(new ContactRules());
    assertEquals(List.of(), lines(centre, ContactRules.REPORT, TODAY));
    assertEquals(0, centre.questions());
  }

  /** The working days are those of every pack, whichever was asked first. */
  @Test
  void theCalendarHangsOnNoOrder() {
    Centre centre = held(centre().with(new Resting("aa")).with(new Resting("zz")), day(15));
    Line line = only(centre, ContactRules.REPORT, TODAY);
    assertEquals(day(20), line.due(), "a Sunday");
    assertEquals(day(17), line.doBy(), "both Saturday and the Friday of that pack are free");
  }

  @Test
  void aModuleThatFailsTakesNothingWithIt() {
    Centre centre =
        held(centre(), TODAY)
            .promising(new Broken())
            .promising(new Named("zzz", "contacts.report"))
            .promising(new Named("contacts", "contacts.report"));
    assertEquals(1, lines(centre, ContactRules.REPORT, TODAY).size());
  }

  /** Nothing was written: a bundle has gone and taken its rules along. */
  @Test
  void whatIsKeptGoesWithTheRules() {
    Centre centre = held(centre(), TODAY);
    List<DutyRules> here = new ArrayList<>(List.of(new ContactRules()));
    RuleBook book =
        new RuleBook(List.of(new CzechLaw()), centre.settings(), List.of()) {
          @Override
          List<DutyRules> promising() {
            return List.copyOf(here);
          }
        };
    AtomicLong commits = new AtomicLong();
    KeptLines kept = centre.kept(commits::get, book);
    assertEquals(1, kept.list(Centre.viewer(Reach.ALL, TODAY), TODAY).size());
    here.clear();
    assertEquals(List.of(), kept.list(Centre.viewer(Reach.ALL, TODAY), TODAY));
    here.add(new ContactRules());
    assertEquals(1, kept.list(Centre.viewer(Reach.ALL, TODAY), TODAY).size());
    centre.deciding(ContactRules.DAYS, LocalDate.of(2020, 1, 1), 2);
    commits.incrementAndGet();
    assertEquals(TODAY.plusDays(2), kept.list(Centre.viewer(Reach.ALL, TODAY), TODAY).get(0).due());
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 9, day);
  }

  /** A country in which Fridays are free. */
  private record Resting(String id) implements RuleSet {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Rule> rules() {
      return List.of();
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return day.getDayOfWeek() != DayOfWeek.FRIDAY;
    }
  }

  /** Says the rules of contacts under other names. */
  private record Named(String module, String rule) implements DutyRules {
    @Override
    public Text title() {
      return Text.of("other", "module.title");
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<CentreRule> rules() {
      return new ContactRules().rules().stream().filter(one -> one.id().equals(rule)).toList();
    }
  }

  /** Does not get as far as its rules. */
  private static final class Broken implements DutyRules {
    @Override
    public String module() {
      return "broken";
    }

    @Override
    public Text title() {
      return Text.of("broken", "module.title");
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<CentreRule> rules() {
      throw new IllegalStateException("not today");
    }
  }

  /** A talk is noted within five days. */
  private record OfWhom(Set<SubjectKind> about) implements DutyRules {
    OfWhom(SubjectKind... kinds) {
      this(Set.of(kinds));
    }

    @Override
    public String module() {
      return "talks";
    }

    @Override
    public Text title() {
      return Text.of("talks", "module.title");
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<CentreRule> rules() {
      return List.of(
          new CentreDeadline(
              "talks.note",
              Text.of("talks", "note"),
              about,
              "talk",
              "talked",
              ContactRules.DAYS,
              CentreDeadline.Unit.DAYS,
              new CentreDeadline.Reasons("talks", "running", "soon", "late", "unknown")));
    }
  }
}
