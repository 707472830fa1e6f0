package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Until;
import org.opora.driver.Visitor;
import org.opora.itest.probe.PdfProbe;
import org.opora.itest.support.Exam;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * A letter is made inside the container, where a library finds neither its classes nor its fonts
 * the way it does in a test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfIT {
  private static final Duration UP = Duration.ofSeconds(120);
  private final int port = Exam.freePort();
  private final Path data = Distribution.freshData("pdf");
  private final Path exam = Distribution.freshData("exam-pdf");

  /** Pax Exam hands it on to the container; it belongs to Maven. */
  private final InputStream told = System.in;

  private TestContainer container;

  @BeforeAll
  void start() throws Exception {
    Files.deleteIfExists(PdfProbe.made(data));
    List<Option> options = Exam.options(port, data, exam, List.of(packed()));
    options.add(systemTimeout(UP.toMillis()));
    container =
        PaxExamRuntime.createContainer(
            PaxExamRuntime.createServerSystem(options.toArray(Option[]::new)));
    System.setIn(InputStream.nullInputStream());
    container.start();
    Visitor visitor = new Visitor("http://127.0.0.1:" + port);
    Until.isTrue("ready", UP, () -> visitor.get("/health").body().strip().equals("ready"));
    Until.isTrue("a letter", UP, () -> Files.exists(PdfProbe.made(data)));
  }

  @AfterAll
  void stop() {
    container.stop();
    System.setIn(told);
  }

  @Test
  void aLetterIsMadeInsideAndNobodyComplains() throws IOException {
    byte[] made = Files.readAllBytes(PdfProbe.made(data));
    String head = new String(made, 0, 5, StandardCharsets.US_ASCII);
    assertEquals("%PDF-", head, new String(made, StandardCharsets.UTF_8));
    try (PDDocument letter = Loader.loadPDF(made)) {
      String words = new PDFTextStripper().getText(letter);
      for (String word : List.of("Příliš žluťoučký kůň", "zażółć", "gęślą jaźń", "1 / 1")) {
        assertTrue(words.contains(word), word + " in " + words);
      }
      assertEquals("cs", letter.getDocumentCatalog().getLanguage());
      assertEquals(1, letter.getDocumentCatalog().getOutputIntents().size());
    }
    assertEquals(List.of(), ContainerLog.trouble(Exam.log(exam)));
  }

  private Path packed() throws IOException {
    Path folder = data.getParent();
    Files.createDirectories(folder);
    Path jar = folder.resolve("probe.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "probe");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", PdfProbe.class.getName());
    main.putValue("Import-Package", "org.osgi.framework");
    String name = PdfProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream all = new JarOutputStream(out, manifest);
        InputStream in = PdfProbe.class.getClassLoader().getResourceAsStream(name)) {
      all.putNextEntry(new JarEntry(name));
      in.transferTo(all);
    }
    return jar;
  }
}
