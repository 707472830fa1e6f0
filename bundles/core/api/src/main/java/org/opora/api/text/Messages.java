package org.opora.api.text;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Texts of the bundle that asks (a bundle-scoped service): keys are looked up in its own {@code
 * i18n/messages_{cs,pl,en}.properties}, then in those of the shell. Patterns are ICU message
 * patterns.
 */
@ProviderType
public interface Messages {
  /** A key that no file holds is answered as {@code ??key??} and reported by the tests. */
  String text(Locale locale, String key, Object... arguments);

  /**
   * Resolves a text of any bundle; when its bundle is gone, the house says that the text is not
   * available now.
   */
  String text(Locale locale, Text text);

  /**
   * Whether the bundle of the text is here and has it. For whoever has something else to say
   * otherwise.
   */
  default boolean knows(Text text) {
    return false;
  }

  /** The same key in all three languages, to be stored. */
  Title title(String key, Object... arguments);

  /** Symbolic name of the bundle that asks, the origin of its texts. */
  String origin();
}
