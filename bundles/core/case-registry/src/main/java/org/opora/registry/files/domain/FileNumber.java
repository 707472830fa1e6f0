package org.opora.registry.files.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a case file: of our own series {@code 001/2026}, or as former records wrote it.
 *
 * @param written as on the cover
 * @param sortKey year before number, so that lists follow the order in which files were opened
 */
public record FileNumber(String written, String sortKey) {
  private static final Pattern OURS = Pattern.compile("0*(\\d{1,6})\\s*/\\s*(\\d{4})");

  public static FileNumber of(long sequence, int year) {
    return parse(String.format("%03d/%d", sequence, year));
  }

  public static FileNumber parse(String text) {
    String written = text.strip();
    Matcher ours = OURS.matcher(written);
    return ours.matches()
        ? new FileNumber(
            written, ours.group(2) + "/" + "0".repeat(6 - ours.group(1).length()) + ours.group(1))
        : new FileNumber(written, written);
  }
}
