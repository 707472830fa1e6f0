package org.opora.itest.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.opora.driver.Visitor;

/** Words unlike any other, and the look for them: in whatever case, also inside of a workbook. */
public final class Secrets {
  private static final byte[] PACKED = {'P', 'K'};
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

  /** A workbook is packed, so that none of its words would be seen: its parts are unpacked. */
  static String readable(byte[] content) {
    if (!packed(content)) {
      return new String(content, StandardCharsets.UTF_8);
    }
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

  static boolean packed(byte[] content) {
    return content.length > 1 && content[0] == PACKED[0] && content[1] == PACKED[1];
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
