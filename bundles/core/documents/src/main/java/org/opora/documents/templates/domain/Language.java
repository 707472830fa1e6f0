package org.opora.documents.templates.domain;

import java.util.Locale;

/** In which language a letter is written; each by its code. */
public enum Language {
  CS,
  PL,
  EN;

  public Locale locale() {
    return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
  }

  /** That of somebody's pages. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "pl" -> PL;
      case "en" -> EN;
      default -> CS;
    };
  }
}
