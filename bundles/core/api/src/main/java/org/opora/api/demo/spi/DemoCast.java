package org.opora.api.demo.spi;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.files.CareFacts;

/**
 * Who is there in a made-up centre.
 *
 * @param workers its key workers, at least one
 * @param families of these key workers with an agreement in force, by the number of their file, at
 *     least one
 */
public record DemoCast(Viewer director, List<Viewer> workers, List<CareFacts.InForce> families) {
  public DemoCast {
    workers = List.copyOf(workers);
    families = List.copyOf(families);
  }

  /** A family; with fewer families than that, one of them comes again. */
  public CareFacts.InForce family(int number) {
    return families.get(number % families.size());
  }

  /** Who looks after a family. */
  public Viewer worker(CareFacts.InForce family) {
    return workers.stream()
        .filter(one -> one.staff().equals(family.keyWorker()))
        .findFirst()
        .orElse(workers.get(0));
  }

  public LocalDate today() {
    return director.today();
  }
}
