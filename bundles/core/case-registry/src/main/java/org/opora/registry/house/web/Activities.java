package org.opora.registry.house.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.registry.house.application.LawShelf;

/** The activities a mandate can be for, as choices of a form. */
final class Activities {
  private final LawShelf law;
  private final Messages messages;

  Activities(LawShelf law, Messages messages) {
    this.law = law;
    this.messages = messages;
  }

  /**
   * Each once, in its newest wording; those that the law knows no more say so.
   *
   * @param kept codes that stay although no installed pack knows them
   */
  List<Choice> choices(Locale locale, List<String> kept) {
    Map<String, MandateLaw.Activity> newest = new LinkedHashMap<>();
    for (MandateLaw.Activity one : law.activities()) {
      newest.merge(one.code(), one, (a, b) -> a.dated().from().isBefore(b.dated().from()) ? b : a);
    }
    List<Choice> choices = new ArrayList<>();
    newest.values().forEach(one -> choices.add(choice(locale, one)));
    kept.stream()
        .filter(code -> !newest.containsKey(code))
        .forEach(code -> choices.add(new Choice(code, messages.text(locale, law.activity(code)))));
    return choices;
  }

  private Choice choice(Locale locale, MandateLaw.Activity one) {
    String title = messages.text(locale, one.title());
    return new Choice(
        one.code(),
        one.dated().until() == null
            ? title
            : messages.text(locale, "mandate.activity.former", title, one.dated().until()));
  }
}
