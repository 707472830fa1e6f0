package org.opora.api.text;

import java.util.List;
import java.util.Objects;

/**
 * A text by name. It is resolved when it is shown, so it can be stored or handed over without a
 * language.
 *
 * @param origin symbolic name of the bundle whose {@code i18n/messages_*.properties} hold the key
 * @param key key in those files
 * @param arguments for the ICU pattern: strings, numbers, {@link java.time.LocalDate}s, titles or
 *     other texts; no personal data where the text may reach a log
 */
public record Text(String origin, String key, List<Object> arguments) {
  public Text {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(key);
    arguments = List.copyOf(arguments);
  }

  public static Text of(String origin, String key, Object... arguments) {
    return new Text(origin, key, List.of(arguments));
  }
}
