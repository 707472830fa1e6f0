package org.opora.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.persistence.Foundation;
import org.opora.persistence.Preparation;
import org.opora.persistence.Preparation.Tables;
import org.opora.persistence.migration.Scripts;

/**
 * {@code Main HOME WORK ARCHIVE}: makes the empty database of the product assembled in HOME. It has
 * the jars of that product on its class path, so the scripts are applied by the bundle that will
 * compare them, and proves that a first start finds nothing left to do.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, ReflectiveOperationException {
    Path home = Path.of(arguments[0]);
    Path work = Files.createDirectories(Path.of(arguments[1]));
    Path archive = Path.of(arguments[2]);
    Preparation preparation = new Preparation(Scripts.beside(Foundation.class), tables(home));
    int applied =
        preparation.pack(Files.createTempDirectory(work, "made-").resolve("house"), archive);
    int missing =
        preparation.missing(Files.createTempDirectory(work, "tried-").resolve("house"), archive);
    if (missing > 0) {
      throw new IllegalStateException("A first start would still apply " + missing + " scripts");
    }
    System.out.println(
        applied + " scripts, " + Files.size(archive) / 1024 + " KiB in " + archive.getFileName());
  }

  private static List<Tables> tables(Path home) throws IOException, ReflectiveOperationException {
    List<Tables> tables = new ArrayList<>();
    for (Path jar : new StartupBundles(home).jars()) {
      if (!holds(jar, Foundation.class)) {
        for (String name : new BundleSchemas(jar).classes()) {
          Class<?> type = Class.forName(name);
          Schema schema = (Schema) type.getDeclaredConstructor().newInstance();
          tables.add(new Tables(schema.unit(), Scripts.beside(type)));
        }
      }
    }
    return tables;
  }

  /** The bundle that migrates has tables of its own and contributes no schema. */
  private static boolean holds(Path jar, Class<?> type) throws IOException {
    try (var open = new java.util.jar.JarFile(jar.toFile())) {
      return open.getEntry(type.getName().replace('.', '/') + ".class") != null;
    }
  }
}
