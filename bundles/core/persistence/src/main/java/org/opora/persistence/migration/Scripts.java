package org.opora.persistence.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.opora.persistence.database.Dialect;
import org.osgi.framework.Bundle;

/** Where migration scripts come from. */
@FunctionalInterface
public interface Scripts {
  /** Folder of the portable scripts; those of one database lie in a folder of its name inside. */
  String FOLDER = "db";

  List<Script> of(Dialect dialect);

  /** The scripts in a bundle, without those of its host or fragments' hosts. */
  static Scripts in(Bundle bundle) {
    return dialect -> {
      List<Script> scripts = new ArrayList<>();
      for (String folder : folders(dialect)) {
        Enumeration<URL> found = bundle.findEntries(folder, "*.sql", false);
        if (found != null) {
          Collections.list(found).forEach(url -> scripts.add(script(url)));
        }
      }
      return scripts;
    };
  }

  /**
   * The scripts beside a class, in its folder of classes or its jar: for work without a framework.
   */
  static Scripts beside(Class<?> type) {
    return dialect -> {
      try {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        Path root = Path.of(source.getLocation().toURI());
        if (Files.isDirectory(root)) {
          return below(root, dialect);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
          return below(jar.getPath("/"), dialect);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (java.net.URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static List<Script> below(Path root, Dialect dialect) throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (String name : folders(dialect)) {
      Path folder = root.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
            scripts.add(new Script(file.getFileName().toString(), Files.readString(file)));
          }
        }
      }
    }
    return scripts;
  }

  private static List<String> folders(Dialect dialect) {
    return List.of(FOLDER, FOLDER + "/" + dialect.folder());
  }

  private static Script script(URL url) {
    try (InputStream in = url.openStream()) {
      String path = url.getPath();
      return new Script(
          path.substring(path.lastIndexOf('/') + 1),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
