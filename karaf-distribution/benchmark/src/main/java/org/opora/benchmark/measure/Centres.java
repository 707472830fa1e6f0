package org.opora.benchmark.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.benchmark.Progress;
import org.opora.benchmark.data.Filling;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.store.Dialect;
import org.opora.benchmark.store.Store;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * Makes centres with a large register, and has the store remember them. Their staff come in through
 * the pages; the families are put into the tables while the product is stopped.
 */
public final class Centres {
  private static final int WORKERS = 8;
  private static final int HALF_A_YEAR = 183;
  private static final String ROLE = "key-worker";
  private final Progress progress;

  public Centres(Progress progress) {
    this.progress = progress;
  }

  /**
   * @param story whether everything that happened is there, too, or only what a search shows
   * @return those who sign in
   */
  public List<Worker> make(Store store, int people, boolean story) throws SQLException {
    return make(store, people, story ? HALF_A_YEAR : 0);
  }

  /**
   * The same with so many days of what happened.
   *
   * @param days 0 for what a search shows alone
   */
  public List<Worker> make(Store store, int people, int days) throws SQLException {
    boolean story = days > 0;
    UUID director;
    List<Filling.Account> accounts = new ArrayList<>();
    try (Product product = Product.on(store.data()).with(store.environment()).start()) {
      Visitor first = People.director(product);
      director = staff(first, "Ředitelová");
      for (int number = 0; number < WORKERS; number++) {
        String name = "Bc. Jitka Klíčová " + number;
        People.colleague(product, first, name, ROLE);
        accounts.add(new Filling.Account(staff(first, name), People.signInName(name, ROLE)));
      }
    }
    long begin = System.nanoTime();
    List<Worker> workers;
    String written;
    try (Connection connection = store.open()) {
      Filling filling = new Filling(connection, Dialect.of(store.url()), director);
      workers = filling.fill(people, days, accounts);
      written = filling.written();
    }
    store.settle();
    progress.say(
        "%s: %s written in %.0f s", store.name(), written, (System.nanoTime() - begin) / 1e9);
    if (story) {
      try (ProductSide product = new ProductSide(store, workers)) {
        product.visitEverybody(new Load(product.port()));
      }
    }
    store.keep();
    return workers;
  }

  private static UUID staff(Visitor director, String name) {
    return UUID.fromString(People.staffId(director, name));
  }
}
