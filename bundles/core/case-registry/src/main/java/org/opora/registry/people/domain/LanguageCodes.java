package org.opora.registry.people.domain;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Codes of languages: those of two letters that the JDK knows, and two of three letters that a
 * centre meets every day and ISO 639-1 has no code for.
 */
public final class LanguageCodes {
  public static final String ROMANI = "rom";
  public static final String SIGN_LANGUAGE = "sgn";

  private static final Set<String> ALL = all();

  private LanguageCodes() {}

  /** All of them, in their order. */
  public static Set<String> known() {
    return ALL;
  }

  private static Set<String> all() {
    Set<String> codes = new TreeSet<>(Set.of(Locale.getISOLanguages()));
    codes.add(ROMANI);
    codes.add(SIGN_LANGUAGE);
    // Former codes of languages that have another one, and a language that is the same as Romanian.
    codes.removeAll(Set.of("in", "iw", "ji", "mo", "sh"));
    return Set.copyOf(codes);
  }
}
