package org.opora.registry.directory.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a data box: seven letters without marks and digits. Whether the box exists is not known
 * here.
 */
public final class DataBox {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{7}");

  private DataBox() {}

  /** The id in small letters; empty when what was written has another form. Never null. */
  public static Optional<String> of(String written) {
    String id = written.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(id).matches() ? Optional.of(id) : Optional.empty();
  }
}
