package org.opora.supervisedcontacts.shared.web;

import java.util.List;
import java.util.Locale;
import org.opora.api.choices.Choices;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** Choices of a form, in words. */
public record Options(Messages messages, Locale locale) {
  public static final String YES = "yes";
  public static final String NO = "no";

  /** What somebody answers who decides, with the texts {@code <prefix>.yes} and the other one. */
  public List<Choice> yesOrNo(String prefix) {
    return List.of(
        new Choice(YES, messages.text(locale, prefix + "." + YES)),
        new Choice(NO, messages.text(locale, prefix + "." + NO)));
  }

  /** The constants of an enumeration, each with the text {@code <prefix>.<NAME>}. */
  public <E extends Enum<E>> List<Choice> of(Class<E> type, String prefix) {
    return Choice.of(messages, locale, prefix, type.getEnumConstants());
  }

  /** Entries of a list of the centre. */
  public List<Choice> of(List<Choices.Term> terms) {
    return Choice.of(locale, terms);
  }

  /** A person of a plan, with what they are to the child. */
  public Choice person(PlanPersonId id, String name, Choices.Term kin) {
    return new Choice(id.toString(), name + " (" + kin.words().in(locale) + ")");
  }

  public String word(String prefix, Enum<?> constant) {
    return messages.text(locale, prefix + "." + constant.name());
  }
}
