package org.opora.registry.shared.web;

import java.util.List;
import java.util.Locale;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;

/** A question that is answered yes or no, and not by leaving a box empty. */
public enum YesNo {
  YES,
  NO;

  public static YesNo of(boolean yes) {
    return yes ? YES : NO;
  }

  /** Both answers, in the reader's words. */
  public static List<Choice> choices(Messages messages, Locale locale, String prefix) {
    return Choice.of(messages, locale, prefix, values());
  }
}
