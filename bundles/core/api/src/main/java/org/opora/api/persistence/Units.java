package org.opora.api.persistence;

import java.util.Optional;
import java.util.Set;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the tables of each bundle. */
@ProviderType
public interface Units {
  /** Units whose {@code Transactions} are registered now. */
  Set<String> ready();

  /**
   * Why the unit has no {@code Transactions} although its bundle is here: a migration was refused
   * or failed, or the mapping is unsound. Known as soon as the start of the bundle returns.
   *
   * @return empty when the unit is ready or its bundle is not here
   */
  Optional<Text> failure(String unit);
}
