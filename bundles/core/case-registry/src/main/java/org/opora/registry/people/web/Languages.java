package org.opora.registry.people.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.registry.people.application.Speech;
import org.opora.registry.people.domain.LanguageCodes;

/** Names of languages as the reader calls them. */
public final class Languages {
  /** Those a centre meets every day stand first. */
  private static final List<String> NEAR =
      List.of("cs", "pl", "uk", "sk", LanguageCodes.ROMANI, "vi", "ru", "en", "de");

  private final Messages messages;

  Languages(Messages messages) {
    this.messages = messages;
  }

  String name(Locale locale, String code) {
    return switch (code) {
      // The JDK has no name for the one, and for the other one none that anybody should be called.
      case LanguageCodes.SIGN_LANGUAGE -> messages.text(locale, "language.sign");
      case LanguageCodes.ROMANI -> messages.text(locale, "language.romani");
      default -> Locale.forLanguageTag(code).getDisplayLanguage(locale);
    };
  }

  List<Choice> choices(Locale locale) {
    Collator order = Collator.getInstance(locale);
    List<Choice> choices = new ArrayList<>();
    NEAR.forEach(code -> choices.add(new Choice(code, name(locale, code))));
    LanguageCodes.known().stream()
        .filter(code -> !NEAR.contains(code))
        .map(code -> new Choice(code, name(locale, code)))
        .filter(choice -> !choice.label().equals(choice.value()))
        .sorted((one, other) -> order.compare(one.label(), other.label()))
        .forEach(choices::add);
    return choices;
  }

  /**
   * @param motherTongue null when it is not known
   * @param understands empty when none is known
   */
  public record Said(String motherTongue, String understands, boolean interpreter) {}

  Said said(Locale locale, Speech.Spoken spoken) {
    return new Said(
        spoken.motherTongue() == null ? null : name(locale, spoken.motherTongue()),
        spoken.understands().stream()
            .map(code -> name(locale, code))
            .collect(Collectors.joining(", ")),
        spoken.interpreter());
  }
}
