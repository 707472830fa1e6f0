package org.opora.operations.modules.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.opora.api.text.Title;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A module package that was read and found well-formed: the module's bundle jar.
 *
 * @param file where it lies
 * @param size in bytes
 * @param sha256 of the file
 * @param imports packages it needs from the house, with the versions that fit
 * @param migrations migration scripts by path, with the hash of their content
 * @param doors how many sets of routes it declares
 */
public record ModulePackage(
    String id,
    Version version,
    Title title,
    Path file,
    long size,
    String sha256,
    Map<String, VersionRange> imports,
    SortedMap<String, String> migrations,
    int doors) {

  /** Whether the module has tables of its own. */
  public boolean hasTables() {
    return !migrations.isEmpty();
  }

  /** File names of the migrations that the other package does not have. */
  public List<String> migrationsBeyond(ModulePackage other) {
    return migrations.keySet().stream()
        .filter(path -> other == null || !other.migrations.containsKey(path))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }
}
