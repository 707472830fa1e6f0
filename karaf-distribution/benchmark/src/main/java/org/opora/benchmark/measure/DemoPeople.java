package org.opora.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/** Those of the demo centre whose passwords lie in its data folder. */
final class DemoPeople {
  private DemoPeople() {}

  /** The director, signed in. */
  static Visitor director(Product product) {
    try {
      String[] first =
          Files.readAllLines(product.data().resolve("demo-accounts.txt")).get(0).split("\t");
      return product.visitor().signIn(first[0], first[1]);
    } catch (IOException notYet) {
      throw new UncheckedIOException(notYet);
    }
  }
}
