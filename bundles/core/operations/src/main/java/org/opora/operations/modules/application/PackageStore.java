package org.opora.operations.modules.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.opora.api.faults.Refused;
import org.opora.operations.modules.domain.WantedModule;
import org.opora.operations.shared.SafeFiles;

/** Bytes of the wanted modules: {@code <data>/modules/<id>-<version>.jar}. */
final class PackageStore {
  private final Path folder;

  PackageStore(Path dataFolder) {
    folder = dataFolder.resolve("modules");
    try {
      SafeFiles.createPrivateFolder(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Path file(String id, String version) {
    return folder.resolve(id + "-" + version + ".jar");
  }

  /** Keeps the bytes for good; when this returns they are on disk. */
  ModulePackage keep(ModulePackage incoming) throws IOException {
    Path kept = file(incoming.id(), incoming.version().toString());
    if (!Files.exists(kept) || !SafeFiles.sha256(kept).equals(incoming.sha256())) {
      try (InputStream in = Files.newInputStream(incoming.file())) {
        SafeFiles.write(kept, in);
      }
    }
    return PackageReader.read(kept);
  }

  /** The kept package, when its bytes are those that were wanted. */
  Optional<ModulePackage> find(String id, String version, String sha256) {
    Path kept = file(id, version);
    if (!Files.isRegularFile(kept)) {
      return Optional.empty();
    }
    try {
      ModulePackage found = PackageReader.read(kept);
      return Optional.of(found).filter(one -> one.sha256().equals(sha256));
    } catch (Refused broken) {
      return Optional.empty();
    }
  }

  /** Drops bytes that no row names; what a broken change left behind goes, too. */
  void tidy(Iterable<WantedModule> rows) throws IOException {
    Set<Path> needed = new HashSet<>();
    for (WantedModule row : rows) {
      needed.add(file(row.id(), row.version()));
      if (row.previousVersion() != null) {
        needed.add(file(row.id(), row.previousVersion()));
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && !needed.contains(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
