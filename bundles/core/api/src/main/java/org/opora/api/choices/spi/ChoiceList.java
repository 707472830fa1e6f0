package org.opora.api.choices.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/**
 * A list of choices as its bundle brings it.
 *
 * @param id such as {@code intake-topics}; kept with every change, at most 60 characters
 * @param title what is chosen, in a few words
 * @param explanation where it is chosen and what it is good for
 * @param fixed why nobody changes it; null when it is the centre's own
 * @param entries what every centre begins with, in this order
 * @param uses how many records of the whole centre hold the entry with this code: a number and
 *     nothing else, asked before an entry is offered no more
 */
public record ChoiceList(
    String id,
    Text title,
    Text explanation,
    Text fixed,
    List<Entry> entries,
    ToLongFunction<String> uses) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 60;

  public ChoiceList {
    if (!ID.matcher(id).matches() || id.length() > LONGEST) {
      throw new IllegalArgumentException("no id of a list: " + id);
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(explanation);
    Objects.requireNonNull(uses);
    entries = List.copyOf(entries);
    Set<String> codes = new HashSet<>();
    entries.forEach(
        entry -> {
          if (!codes.add(entry.code())) {
            throw new IllegalArgumentException(id + " has " + entry.code() + " twice");
          }
        });
  }

  /** A list that a centre makes its own. */
  public static ChoiceList own(
      String id, Text title, Text explanation, List<Entry> entries, ToLongFunction<String> uses) {
    return new ChoiceList(id, title, explanation, null, entries, uses);
  }

  /** A list that stays as it is. */
  public static ChoiceList fixed(
      String id, Text title, Text explanation, Text why, List<Entry> entries) {
    return new ChoiceList(id, title, explanation, Objects.requireNonNull(why), entries, code -> 0);
  }

  /**
   * An entry that every centre begins with. It has its words from the texts of its bundle, or
   * brings them along.
   *
   * @param code what a record keeps, never given to another one
   * @param label its words until the centre has words of its own; null when it brings them along
   * @param words those it brings along; null when it has a label
   * @param kept whether the program counts by it: it can be worded, but is always offered
   */
  public record Entry(String code, Text label, Title words, boolean kept) {
    /** Codes of the bundle never begin like those that are given to entries of the centre. */
    private static final Pattern CODE = Pattern.compile("(?!OWN\\d)[A-Z][A-Z0-9_]{0,19}");

    public Entry {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("no code of an entry: " + code);
      }
      if ((label == null) == (words == null)) {
        throw new IllegalArgumentException(code + " needs a label or words");
      }
    }

    public static Entry of(String code, Text label) {
      return new Entry(code, label, null, false);
    }

    public static Entry of(String code, Title words) {
      return new Entry(code, null, words, false);
    }

    /** One that is always offered, because the program counts by it. */
    public static Entry kept(String code, Text label) {
      return new Entry(code, label, null, true);
    }
  }
}
