package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.opora.registry.files.domain.FileNumber;
import org.opora.registry.files.domain.NumberSeries;
import org.opora.registry.shared.application.Refusals;

/**
 * Numbers of case files: whoever gives one first takes the row of the series, so that two never get
 * the same.
 */
final class FileNumbers {
  private static final String SERIES = "case-file";
  private final EntityManager em;

  FileNumbers(EntityManager em) {
    this.em = em;
  }

  /** The next free number of the year. */
  FileNumber next(int year) {
    hold();
    String name = SERIES + "-" + year;
    NumberSeries series = em.find(NumberSeries.class, name);
    if (series == null) {
      series = new NumberSeries(name);
      em.persist(series);
    }
    FileNumber number = FileNumber.of(series.next(), year);
    // Former records may have brought numbers of this year along.
    while (owner(number) != null) {
      number = FileNumber.of(series.next(), year);
    }
    return number;
  }

  /**
   * @param file the file that may already carry it; null for a new one
   */
  FileNumber taken(String written, UUID file) {
    FileNumber number = FileNumber.parse(Refusals.line("number", written, 40));
    hold();
    UUID owner = owner(number);
    if (owner != null && !owner.equals(file)) {
      throw Refusals.refused("number", "refused.number-taken", number.written());
    }
    return number;
  }

  private void hold() {
    em.find(NumberSeries.class, SERIES, LockModeType.PESSIMISTIC_WRITE);
  }

  private UUID owner(FileNumber number) {
    return em.createQuery("SELECT f.id FROM CaseFile f WHERE f.number = :number", UUID.class)
        .setParameter("number", number.written())
        .getResultStream()
        .findFirst()
        .orElse(null);
  }
}
