package org.opora.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final int TEN_YEARS = 3_653;
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
    List<Worker> workers =
        made(store, (filling, accounts) -> filling.fill(people, story, accounts));
    if (story) {
      try (ProductSide product = new ProductSide(store, workers)) {
        product.visitEverybody(new Load(product.port()));
      }
    }
    store.keep();
    return workers;
  }

  /**
   * A centre whose agreements have been in force for ten years, with everything that its people
   * wrote down.
   *
   * @return those who sign in
   */
  public List<Worker> ofTenYears(Store store, int agreements) throws SQLException {
    List<Worker> workers =
        made(
            store,
            (filling, accounts) ->
                filling.fillWhole(agreements, TEN_YEARS, masterKey(store.data()), accounts));
    try (ProductSide product = new ProductSide(store, workers)) {
      product.visitEverybody(new Load(product.port()));
      new WrittenWords(product.director()).read(workers.get(0).families().get(0));
    }
    store.keep();
    return workers;
  }

  /** Writes what there is in a centre while its product is stopped. */
  @FunctionalInterface
  private interface Writing {
    List<Worker> into(Filling filling, List<Filling.Account> accounts) throws SQLException;
  }

  private List<Worker> made(Store store, Writing writing) throws SQLException {
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
      workers = writing.into(filling, accounts);
      written = filling.written();
    }
    store.settle();
    progress.say(
        "%s: %s written in %.0f s", store.name(), written, (System.nanoTime() - begin) / 1e9);
    return workers;
  }

  /** It lies beside the data folder, where the product has put it. */
  private static byte[] masterKey(Path data) {
    try {
      return Files.readAllBytes(
          data.resolveSibling(data.getFileName() + ".keys").resolve("master.key"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static UUID staff(Visitor director, String name) {
    return UUID.fromString(People.staffId(director, name));
  }
}
