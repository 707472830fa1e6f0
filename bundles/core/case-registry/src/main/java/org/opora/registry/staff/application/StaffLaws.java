package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.staff.spi.StaffLaw;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the law packs say about staff; they come and go. The first pack that has a figure counts.
 */
@Component(service = StaffLaws.class)
public class StaffLaws {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<StaffLaw> laws = List.of();

  /** For the container. */
  public StaffLaws() {}

  public StaffLaws(List<StaffLaw> laws) {
    this.laws = List.copyOf(laws);
  }

  public Optional<Parameter<Integer>> trainingHours(LocalDate day) {
    return figure(StaffLaw::trainingHours, day);
  }

  public Optional<Parameter<Integer>> trainingHoursInTwoYears(LocalDate day) {
    return figure(StaffLaw::trainingHoursInTwoYears, day);
  }

  public Optional<Parameter<Integer>> supervisionHours(LocalDate day) {
    return figure(StaffLaw::supervisionHours, day);
  }

  public Optional<Parameter<StaffLaw.Load>> load(LocalDate day) {
    return figure(StaffLaw::load, day);
  }

  /** Every figure, as the page of the law shows them. */
  public List<LawFigure> figures() {
    return laws.stream()
        .sorted(Comparator.comparing(StaffLaw::id))
        .flatMap(law -> law.figures().stream())
        .toList();
  }

  private <T> Optional<Parameter<T>> figure(
      Function<StaffLaw, List<Parameter<T>>> figures, LocalDate day) {
    return laws.stream()
        .sorted(Comparator.comparing(StaffLaw::id))
        .flatMap(law -> figures.apply(law).stream())
        .filter(figure -> figure.holdsOn(day))
        .findFirst();
  }
}
