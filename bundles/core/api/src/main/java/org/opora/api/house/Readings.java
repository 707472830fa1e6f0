package org.opora.api.house;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which reading of the law the centre has chosen where sources disagree. Whoever asks has a default
 * of its own and offers the choice as a {@link org.opora.api.house.spi.Reading}, so that there is
 * no switch that nobody reads.
 */
@ProviderType
public interface Readings {
  /**
   * The option in force on the day; it is no data about a person, so it asks for no viewer.
   *
   * @param reading id of the reading
   * @return empty when the centre has never chosen for this day: then the default holds
   */
  Optional<String> chosen(String reading, LocalDate day);

  /**
   * All that the centre has chosen, for whoever needs the option of many days at once.
   *
   * @param reading id of the reading
   * @return the option in force from each day on; empty when the centre has never chosen
   */
  NavigableMap<LocalDate, String> choices(String reading);
}
