package org.opora.duties.web;

import java.util.Arrays;
import java.util.Locale;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/** Texts said as their keys. */
final class Plainly implements Messages {
  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return arguments.length == 0 ? key : key + Arrays.toString(arguments);
  }

  @Override
  public String text(Locale locale, Text text) {
    return text(locale, text.key(), text.arguments().toArray());
  }

  @Override
  public Title title(String key, Object... arguments) {
    return new Title(key, key, key);
  }

  @Override
  public String origin() {
    return "org.opora.duties";
  }
}
