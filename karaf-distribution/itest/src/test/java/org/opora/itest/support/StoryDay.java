package org.opora.itest.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;

/**
 * Lets a product believe that it is the day of a story. A story has days of the week, holidays and
 * months that end; told of other days, its figures would be others.
 */
public final class StoryDay {
  private static final String OPTIONS = "OPORA_JAVA_OPTS";
  private static final ZoneId CENTRE = ZoneId.of("Europe/Prague");
  private static final Path FOLDER = Path.of(System.getProperty("opora.work")).toAbsolutePath();

  private StoryDay() {}

  /**
   * The environment of a product whose clock goes on from a moment, from its next start on.
   *
   * @param moment day and time in the centre, such as {@code 2026-09-18T12:40}
   */
  public static Map<String, String> from(String moment) {
    Instant then = LocalDateTime.parse(moment).atZone(CENTRE).toInstant();
    long ahead = Duration.between(Instant.now(), then).toSeconds();
    String usual = System.getenv().getOrDefault(OPTIONS, "");
    return Map.of(OPTIONS, (usual + " -javaagent:" + agent() + "=" + ahead).strip());
  }

  private static Path agent() {
    Path jar = FOLDER.resolve("clock-agent.jar");
    try {
      Files.createDirectories(FOLDER);
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream packed = new JarOutputStream(out, manifest())) {
        put(packed, ClockAgent.class);
        for (Class<?> part : ClockAgent.class.getDeclaredClasses()) {
          put(packed, part);
        }
      }
      return jar;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", ClockAgent.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    URL asm = ClassReader.class.getProtectionDomain().getCodeSource().getLocation();
    main.put(Attributes.Name.CLASS_PATH, asm.toString());
    return manifest;
  }

  private static void put(JarOutputStream packed, Class<?> one) throws IOException {
    String name = one.getName().replace('.', '/') + ".class";
    packed.putNextEntry(new JarEntry(name));
    try (InputStream code = one.getClassLoader().getResourceAsStream(name)) {
      code.transferTo(packed);
    }
  }
}
