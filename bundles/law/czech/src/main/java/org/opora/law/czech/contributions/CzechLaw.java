package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.law.czech.domain.CzechHolidays;
import org.osgi.service.component.annotations.Component;

/**
 * The rules of Czech law. A new rule is a class beside {@link VisitRule} and a line in {@link
 * #rules()}.
 */
@Component
public final class CzechLaw implements RuleSet {
  /** Origin of the pack's texts. */
  static final String TEXTS = "org.opora.law-czech";

  private final CzechHolidays holidays = new CzechHolidays();
  private final List<Rule> rules =
      Stream.<Rule>concat(
              Stream.<Rule>of(
                  VisitRule.rule(),
                  CareReports.cycle(),
                  CareReports.onRequest(),
                  Education.rule(),
                  Respite.ofCarer(),
                  Respite.ofChild(),
                  Help.expert(),
                  Requests.counts(),
                  Requests.personalData(),
                  AgreementLaw.conclude(),
                  Mandates.change(),
                  Mandates.insurance(),
                  AgreementLaw.rule()),
              Papers.rules().stream())
          .toList();
  private final MandateLaw mandate = Mandates.law();
  private final RetentionLaw retention = Keeping.law();

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public String version() {
    return "2026.8";
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public List<LawFigure> figures() {
    return Stream.of(
            VisitRule.figures(),
            CareReports.figures(),
            Education.figures(),
            Respite.figures(),
            Help.figures(),
            Requests.figures(),
            AgreementLaw.figures(),
            Mandates.figures(mandate),
            Papers.figures(),
            Keeping.figures(retention),
            CzechStandards.figures())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Optional<MandateLaw> mandate() {
    return Optional.of(mandate);
  }

  @Override
  public Optional<RetentionLaw> retention() {
    return Optional.of(retention);
  }

  @Override
  public Optional<String> reportFollowUp() {
    return Optional.of(AgreementLaw.REPORT_FOLLOW_UP);
  }

  @Override
  public boolean workingDay(LocalDate day) {
    return holidays.workingDay(day);
  }
}
