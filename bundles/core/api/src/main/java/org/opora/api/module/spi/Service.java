package org.opora.api.module.spi;

import java.util.Objects;
import org.opora.api.text.Text;

/**
 * A service that a bundle lets a centre render. The centre says which activity of its mandate it
 * belongs to; a bundle knows no mandate.
 *
 * @param evidence kind of the evidence that its records push, such as {@code visit}; at most 60
 *     characters
 * @param title name of the service, in the bundle's own texts
 */
public record Service(String evidence, Text title) {
  public Service {
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(title);
  }
}
