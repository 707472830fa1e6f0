package org.opora.itest.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.opora.driver.Visitor;

/** Words unlike any other, and the look for them: in whatever case, also inside of a workbook. */
public final class Secrets {
  private static final byte[] PACKED = {'P', 'K'};
  private static final byte[] PAPER = {'%', 'P', 'D', 'F'};
  private final List<String> words;

  public Secrets(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** These words and those. */
  Secrets and(List<String> others) {
    return new Secrets(Stream.concat(words.stream(), others.stream()).toList());
  }

  /** Without those. */
  public Secrets but(List<String> others) {
    return new Secrets(words.stream().filter(word -> !others.contains(word)).toList());
  }

  public List<String> words() {
    return words;
  }

  /** Those of the words that the text holds. */
  public List<String> in(String text) {
    String low = low(text);
    return words.stream().filter(word -> low.contains(low(word))).toList();
  }

  public List<String> in(Visitor.Answer answer) {
    return in(readable(answer.content()));
  }

  /** Whatever the file is; letters beyond ASCII are read wrongly, but the words have none. */
  public List<String> in(Path file) {
    try {
      return in(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Files below the folder that hold one of the words. */
  public List<Path> holders(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> !in(file).isEmpty()).toList();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The words of a workbook and of a paper are packed: as they are, none of them would be seen. */
  static String readable(byte[] content) {
    if (begins(content, PAPER)) {
      return printed(content);
    }
    return begins(content, PACKED)
        ? unpacked(content)
        : new String(content, StandardCharsets.UTF_8);
  }

  private static String printed(byte[] paper) {
    try (PDDocument pages = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(pages);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String unpacked(byte[] content) {
    StringBuilder all = new StringBuilder();
    try {
      // Its sizes stand at its end only, so that it cannot be read as a stream.
      Path kept = Files.write(Files.createTempFile("opora-", ".zip"), content);
      try (ZipFile parts = new ZipFile(kept.toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          all.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
              .append('\n');
        }
      } finally {
        Files.delete(kept);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    if (all.isEmpty()) {
      throw new AssertionError("looks packed, but there is nothing in it");
    }
    return all.toString();
  }

  /** Whether it is a file to be taken along, and no page. */
  static boolean file(byte[] content) {
    return begins(content, PACKED) || begins(content, PAPER);
  }

  private static boolean begins(byte[] content, byte[] how) {
    return content.length >= how.length
        && Arrays.equals(content, 0, how.length, how, 0, how.length);
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
