package org.opora.registry.exports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports.Wanted;
import org.opora.api.ids.StaffId;

/**
 * How many rows of each list somebody has taken along alone within a day: a long list does not
 * leave in parts instead. It need not outlive a restart, which nobody brings about who sees a list.
 */
final class Taken {
  private static final Duration DAY = Duration.ofHours(24);

  private final Map<Of, Map<String, Part>> parts = new HashMap<>();

  private record Of(StaffId staff, String list) {}

  private record Part(int rows, Instant at) {}

  /** The same again, also in the other format, is nothing more; whatever else is chosen is. */
  private static String part(Wanted wanted) {
    String[] address = wanted.address().split("[?]", 2);
    return address.length == 1
        ? address[0]
        : Arrays.stream(address[1].split("&"))
            .filter(one -> !one.isEmpty() && !one.startsWith("format="))
            .sorted()
            .collect(Collectors.joining("&", address[0] + "?", ""))
            .replaceAll("[?]$", "");
  }

  /** Of the same list, without what is wanted now. */
  synchronized int before(Viewer viewer, Wanted wanted) {
    Instant old = viewer.now().minus(DAY);
    parts.values().forEach(some -> some.values().removeIf(one -> !one.at().isAfter(old)));
    parts.values().removeIf(Map::isEmpty);
    String part = part(wanted);
    return parts.getOrDefault(new Of(viewer.staff(), wanted.list()), Map.of()).entrySet().stream()
        .filter(one -> !one.getKey().equals(part))
        .mapToInt(one -> one.getValue().rows())
        .sum();
  }

  /** Whether it fits into what one person may take alone; then it is taken. */
  synchronized boolean fits(Viewer viewer, Wanted wanted, int alone) {
    if (before(viewer, wanted) + wanted.rows() > alone) {
      return false;
    }
    parts
        .computeIfAbsent(new Of(viewer.staff(), wanted.list()), first -> new HashMap<>())
        .merge(
            part(wanted),
            new Part(wanted.rows(), viewer.now()),
            (one, again) -> new Part(Math.max(one.rows(), again.rows()), again.at()));
    return true;
  }
}
