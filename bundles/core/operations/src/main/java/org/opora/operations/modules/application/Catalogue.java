package org.opora.operations.modules.application;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opora.api.faults.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules this distribution ships: packages in a folder that does not change while it runs. */
final class Catalogue {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
  private final Map<String, ModulePackage> offers;

  private Catalogue(Map<String, ModulePackage> offers) {
    this.offers = Collections.unmodifiableMap(offers);
  }

  static Catalogue of(Path folder) {
    Map<String, ModulePackage> offers = new TreeMap<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : jars) {
          offer(offers, jar);
        }
      } catch (IOException unreadable) {
        LOG.warn("The catalogue of modules cannot be read", unreadable);
      }
    }
    return new Catalogue(offers);
  }

  private static void offer(Map<String, ModulePackage> offers, Path jar) {
    try {
      ModulePackage offered = PackageReader.read(jar);
      offers.merge(
          offered.id(), offered, (a, b) -> a.version().compareTo(b.version()) >= 0 ? a : b);
    } catch (Refused unfit) {
      LOG.warn("{} in the catalogue is no module: {}", jar.getFileName(), unfit.text().key());
    }
  }

  Collection<ModulePackage> all() {
    return offers.values();
  }

  Optional<ModulePackage> find(String id) {
    return Optional.ofNullable(offers.get(id));
  }
}
