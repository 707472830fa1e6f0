package org.opora.registry.ledgers.contributions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
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
 * Everybody had help and their hours in the period that is over, and most have some in the one that
 * runs; two families had respite, and one could not be met for a while.
 */
@Component
public final class DemoLedgers implements DemoChapter {
  private static final int COURSE = 12 * 60;
  private static final int SEMINAR = 6 * 60;
  private static final int FEW = 5;
  private static final List<Integer> RESTED = List.of(0, 2);
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
  public void write(DemoCast cast) {
    int number = 0;
    for (InForce family : cast.families()) {
      helped(cast, family, number);
      hours(cast, family, number++);
    }
    RESTED.forEach(one -> rest(cast, cast.family(one)));
    ill(cast, cast.family(ILL));
  }

  /** Some weeks ago, whoever was in care by then. */
  private void helped(DemoCast cast, InForce family, int number) {
    LocalDate on = cast.today().minusDays(30L + number % FEW * 9L);
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
        held(cast, family, carer, before.plusMonths(3), COURSE, "Vztahová vazba, víkendový kurz");
        held(cast, family, carer, before.plusMonths(8), COURSE, "Dospívání, víkendový kurz");
      }
      LocalDate lately = today.minusDays(20L + number % FEW * 3L);
      if (number % FEW != 0 && lately.isAfter(period)) {
        held(cast, family, carer, lately, SEMINAR, "Jak mluvit s dítětem o jeho rodině");
      }
    }
  }

  private void held(
      DemoCast cast,
      InForce family,
      CaseFiles.Carer carer,
      LocalDate on,
      int minutes,
      String topic) {
    education.add(
        cast.worker(family),
        family.file(),
        new NewEducation(
            carer.person(),
            on,
            minutes,
            EducationForm.IN_PERSON,
            topic,
            "Centrum pro rodinu",
            null));
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
}
