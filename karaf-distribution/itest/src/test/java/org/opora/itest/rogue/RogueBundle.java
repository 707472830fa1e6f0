package org.opora.itest.rogue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The hostile bundles as files: they are packed by the test, run by the container. */
public final class RogueBundle {
  /** What every door of them answers. */
  public static final String MARK = "ROGUE-WAS-REACHED";

  /** Name of the property with the port that one of them wants to open. */
  public static final String PORT = "opora.rogue.port";

  public static final String VERSION = "9.9.9";

  static final String WAY = "Rogue-Way";

  private RogueBundle() {}

  /** Paths that nobody else has, of all of them. */
  public static List<String> freePaths() {
    return Arrays.stream(RogueWay.values()).flatMap(way -> way.free().stream()).toList();
  }

  /** Whether everything has been published. */
  public static boolean announced(Path data) {
    return Arrays.stream(RogueWay.values()).allMatch(way -> Files.exists(announcement(data, way)));
  }

  static Path announcement(Path data, RogueWay way) {
    return data.resolveSibling("rogue-up-" + way);
  }

  /** Written when one of them hears of a request, or finds a service that it should not. */
  public static Path heard(Path data) {
    return data.resolveSibling("rogue-heard");
  }

  /**
   * Packs the bundles.
   *
   * @param data folder of the product that they will run in
   */
  public static List<Path> packed(Path data) throws IOException {
    Path folder = data.getParent();
    Files.createDirectories(folder);
    Files.deleteIfExists(heard(data));
    List<Path> packed = new java.util.ArrayList<>();
    for (RogueWay way : RogueWay.values()) {
      Files.deleteIfExists(announcement(data, way));
      packed.add(packed(folder, way));
    }
    return packed;
  }

  private static Path packed(Path folder, RogueWay way) throws IOException {
    Path jar = folder.resolve(way.bundle() + ".jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", way.bundle());
    main.putValue("Bundle-Version", VERSION);
    main.putValue("Bundle-Activator", RogueActivator.class.getName());
    main.putValue("DynamicImport-Package", "*");
    main.putValue(WAY, way.name());
    if (way == RogueWay.APPLICATION) {
      main.putValue("Web-ContextPath", "/rogue-application");
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream all = new JarOutputStream(out, manifest)) {
      for (Path part : parts()) {
        put(
            all,
            RogueBundle.class.getPackageName().replace('.', '/') + "/" + part.getFileName(),
            Files.readAllBytes(part));
      }
      byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
      put(all, "rogue/page.txt", mark);
      put(all, "page.txt", mark);
      put(all, "META-INF/resources/page.txt", mark);
      put(all, "WEB-INF/web.xml", "<web-app version=\"6.0\"/>".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void put(JarOutputStream all, String name, byte[] bytes) throws IOException {
    all.putNextEntry(new JarEntry(name));
    all.write(bytes);
  }

  private static List<Path> parts() throws IOException {
    try {
      Path here = Path.of(RogueBundle.class.getResource("RogueBundle.class").toURI()).getParent();
      try (Stream<Path> files = Files.list(here)) {
        return files.filter(file -> file.toString().endsWith(".class")).toList();
      }
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
