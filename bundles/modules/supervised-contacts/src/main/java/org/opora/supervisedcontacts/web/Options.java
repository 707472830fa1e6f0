package org.opora.supervisedcontacts.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opora.api.choices.Choices;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.domain.PlanPersonId;

/** Choices of a form, in words. */
record Options(Messages messages, Locale locale) {

  /** A choice as the form pieces of the shell read it. */
  public record Option(String value, String label) {}

  /** The constants of an enumeration, each with the text {@code <prefix>.<NAME>}. */
  <E extends Enum<E>> List<Option> of(Class<E> type, String prefix) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> new Option(each.name(), word(prefix, each)))
        .toList();
  }

  /** Entries of a list of the centre. */
  List<Option> of(List<Choices.Term> terms) {
    return terms.stream().map(term -> new Option(term.code(), term.words().in(locale))).toList();
  }

  /** A person of a plan, with what they are to the child. */
  Option person(PlanPersonId id, String name, Choices.Term kin) {
    return new Option(id.toString(), name + " (" + kin.words().in(locale) + ")");
  }

  String word(String prefix, Enum<?> constant) {
    return messages.text(locale, prefix + "." + constant.name());
  }
}
