package org.opora.api.house.spi;

import java.util.Objects;
import java.util.regex.Pattern;
import org.opora.api.text.Text;

/**
 * A whole number that each centre sets for itself, from a day on and with a reason. It is no figure
 * of the law and no reading of it.
 *
 * @param id such as {@code emergency.hours}, kept with every decision; its last word is the field
 *     of a form
 * @param keeper permission of who decides besides whoever leads the house; null when nobody does
 * @param title what it is, in a few words
 * @param explanation what it does, and what becomes of what runs already
 * @param unit the number in words, such as "4 hours": a pattern for the number alone
 * @param usual what holds before anything is decided
 * @param least the smallest number that can be decided, itself among them
 * @param most the greatest number that can be decided, itself among them
 */
public record Setting(
    String id,
    String keeper,
    Text title,
    Text explanation,
    Text unit,
    int usual,
    int least,
    int most) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)+");

  /** With "reading." before it, it fits into its column. */
  private static final int LONGEST = 60;

  public Setting {
    if (!ID.matcher(id).matches() || id.length() > LONGEST) {
      throw new IllegalArgumentException("no id of a setting: " + id);
    }
    if (least > usual || usual > most) {
      throw new IllegalArgumentException(id + " is usually out of bounds");
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(explanation);
    if (!unit.arguments().isEmpty()) {
      throw new IllegalArgumentException("the number is the only argument of " + unit.key());
    }
  }

  /** Name of its field in a form. */
  public String field() {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  /** The number in words. */
  public Text said(int number) {
    return Text.of(unit.origin(), unit.key(), number);
  }
}
