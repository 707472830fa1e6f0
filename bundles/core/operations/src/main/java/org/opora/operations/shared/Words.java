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

  /** The key in one column, with its origin when it is a text of another bundle. */
  public static String key(Text text) {
    return text.origin().equals(ORIGIN) ? text.key() : text.origin() + "#" + text.key();
  }

  /** The text of two columns; null when there is none. */
  public static Text unpack(String named, String packed) {
    if (named == null) {
      return null;
    }
    int hash = named.indexOf('#');
    String origin = hash < 0 ? ORIGIN : named.substring(0, hash);
    String key = named.substring(hash + 1);
    List<Object> arguments =
        packed == null || packed.isEmpty()
            ? List.of()
            : List.of((Object[]) packed.split(SEPARATOR, -1));
    return new Text(origin, key, arguments);
  }
}
