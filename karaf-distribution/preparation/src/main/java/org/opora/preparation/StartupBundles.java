package org.opora.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The jars of an assembled product that start with it, in the order in which the container starts
 * them. Read from what the container itself reads, so there is no list beside it.
 *
 * @param home folder of the product
 */
record StartupBundles(Path home) {
  private static final String MAVEN = "mvn:";

  List<Path> jars() throws IOException {
    TreeMap<Integer, List<Path>> levels = new TreeMap<>();
    for (String line : Files.readAllLines(home.resolve("etc/startup.properties"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int equals = line.lastIndexOf('=');
        Integer level = Integer.valueOf(line.substring(equals + 1).strip());
        levels
            .computeIfAbsent(level, none -> new ArrayList<>())
            .add(jar(line.substring(0, equals).strip().replace("\\:", ":")));
      }
    }
    return levels.values().stream().flatMap(List::stream).toList();
  }

  /** {@code mvn:group/artifact/version}, and perhaps type and classifier, in the repository. */
  private Path jar(String url) {
    String[] parts =
        url.startsWith(MAVEN) ? url.substring(MAVEN.length()).split("/") : new String[0];
    if (parts.length < 3) {
      throw new IllegalArgumentException("Not a bundle of the product's own repository: " + url);
    }
    String type = parts.length > 3 ? parts[3] : "jar";
    String classifier = parts.length > 4 ? "-" + parts[4] : "";
    return home.resolve("system")
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + classifier + "." + type);
  }
}
