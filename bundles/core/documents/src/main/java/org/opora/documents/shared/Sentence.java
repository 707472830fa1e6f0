package org.opora.documents.shared;

import java.util.Locale;
import org.opora.api.text.Text;
import org.opora.documents.DocumentsModule;

/** The sentence of a reason, by its name. */
public final class Sentence {
  private Sentence() {}

  /**
   * @param group first word of the key
   * @param arguments what the sentence names
   */
  public static Text of(String group, Enum<?> reason, Object... arguments) {
    return Text.of(DocumentsModule.ORIGIN, key(group, reason), arguments);
  }

  /** A text of this bundle. */
  public static Text text(String key, Object... arguments) {
    return Text.of(DocumentsModule.ORIGIN, key, arguments);
  }

  /** Its key in the texts of this bundle. */
  public static String key(String group, Enum<?> reason) {
    return group + "." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
