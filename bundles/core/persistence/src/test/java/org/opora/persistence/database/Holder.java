package org.opora.persistence.database;

import java.io.IOException;
import java.nio.file.Path;
import org.opora.persistence.Foundation;
import org.opora.persistence.migration.Scripts;

/** A second process for {@link InUseTest}: holds a data folder until its input ends. */
final class Holder {
  private Holder() {}

  static Settings settings(Path folder) {
    Path data = folder.resolve("data");
    return new Settings(
        data, folder.resolve("keys"), "jdbc:derby:" + data.resolve("db"), null, null);
  }

  public static void main(String[] arguments) throws IOException {
    try (Foundation held =
        Foundation.lay(settings(Path.of(arguments[0])), Scripts.beside(Foundation.class))) {
      System.out.println("holding " + held.database().product());
      System.out.flush();
      int end = System.in.read();
      System.out.println("leaving " + end);
    }
  }
}
