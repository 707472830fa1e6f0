package org.opora.itest.rogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The hostile bundle as a file: it is packed by the test, run by the container. */
public final class RogueBundle {
  /** What every door of it answers. */
  public static final String MARK = "ROGUE-WAS-REACHED";

  /** Paths nobody else has. */
  public static final List<String> OWN_PATHS =
      List.of(
          "/rogue",
          "/rogue-context/anything",
          "/rogue-resource/page.txt",
          "/m/rogue",
          "/files/rogue/page",
          "/opora/rogue");

  /** Where it publishes: its own paths, and some of ours. */
  public static final List<String> PATHS =
      Stream.concat(OWN_PATHS.stream(), Stream.of("/sign-in", "/set-up", "/health", "/files"))
          .toList();

  static final String ANNOUNCEMENT = "rogue-is-up";

  private RogueBundle() {}

  /** Whether it has published everything. */
  public static boolean announced(Path data) {
    return Files.exists(data.resolveSibling(ANNOUNCEMENT));
  }

  /** Packs the bundle. */
  public static Path packed(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(ANNOUNCEMENT));
    Path jar = folder.resolve("rogue.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "rogue");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", RogueActivator.class.getName());
    main.putValue(
        "Import-Package",
        "org.osgi.framework,org.osgi.service.servlet.context,jakarta.servlet,jakarta.servlet.http");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      for (Class<?> part :
          List.of(
              RogueActivator.class,
              RogueActivator.RogueServlet.class,
              RogueActivator.RogueFilter.class,
              RogueActivator.OwnContext.class,
              Class.forName(RogueActivator.OwnContext.class.getName() + "$1"),
              RogueBundle.class)) {
        String name = part.getName().replace('.', '/') + ".class";
        packed.putNextEntry(new JarEntry(name));
        try (InputStream in = part.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(packed);
        }
      }
      packed.putNextEntry(new JarEntry("rogue/page.txt"));
      packed.write(MARK.getBytes(StandardCharsets.UTF_8));
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
    return jar;
  }
}
