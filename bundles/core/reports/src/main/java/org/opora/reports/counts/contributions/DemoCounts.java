package org.opora.reports.counts.contributions;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.persistence.Transactions;
import org.opora.reports.counts.application.CountDesk;
import org.opora.reports.counts.application.NewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts that the region asked for: of one quarter given already, and others that it waits for. */
@Component
public final class DemoCounts implements DemoChapter {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCounts.class);
  private static final String REGION = "Krajský úřad Příkladového kraje";
  private static final int MONTHS = 3;
  private final CountDesk desk;
  private final Transactions tx;

  @Activate
  public DemoCounts(
      @Reference CountDesk desk, @Reference(target = "(opora.unit=reports)") Transactions tx) {
    this.desk = desk;
    this.tx = tx;
  }

  /** After what is counted. */
  @Override
  public String id() {
    return "statistics-counts";
  }

  @Override
  public void write(DemoCast cast) {
    Viewer director = cast.director();
    LocalDate today = cast.today();
    LocalDate first =
        today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1L) % MONTHS + MONTHS);
    UUID given =
        desk.record(
            director,
            new NewRequest(
                REGION,
                "Počty dohod, svěřených dětí a návštěv v minulém čtvrtletí",
                today.minusDays(5),
                first,
                first.plusMonths(MONTHS).minusDays(1)));
    desk.record(
        director,
        new NewRequest(
            REGION,
            "Hodiny vzdělávání a dny respitní péče od začátku roku",
            today.minusDays(2),
            today.withDayOfYear(1),
            today));
    // Figures are kept by a thread of their own, which sees what has been committed.
    tx.afterCommit(() -> give(director, given));
  }

  private void give(Viewer director, UUID request) {
    try {
      desk.count(director, request, version(director, request))
          .thenRun(
              () -> desk.answer(director, request, version(director, request), director.today()))
          .exceptionally(
              fault -> {
                LOG.info("Counts of the demo centre are left to be given by hand");
                return null;
              });
    } catch (RuntimeException fault) {
      LOG.info("Counts of the demo centre are left to be counted by hand");
    }
  }

  private long version(Viewer director, UUID request) {
    return desk.view(director, request).version();
  }
}
