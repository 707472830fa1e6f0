package org.opora.registry.ledgers.contributions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.demo.spi.DemoFamilyChapter;
import org.opora.api.evidence.EducationForm;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.EducationLedger.NewEducation;
import org.opora.registry.ledgers.application.ExcuseLedger;
import org.opora.registry.ledgers.application.ExcuseLedger.NewExcuse;
import org.opora.registry.ledgers.application.HelpLedger;
import org.opora.registry.ledgers.application.HelpLedger.NewHelp;
import org.opora.registry.ledgers.application.RespiteLedger;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.ledgers.domain.ExcuseKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Everybody had help, and their hours in the period that is over; in the one that runs most go on
 * as they should, some are behind, and some have nothing yet. Some families had respite, and one
 * could not be met for a while.
 */
@Component(service = DemoChapter.class)
public final class DemoLedgers implements DemoFamilyChapter {
  private static final int COURSE = 12 * 60;
  private static final int SEMINAR = 6 * 60;

  /** Days from the beginning of a period to the first of them, and from one to the next. */
  private static final int FIRST_AFTER = 50;

  private static final int APART = 75;

  /** Not all families come on one day. */
  private static final int DAYS = 20;

  private static final List<Held> SEMINARS =
      List.of(
          new Held("Jak mluvit s dítětem o jeho rodině", EducationForm.IN_PERSON),
          new Held("Strach a spánek u dětí v náhradní péči", EducationForm.ONLINE),
          new Held("Podpůrná skupina pěstounů", EducationForm.IN_PERSON),
          new Held("Škola a poruchy pozornosti", EducationForm.E_LEARNING));

  /** How many of them a family had at the most, one family after the other. */
  private static final int[] MOST = {0, 4, 4, 1, 3};

  private static final List<Integer> RESTED = List.of(0, 2, 5, 11);
  private static final int ILL = 4;
  private final EducationLedger education;
  private final HelpLedger help;
  private final RespiteLedger respite;
  private final ExcuseLedger excuses;

  @Activate
  public DemoLedgers(
      @Reference EducationLedger education,
      @Reference HelpLedger help,
      @Reference RespiteLedger respite,
      @Reference ExcuseLedger excuses) {
    this.education = education;
    this.help = help;
    this.respite = respite;
    this.excuses = excuses;
  }

  @Override
  public String id() {
    return "ledgers";
  }

  @Override
  public void write(DemoCast cast, InForce family, int number) {
    helped(cast, family, number);
    hours(cast, family, number);
    if (RESTED.contains(number)) {
      rest(cast, family);
    }
    if (number == ILL) {
      ill(cast, family);
    }
  }

  /** Some weeks ago, whoever was in care by then. */
  private void helped(DemoCast cast, InForce family, int number) {
    LocalDate on = cast.today().minusDays(30L + number % DAYS);
    if (on.isAfter(family.concludedOn())) {
      family
          .carers()
          .forEach(
              carer ->
                  help.add(
                      cast.worker(family),
                      family.file(),
                      new NewHelp(
                          carer.person(), on, "Konzultace s psycholožkou", "Centrum pro rodinu")));
    }
  }

  private void hours(DemoCast cast, InForce family, int number) {
    LocalDate today = cast.today();
    long years = ChronoUnit.YEARS.between(family.concludedOn(), today);
    LocalDate period = family.concludedOn().plusYears(years);
    for (CaseFiles.Carer carer : family.carers()) {
      if (years > 0) {
        LocalDate before = family.concludedOn().plusYears(years - 1);
        held(cast, family, carer, before.plusMonths(3), COURSE, course("Vztahová vazba"));
        held(cast, family, carer, before.plusMonths(8), COURSE, course("Dospívání"));
      }
      for (int one = 0; one < MOST[number % MOST.length]; one++) {
        LocalDate on = period.plusDays(FIRST_AFTER + number % DAYS + (long) one * APART);
        if (on.isBefore(today)) {
          held(cast, family, carer, on, SEMINAR, SEMINARS.get(one));
        }
      }
    }
  }

  private static Held course(String topic) {
    return new Held(topic + ", víkendový kurz", EducationForm.IN_PERSON);
  }

  private void held(
      DemoCast cast, InForce family, CaseFiles.Carer carer, LocalDate on, int minutes, Held what) {
    education.add(
        cast.worker(family),
        family.file(),
        new NewEducation(
            carer.person(), on, minutes, what.form(), what.topic(), "Centrum pro rodinu", null));
  }

  /** A weekend, of the children who lived with the family by then. */
  private void rest(DemoCast cast, InForce family) {
    LocalDate first = cast.today().minusDays(23);
    Viewer worker = cast.worker(family);
    Set<PersonId> carers =
        family.carers().stream().map(CaseFiles.Carer::person).collect(Collectors.toSet());
    List<PersonId> children =
        family.children().stream()
            .filter(child -> child.placedOn() == null || !child.placedOn().isAfter(first))
            .map(CaseFiles.Child::person)
            .toList();
    if (!children.isEmpty()) {
      respite.add(
          worker,
          family.file(),
          children,
          new NewRespite(
              null, carers, first, first.plusDays(2), "Pobyt pro děti s Centrem.", null));
    }
  }

  private void ill(DemoCast cast, InForce family) {
    excuses.add(
        cast.worker(family),
        family.file(),
        new NewExcuse(
            ExcuseKind.JUSTIFIED,
            null,
            null,
            cast.today().minusDays(12),
            cast.today().minusDays(3),
            "Celá rodina měla neštovice, návštěva se odložila."));
  }

  private record Held(String topic, EducationForm form) {}
}
