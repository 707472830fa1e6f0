package org.opora.web.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opora.web.texts.Resources;

/** Files of a bundle as they lie in the build. */
record FolderResources(String origin, Path root) implements Resources {
  static FolderResources shell() {
    return new FolderResources("org.opora.web", Path.of("target/classes"));
  }

  static FolderResources guest(String origin) {
    return new FolderResources(origin, Path.of("src/test/resources/guest"));
  }

  @Override
  public Optional<URL> find(String path) {
    Path file = root.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(url(file)) : Optional.empty();
  }

  @Override
  public List<URL> list(String folder, String pattern) {
    List<URL> found = new ArrayList<>();
    if (Files.isDirectory(root.resolve(folder))) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(folder), pattern)) {
        files.forEach(file -> found.add(url(file)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return found;
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
