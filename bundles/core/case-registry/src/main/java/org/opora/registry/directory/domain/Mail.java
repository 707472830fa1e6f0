package org.opora.registry.directory.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, as far as its form tells. */
public final class Mail {
  private static final Pattern FORM = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private Mail() {}

  /** Empty when what was written has another form. Never null. */
  public static Optional<String> of(String written) {
    return FORM.matcher(written).matches() ? Optional.of(written) : Optional.empty();
  }
}
