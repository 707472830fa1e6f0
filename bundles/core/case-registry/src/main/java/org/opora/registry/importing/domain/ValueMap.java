package org.opora.registry.importing.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.opora.api.files.CareKind;

/**
 * Values by column, each in one way of writing: dates as {@code 2026-03-05}, numbers with a point,
 * kinds of care by their constant. What is not known is missing. Equal meaning is equal text, so
 * that a change is found by comparing.
 */
public record ValueMap(Map<Column, String> values) {
  public ValueMap {
    Map<Column, String> own = new EnumMap<>(Column.class);
    values.forEach(
        (column, value) -> {
          if (value != null && !value.isEmpty()) {
            own.put(column, value);
          }
        });
    values = java.util.Collections.unmodifiableMap(own);
  }

  /** Null when not known. */
  public String get(Column column) {
    return values.get(column);
  }

  /** Empty when not known. */
  public String text(Column column) {
    return values.getOrDefault(column, "");
  }

  public LocalDate date(Column column) {
    String text = get(column);
    return text == null ? null : LocalDate.parse(text);
  }

  public BigDecimal decimal(Column column) {
    String text = get(column);
    return text == null ? null : new BigDecimal(text);
  }

  public CareKind careKind() {
    String text = get(Column.CARE_KIND);
    return text == null ? null : CareKind.valueOf(text);
  }

  public boolean says(Column column, String value) {
    return Objects.equals(get(column), value == null || value.isEmpty() ? null : value);
  }

  public ValueMap with(Column column, String value) {
    Map<Column, String> changed = new EnumMap<>(Column.class);
    changed.putAll(values);
    if (value == null || value.isEmpty()) {
      changed.remove(column);
    } else {
      changed.put(column, value);
    }
    return new ValueMap(changed);
  }
}
