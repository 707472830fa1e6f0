package org.opora.persistence.unit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.persistence.Units;
import org.opora.api.text.Text;

/** Remembers what became of each unit. */
public final class UnitBook implements Units {
  private final Set<String> ready = ConcurrentHashMap.newKeySet();
  private final Map<String, Text> failures = new ConcurrentHashMap<>();

  public void opened(String unit) {
    failures.remove(unit);
    ready.add(unit);
  }

  public void failed(String unit, Text reason) {
    failures.put(unit, reason);
  }

  public void gone(String unit) {
    ready.remove(unit);
    failures.remove(unit);
  }

  @Override
  public Set<String> ready() {
    return Set.copyOf(ready);
  }

  @Override
  public Optional<Text> failure(String unit) {
    return Optional.ofNullable(failures.get(unit));
  }

  /** One of the failures, if there is any. */
  public Optional<Text> anyFailure() {
    return failures.values().stream().findFirst();
  }
}
