package org.opora.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packages of modules, made from those that are shipped. */
public final class Packages {
  private Packages() {}

  /** The shipped package. */
  public static Path shipped(String id) {
    try (Stream<Path> jars = Files.list(Distribution.home().resolve("modules"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(id))
          .findFirst()
          .orElseThrow();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Ids of all modules that come with the product. */
  public static List<String> ids() {
    try (Stream<Path> jars = Files.list(Distribution.home().resolve("modules"))) {
      return jars.map(Packages::id).sorted().toList();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String id(Path shipped) {
    try (JarFile jar = new JarFile(shipped.toFile())) {
      String name = jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
      return name.substring("org.opora.".length());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The same module with another version and one file of its static folder exchanged. */
  public static Path version(String id, String version, Path folder) {
    Path made = folder.resolve(id + "-" + version + ".jar");
    try (JarFile old = new JarFile(shipped(id).toFile())) {
      Files.createDirectories(folder);
      Manifest manifest = new Manifest(old.getManifest());
      manifest.getMainAttributes().putValue("Bundle-Version", version);
      try (OutputStream out = Files.newOutputStream(made);
          JarOutputStream jar = new JarOutputStream(out, manifest)) {
        for (Enumeration<JarEntry> entries = old.entries(); entries.hasMoreElements(); ) {
          JarEntry entry = entries.nextElement();
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            jar.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = old.getInputStream(entry)) {
              in.transferTo(jar);
            }
          }
        }
      }
      return made;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
