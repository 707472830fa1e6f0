package org.opora.api.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.opora.api.choices.Choices;
import org.opora.api.text.Messages;

/**
 * One line of a drop-down list or of radio buttons, as the form pieces of the shell read it.
 *
 * @param value what is posted
 * @param label what is read, already in the reader's language
 */
public record Choice(String value, String label) {
  /**
   * The constants of an enumeration, in their order; their words stand under {@code
   * prefix.CONSTANT}.
   */
  public static List<Choice> of(
      Messages messages, Locale locale, String prefix, Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(one -> new Choice(one.name(), messages.text(locale, prefix + "." + one.name())))
        .toList();
  }

  /** Entries of a list of the centre, in its order. */
  public static List<Choice> of(Locale locale, Collection<Choices.Term> terms) {
    return terms.stream().map(term -> new Choice(term.code(), term.words().in(locale))).toList();
  }
}
