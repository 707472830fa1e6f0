package org.opora.web.rendering;

import java.io.Writer;

/** Collects a page; unlike {@link java.io.StringWriter} without a lock per piece. */
final class PageWriter extends Writer {
  private static final int USUAL = 16 * 1024;

  private final StringBuilder page = new StringBuilder(USUAL);

  @Override
  public void write(char[] chars, int offset, int length) {
    page.append(chars, offset, length);
  }

  @Override
  public void write(int c) {
    page.append((char) c);
  }

  @Override
  public void write(String text) {
    page.append(text);
  }

  @Override
  public void write(String text, int offset, int length) {
    page.append(text, offset, offset + length);
  }

  @Override
  public void flush() {
    // Nothing waits elsewhere.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
