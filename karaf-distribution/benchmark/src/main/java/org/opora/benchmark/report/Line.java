package org.opora.benchmark.report;

/**
 * A figure with its target.
 *
 * @param target null where none was set
 * @param met null where no target was set
 */
public record Line(String what, String measured, String target, Boolean met) {

  public static Line plain(String what, String measured) {
    return new Line(what, measured, null, null);
  }

  public static Line of(String what, String measured, String target, boolean met) {
    return new Line(what, measured, target, met);
  }
}
