package org.opora.access.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.api.text.Text;

/**
 * Where the words of a permission stand: those of the house beside the reviewed table, those of a
 * module in the module, which takes them along when it goes.
 *
 * @param beside keys of the words beside the table
 */
record PermissionWords(Set<String> beside) {
  private static final String FILE = "/i18n/messages_en.properties";

  static PermissionWords read() {
    Properties words = new Properties();
    try (InputStream in = PermissionWords.class.getResourceAsStream(FILE)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PermissionWords(Set.copyOf(words.stringPropertyNames()));
  }

  /** In words of a bundle that is here. */
  Text of(String permission, String bundle) {
    String key = "permission." + permission;
    return Text.of(beside.contains(key) ? AccessModule.ORIGIN : "org.opora." + bundle, key);
  }

  /** The same when the bundle is not here: then all there is to say is what it is called. */
  Text without(String permission) {
    return beside.contains("permission." + permission)
        ? of(permission, AccessModule.ID)
        : Text.of(AccessModule.ORIGIN, "part.permission", permission);
  }
}
