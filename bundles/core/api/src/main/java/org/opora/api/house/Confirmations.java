package org.opora.api.house;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/** Which figures of the installed law packs somebody who knows the law has confirmed. */
@ProviderType
public interface Confirmations {
  /** Those confirmed in the wording they have now; no data about a person. Never null. */
  Set<Figure> confirmed();

  /**
   * The same, with who confirmed each of them last; whoever shows a figure shows that too. Somebody
   * who knows only which ones are confirmed names nobody.
   */
  default Map<Figure, Said> sayings() {
    return confirmed().stream()
        .collect(Collectors.toMap(Function.identity(), figure -> new Said(null, null)));
  }

  /**
   * @param id id of the figure
   * @param from first day of its validity
   */
  record Figure(String id, LocalDate from) {}

  /**
   * @param by the lawyer or the office that confirmed it, as the centre has written it down; null
   *     when nobody knows, as {@code on} is
   */
  record Said(String by, LocalDate on) {}
}
