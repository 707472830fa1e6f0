package org.opora.api.text;

import java.util.Locale;
import java.util.Objects;

/**
 * A short text in every language of the product, stored as it is, so that what a removed module
 * wrote stays readable. It never holds a name or another word about a person.
 */
public record Title(String cs, String pl, String en) {
  public Title {
    Objects.requireNonNull(cs);
    Objects.requireNonNull(pl);
    Objects.requireNonNull(en);
  }

  /** The wording in the language of the locale; English when it is none of the three. */
  public String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "cs" -> cs;
      case "pl" -> pl;
      default -> en;
    };
  }
}
