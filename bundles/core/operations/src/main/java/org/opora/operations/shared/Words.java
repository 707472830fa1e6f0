package org.opora.operations.shared;

import java.util.List;
import org.opora.api.text.Text;

/** Texts of this bundle, by name, and how they are stored in a column. */
public final class Words {
  /** Origin of the texts of this bundle. */
  public static final String ORIGIN = "org.opora.operations";

  private static final String SEPARATOR = "\u001f";

  private Words() {}

  public static Text of(String key, Object... arguments) {
    return Text.of(ORIGIN, key, arguments);
  }

  /** Arguments in one column; only plain words and numbers, never another text. */
  public static String pack(Text text) {
    return String.join(SEPARATOR, text.arguments().stream().map(Object::toString).toList());
  }

  /** The text of two columns; null when there is none. */
  public static Text unpack(String key, String packed) {
    if (key == null) {
      return null;
    }
    List<Object> arguments =
        packed == null || packed.isEmpty()
            ? List.of()
            : List.of((Object[]) packed.split(SEPARATOR, -1));
    return new Text(ORIGIN, key, arguments);
  }
}
