package org.opora.itest.support;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.opora.driver.Distribution;

/** The embedded database with the engine that the product brings. */
final class ShippedEngine {
  private ShippedEngine() {}

  /**
   * @param database its folder, which nobody has open
   */
  static Connection open(Path database) throws SQLException, IOException {
    System.setProperty("derby.stream.error.file", database.resolveSibling("engine.log").toString());
    try (Stream<Path> files = Files.walk(Distribution.home().resolve("system"))) {
      URL[] jars =
          files
              .filter(file -> file.getFileName().toString().matches("derby.*\\.jar"))
              .map(ShippedEngine::url)
              .toArray(URL[]::new);
      ClassLoader engine = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
      Driver driver =
          (Driver)
              engine
                  .loadClass("org.apache.derby.jdbc.EmbeddedDriver")
                  .getDeclaredConstructor()
                  .newInstance();
      return driver.connect("jdbc:derby:" + database, new Properties());
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException never) {
      throw new IllegalStateException(never);
    }
  }
}
