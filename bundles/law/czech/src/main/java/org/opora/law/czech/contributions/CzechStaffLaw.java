package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.staff.spi.StaffLaw;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * What Czech law and guidance ask of the staff: further training of social workers by § 111 of Act
 * 108/2006 Sb., which was read at a public source; the rest are secondary readings.
 */
@Component
public final class CzechStaffLaw implements StaffLaw {
  private static final String TRAINING = "§ 111, zákon č. 108/2006 Sb.";
  private static final String GUIDANCE = "Metodika MPSV k doprovázení";
  private static final int HOURS_A_YEAR = 24;
  private static final int HOURS_IN_TWO_YEARS = 48;
  private static final int SUPERVISION_HOURS = 12;
  private static final Load LOAD = new Load(18, 23);
  private static final LocalDate ACT = LocalDate.of(2007, 1, 1);
  private static final LocalDate AMENDMENT = LocalDate.of(2025, 1, 1);
  private static final LocalDate AGREEMENTS = LocalDate.of(2013, 1, 1);

  @Override
  public String id() {
    return "cz";
  }

  @Override
  public List<Parameter<Integer>> trainingHours() {
    return List.of(figure(HOURS_A_YEAR, ACT, TRAINING, "staff.training.source", Trust.VERIFIED));
  }

  @Override
  public List<Parameter<Integer>> trainingHoursInTwoYears() {
    return List.of(
        figure(
            HOURS_IN_TWO_YEARS,
            AMENDMENT,
            TRAINING,
            "staff.training.two-years.source",
            Trust.SECONDARY));
  }

  @Override
  public List<Parameter<Integer>> supervisionHours() {
    return List.of(
        figure(
            SUPERVISION_HOURS, AMENDMENT, GUIDANCE, "staff.supervision.source", Trust.SECONDARY));
  }

  @Override
  public List<Parameter<Load>> load() {
    return List.of(figure(LOAD, AGREEMENTS, GUIDANCE, "staff.load.source", Trust.SECONDARY));
  }

  @Override
  public List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    trainingHours().forEach(one -> figures.add(shown("training", one, one.value())));
    trainingHoursInTwoYears().forEach(one -> figures.add(shown("two-years", one, one.value())));
    supervisionHours().forEach(one -> figures.add(shown("supervision", one, one.value())));
    load().forEach(one -> figures.add(shown("load", one, one.value().least(), one.value().most())));
    return figures;
  }

  private static LawFigure shown(String what, Parameter<?> dated, Object... said) {
    String key = "staff.figure." + what;
    return new LawFigure(
        "cz.staff." + what,
        Text.of(CzechLaw.TEXTS, key),
        Text.of(CzechLaw.TEXTS, key + ".value", said),
        dated);
  }

  private static <T> Parameter<T> figure(
      T value, LocalDate from, String paragraph, String source, Trust trust) {
    return new Parameter<>(value, from, null, paragraph, Text.of(CzechLaw.TEXTS, source), trust);
  }
}
