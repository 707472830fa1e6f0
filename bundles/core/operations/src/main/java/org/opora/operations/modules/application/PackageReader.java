package org.opora.operations.modules.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.opora.api.faults.Refused;
import org.opora.api.text.Title;
import org.opora.api.web.spi.RouteSet;
import org.opora.operations.shared.SafeFiles;
import org.opora.operations.shared.Words;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Reads a module package without running anything of it. What the house does not understand, or
 * does not want in a module, is refused here: before the framework has seen a byte.
 */
public final class PackageReader {
  /** A module is pages and tables; one larger than this is something else. */
  public static final long LARGEST = 20L << 20;

  private static final long LARGEST_UNPACKED = 100L << 20;
  private static final int MOST_ENTRIES = 5_000;
  private static final String PREFIX = "org.opora.";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 40;

  /** Headers that would reach past the module's own four walls. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "DynamicImport-Package",
          "Fragment-Host",
          "Bundle-Activator",
          "ExtensionBundle-Activator",
          "Export-Package",
          "Require-Bundle",
          "Bundle-NativeCode",
          "Bundle-UpdateLocation",
          "Meta-Persistence",
          "Launcher-Agent-Class");

  private static final Set<String> STANDARD =
      Set.of("org.slf4j", "org.osgi.service.component", "org.osgi.service.component.annotations");

  private PackageReader() {}

  /**
   * @throws Refused with the sentence that says what is wrong with the file
   */
  public static ModulePackage read(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw refused("package.too-large", LARGEST >> 20);
      }
      try (JarFile jar = new JarFile(file.toFile(), true, JarFile.OPEN_READ)) {
        return read(file, size, jar);
      }
    } catch (IOException | SecurityException | IllegalArgumentException broken) {
      throw refused("package.unreadable");
    }
  }

  private static ModulePackage read(Path file, long size, JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    if (manifest == null) {
      throw refused("package.no-module");
    }
    Attributes main = manifest.getMainAttributes();
    String id = id(main);
    for (String header : FORBIDDEN) {
      if (main.getValue(header) != null) {
        throw refused("package.header", header);
      }
    }
    String classPath = main.getValue("Bundle-ClassPath");
    if (classPath != null && !classPath.strip().equals(".")) {
      throw refused("package.header", "Bundle-ClassPath");
    }
    Version version = version(main);
    Map<String, VersionRange> imports = imports(main);
    SortedMap<String, String> migrations = entries(jar);
    return new ModulePackage(
        id,
        version,
        title(jar, main, id),
        file,
        size,
        SafeFiles.sha256(file),
        imports,
        Collections.unmodifiableSortedMap(migrations),
        doors(jar, main));
  }

  private static String id(Attributes main) {
    String id = main.getValue("Opora-Module");
    if (id == null) {
      throw refused("package.no-module");
    }
    if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
      throw refused("package.id");
    }
    String name = main.getValue("Bundle-SymbolicName");
    if (name == null || !name.split(";")[0].strip().equals(PREFIX + id)) {
      throw refused("package.name", PREFIX + id);
    }
    if (name.contains("fragment-attachment")
        || !"2".equals(main.getValue("Bundle-ManifestVersion"))) {
      throw refused("package.no-module");
    }
    return id;
  }

  private static Version version(Attributes main) {
    String written = main.getValue("Bundle-Version");
    if (written == null || written.length() > 60) {
      throw refused("package.version");
    }
    try {
      return Version.parseVersion(written);
    } catch (IllegalArgumentException wrong) {
      throw refused("package.version");
    }
  }

  private static Map<String, VersionRange> imports(Attributes main) {
    Map<String, VersionRange> imports = new TreeMap<>();
    for (HeaderClauses.Clause clause : HeaderClauses.parse(main.getValue("Import-Package"))) {
      for (String name : clause.paths()) {
        if (!allowed(name)) {
          throw refused("package.import", name);
        }
        if (clause.parameters().containsKey("resolution:")) {
          throw refused("package.optional", name);
        }
        String range = clause.parameters().getOrDefault("version", "0.0.0");
        imports.put(name, VersionRange.valueOf(range));
      }
    }
    return Collections.unmodifiableMap(imports);
  }

  private static boolean allowed(String name) {
    return name.startsWith("java.")
        || name.equals("org.opora.api")
        || name.startsWith("org.opora.api.")
        || name.equals("jakarta.persistence")
        || name.startsWith("jakarta.persistence.")
        || STANDARD.contains(name);
  }

  /** Looks at every entry; answers the migrations. */
  private static SortedMap<String, String> entries(JarFile jar) throws IOException {
    SortedMap<String, String> migrations = new TreeMap<>();
    long unpacked = 0;
    int count = 0;
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      String name = entry.getName();
      if (++count > MOST_ENTRIES) {
        throw refused("package.too-large", LARGEST >> 20);
      }
      if (entry.isDirectory()) {
        continue;
      }
      refuseForeign(name);
      // The size an entry claims is a claim: what counts is what comes out.
      try (InputStream content =
          new Limited(jar.getInputStream(entry), LARGEST_UNPACKED - unpacked)) {
        String hash = SafeFiles.sha256(content);
        unpacked += ((Limited) content).seen();
        if (name.startsWith("db/") && name.endsWith(".sql")) {
          migrations.put(name, hash);
        }
      }
    }
    return migrations;
  }

  /**
   * Components that offer routes, as their descriptions say; without one there is nothing to see.
   */
  private static int doors(JarFile jar, Attributes main) throws IOException {
    int doors = 0;
    for (HeaderClauses.Clause clause : HeaderClauses.parse(main.getValue("Service-Component"))) {
      for (String path : clause.paths()) {
        JarEntry entry = jar.getJarEntry(path);
        if (entry == null) {
          throw refused("package.no-module");
        }
        try (InputStream in = jar.getInputStream(entry)) {
          String description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          doors += description.contains("\"" + RouteSet.class.getName() + "\"") ? 1 : 0;
        }
      }
    }
    if (doors == 0) {
      throw refused("package.no-routes");
    }
    return doors;
  }

  private static void refuseForeign(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
      throw refused("package.entry", name);
    }
    if (lower.endsWith(".jar")
        || lower.endsWith(".war")
        || lower.endsWith(".zip")
        || lower.endsWith(".so")
        || lower.endsWith(".dll")
        || lower.endsWith(".dylib")
        || lower.endsWith(".jnilib")
        || lower.endsWith(".exe")
        || lower.startsWith("meta-inf/versions/")
        || lower.startsWith("meta-inf/services/")) {
      throw refused("package.entry", name);
    }
  }

  private static Title title(JarFile jar, Attributes main, String id) throws IOException {
    String fallBack = main.getValue("Bundle-Name") == null ? id : main.getValue("Bundle-Name");
    return new Title(
        title(jar, "cs", fallBack), title(jar, "pl", fallBack), title(jar, "en", fallBack));
  }

  private static String title(JarFile jar, String language, String fallBack) throws IOException {
    JarEntry entry = jar.getJarEntry("i18n/messages_" + language + ".properties");
    String found = null;
    if (entry != null) {
      Properties texts = new Properties();
      try (var reader = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      found = texts.getProperty("module.title");
    }
    String title = found == null || found.isBlank() ? fallBack : found.replace("''", "'");
    return title.length() > 200 ? title.substring(0, 200) : title;
  }

  private static Refused refused(String key, Object... arguments) {
    return new Refused("package", Words.of(key, arguments));
  }

  /** Counts what is read and stops a bomb. */
  private static final class Limited extends java.io.FilterInputStream {
    private final long limit;
    private long seen;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    long seen() {
      return seen;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        count(1);
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        count(n);
      }
      return n;
    }

    private void count(int n) throws IOException {
      seen += n;
      if (seen > limit) {
        throw new IOException("unpacks to more than a module may be");
      }
    }
  }
}
