package org.opora.modulekit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sentences about what is wrong, and the few that a module answers with a reason. */
final class Faults {
  private Faults() {}

  /**
   * @param answered sentence by sentence why it is as it is
   * @return what is wrong without a reason, and reasons for what is not wrong any more
   */
  static List<String> open(Collection<String> found, Map<String, String> answered) {
    List<String> open = new ArrayList<>();
    found.stream().filter(fault -> !answered.containsKey(fault)).forEach(open::add);
    answered.forEach(
        (fault, reason) -> {
          if (!found.contains(fault)) {
            open.add("answered, and nobody asks: " + fault);
          } else if (reason.isBlank()) {
            open.add("answered without a reason: " + fault);
          }
        });
    return open;
  }
}
