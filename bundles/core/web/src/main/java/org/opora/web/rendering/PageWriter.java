package org.opora.web.rendering;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a page as the bytes that go out. Most pieces of a page are plain ASCII and become bytes
 * by being copied; a whole page with one accented letter in it would be encoded letter by letter.
 */
final class PageWriter extends Writer {
  private static final int USUAL = 32 * 1024;

  private byte[] page = new byte[USUAL];
  private int length;

  /** First half of a character that comes in two pieces; 0 when none waits. */
  private char half;

  @Override
  public void write(char[] chars, int offset, int count) {
    add(new String(chars, offset, count));
  }

  @Override
  public void write(int c) {
    add(String.valueOf((char) c));
  }

  @Override
  public void write(String text) {
    add(text);
  }

  @Override
  public void write(String text, int offset, int count) {
    add(text.substring(offset, offset + count));
  }

  private void add(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    String text = half == 0 ? piece : half + piece;
    half = 0;
    char last = text.charAt(text.length() - 1);
    if (Character.isHighSurrogate(last)) {
      half = last;
      text = text.substring(0, text.length() - 1);
    }
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(byte[] bytes) {
    if (bytes.length > page.length - length) {
      page = Arrays.copyOf(page, Math.max(page.length * 2, length + bytes.length));
    }
    System.arraycopy(bytes, 0, page, length, bytes.length);
    length += bytes.length;
  }

  @Override
  public void flush() {
    // Nothing waits elsewhere.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  /** The page in UTF-8. */
  byte[] bytes() {
    if (half != 0) {
      // Nothing follows that it could belong to.
      half = 0;
      add(new byte[] {'?'});
    }
    return Arrays.copyOf(page, length);
  }

  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
