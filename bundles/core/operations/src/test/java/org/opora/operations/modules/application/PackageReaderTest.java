package org.opora.operations.modules.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opora.api.faults.Refused;

class PackageReaderTest {
  @TempDir Path folder;

  @Test
  void readsASoundPackage() throws IOException {
    Path file =
        ModuleJar.sound("1.2.3")
            .entry("db/V001__first.sql", "CREATE TABLE A (B INT);")
            .entry("db/derby/V002__second.sql", "CREATE TABLE C (D INT);")
            .write(folder.resolve("a.jar"));

    ModulePackage read = PackageReader.read(file);

    assertEquals("sample", read.id());
    assertEquals("1.2.3", read.version().toString());
    assertEquals("Vzorek", read.title().cs());
    assertEquals("Sample", read.title().en());
    assertEquals(1, read.doors());
    assertTrue(read.hasTables());
    assertEquals(
        java.util.List.of("V001__first.sql", "V002__second.sql"), read.migrationsBeyond(null));
    assertEquals(64, read.sha256().length());
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("package.no-module", ModuleJar.sound("1").header("Opora-Module", null)),
        Arguments.of("package.id", ModuleJar.sound("1").header("Opora-Module", "../sample")),
        Arguments.of("package.id", ModuleJar.sound("1").header("Opora-Module", "a".repeat(41))),
        Arguments.of("package.name", ModuleJar.sound("1").header("Opora-Module", "other")),
        Arguments.of(
            "package.name", ModuleJar.sound("1").header("Bundle-SymbolicName", "org.evil")),
        Arguments.of("package.version", ModuleJar.sound("one.two")),
        header("DynamicImport-Package", "*"),
        header("Fragment-Host", "org.opora.web"),
        header("Bundle-Activator", "org.evil.Activator"),
        header("Export-Package", "org.opora.api.access"),
        header("Require-Bundle", "org.opora.access"),
        header("Bundle-NativeCode", "a.so"),
        header("Bundle-ClassPath", ".,lib/evil.jar"),
        imports("org.opora.web.gate"),
        imports("org.osgi.framework"),
        imports("jakarta.servlet"),
        imports("org.opora.apiary"),
        Arguments.of(
            "package.optional",
            ModuleJar.sound("1")
                .header("Import-Package", "org.opora.api.web;resolution:=optional")),
        entry("lib/evil.jar"),
        entry("native/evil.so"),
        entry("../../evil.txt"),
        entry("META-INF/services/java.sql.Driver"),
        entry("META-INF/versions/17/org/opora/sample/SampleRoutes.class"),
        Arguments.of(
            "package.no-routes",
            ModuleJar.sound("1").header("Service-Component", "OSGI-INF/reception.xml")),
        Arguments.of(
            "package.no-module",
            ModuleJar.sound("1").header("Service-Component", "OSGI-INF/absent.xml")),
        // 150 MB of zeros in some 150 kB
        Arguments.of(
            "package.unreadable", ModuleJar.sound("1").entry("bomb.txt", new byte[150 << 20])));
  }

  private static Arguments header(String name, String value) {
    return Arguments.of("package.header", ModuleJar.sound("1").header(name, value));
  }

  private static Arguments imports(String name) {
    return Arguments.of("package.import", ModuleJar.sound("1").header("Import-Package", name));
  }

  private static Arguments entry(String name) {
    return Arguments.of("package.entry", ModuleJar.sound("1").entry(name, "x"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refuses(String reason, ModuleJar jar) throws IOException {
    Path file = jar.write(folder.resolve("hostile.jar"));

    Refused refused = assertThrows(Refused.class, () -> PackageReader.read(file));

    assertEquals(reason, refused.text().key());
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path file = Files.writeString(folder.resolve("text.jar"), "no jar at all");
    assertEquals("package.unreadable", reasonOf(file));
  }

  @Test
  void refusesATruncatedJar() throws IOException {
    Path whole = ModuleJar.sound("1").write(folder.resolve("whole.jar"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half =
        Files.write(folder.resolve("half.jar"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals("package.unreadable", reasonOf(half));
  }

  @Test
  void refusesATooLargeFile() throws IOException {
    Path file = folder.resolve("large.jar");
    try (var large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(PackageReader.LARGEST + 1);
    }
    assertEquals("package.too-large", reasonOf(file));
  }

  private static String reasonOf(Path file) {
    return assertThrows(Refused.class, () -> PackageReader.read(file)).text().key();
  }
}
