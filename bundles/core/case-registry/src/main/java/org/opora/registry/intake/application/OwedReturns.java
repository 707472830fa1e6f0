package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.persistence.KeptHere;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Marks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Returns on years that are over and that nobody has filed. What fell due before the centre worked
 * here was filed elsewhere or not: nobody knows, so it is not called missed.
 */
@Component(service = OwedReturns.class)
public final class OwedReturns {
  private final Transactions tx;
  private final ContactLaw law;
  private final Confirmations confirmations;

  @Activate
  public OwedReturns(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference ContactLaw law,
      @Reference Confirmations confirmations) {
    this.tx = tx;
    this.law = law;
    this.confirmations = confirmations;
  }

  /**
   * @param due last day for filing
   * @param trust how far the day is confirmed
   */
  public record Owed(int year, LocalDate due, String paragraph, Trust trust) {}

  /**
   * As of a day: what was filed later is owed still. The earliest year first; none for whoever may
   * not see returns.
   */
  public List<Owed> on(Viewer viewer, LocalDate day) {
    return viewer.may(Intake.RETURN) ? tx.read(em -> on(em, day)) : List.of();
  }

  private List<Owed> on(EntityManager em, LocalDate day) {
    LocalDate since = KeptHere.since(em);
    if (since == null) {
      return List.of();
    }
    InquiryQueries queries = new InquiryQueries(em);
    LocalDate first = queries.firstAgreement();
    Set<Integer> recorded = queries.years();
    Map<Integer, LocalDate> filed =
        em.createQuery("SELECT r FROM YearlyReturn r", YearlyReturn.class)
            .getResultStream()
            .collect(Collectors.toMap(YearlyReturn::year, YearlyReturn::filedOn));
    Marks marks = Marks.now(confirmations);
    List<Owed> owed = new ArrayList<>();
    // The return on the year before the first one may fall due after the first day.
    for (int year = since.getYear() - 1; year < day.getYear(); year++) {
      boolean anything = first != null && first.getYear() <= year || recorded.contains(year);
      LocalDate on = filed.get(year);
      if (anything && (on == null || on.isAfter(day))) {
        add(owed, year, since, marks);
      }
    }
    return owed;
  }

  private void add(List<Owed> owed, int year, LocalDate since, Marks marks) {
    law.yearlyReturn(year)
        .map(figure -> owed(year, figure, marks))
        .filter(one -> !one.due().isBefore(since))
        .ifPresent(owed::add);
  }

  private Owed owed(int year, Parameter<MonthDay> figure, Marks marks) {
    return new Owed(
        year, figure.value().atYear(year + 1), figure.paragraph(), marks.of(law.figures(), figure));
  }
}
