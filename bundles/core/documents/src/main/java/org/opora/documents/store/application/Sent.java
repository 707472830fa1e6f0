package org.opora.documents.store.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on its way in: sent by somebody and still on the disk, or written by the house itself.
 *
 * @param name as the browser calls it
 * @param size in bytes, asked for before it is read
 */
public record Sent(String name, long size, Content content) {
  /** Read once, when it is its turn. */
  @FunctionalInterface
  public interface Content {
    byte[] read() throws IOException;
  }

  public static Sent on(String name, Path file) {
    try {
      return new Sent(name, Files.size(file), () -> Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Sent made(String name, byte[] content) {
    return new Sent(name, content.length, () -> content);
  }
}
