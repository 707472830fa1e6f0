package org.opora.persistence.keys;

import java.io.IOException;
import java.io.InputStream;
import org.opora.api.persistence.PaperKey;
import org.opora.api.text.Text;
import org.opora.persistence.database.DatabaseUnavailable;

/**
 * The master key as somebody types it at the start. The launcher hands it over through standard
 * input: what stands in an option or a variable is seen by others.
 */
public final class TypedKey {
  private static final int LONGEST = 200;

  private TypedKey() {}

  /**
   * The first line.
   *
   * @throws DatabaseUnavailable when it is no key
   */
  public static MasterKey read(InputStream in) {
    try {
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0 && b != '\n' && line.length() < LONGEST; b = in.read()) {
        line.append((char) b);
      }
      return new MasterKey(PaperKey.read(line.toString()));
    } catch (IOException | PaperKey.Misread unread) {
      throw new DatabaseUnavailable(
          "No key was typed at the start",
          Text.of("org.opora.persistence", "keys.not-typed"),
          unread);
    }
  }
}
