package org.opora.registry.importing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lists and maps as one text, to be sealed. Keeps null apart from empty. */
public final class Packed {
  private static final char BETWEEN = '\u001f';
  private static final char MARK = '\u001e';

  private Packed() {}

  public static String list(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(text.isEmpty() ? "" : BETWEEN).append(part == null ? "0" : "1" + wrapped(part));
    }
    return text.toString();
  }

  public static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String part : text.split(String.valueOf(BETWEEN), -1)) {
        parts.add(part.startsWith("0") ? null : unwrapped(part.substring(1)));
      }
    }
    return parts;
  }

  public static String values(ValueMap values) {
    List<String> parts = new ArrayList<>();
    values
        .values()
        .forEach(
            (column, value) -> {
              parts.add(column.name());
              parts.add(value);
            });
    return list(parts);
  }

  public static ValueMap values(String text) {
    List<String> parts = list(text);
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < parts.size(); i += 2) {
      values.put(Column.valueOf(parts.get(i)), parts.get(i + 1));
    }
    return new ValueMap(values);
  }

  /** Numbers, dates and texts, each told by its first letter. */
  public static List<String> arguments(List<Object> arguments) {
    return arguments.stream()
        .map(
            one ->
                one instanceof Integer
                    ? "i" + one
                    : one instanceof LocalDate ? "d" + one : "s" + one)
        .toList();
  }

  public static List<Object> argumentsOf(List<String> packed) {
    return packed.stream().map(Packed::argument).toList();
  }

  private static Object argument(String packed) {
    String rest = packed.substring(1);
    return switch (packed.charAt(0)) {
      case 'i' -> Integer.valueOf(rest);
      case 'd' -> LocalDate.parse(rest);
      default -> rest;
    };
  }

  /** Which column stands where, as it is remembered. */
  public static String places(Map<Column, Integer> places) {
    List<String> parts = new ArrayList<>();
    places.forEach((column, place) -> parts.add(column + "=" + place));
    return String.join(",", parts.stream().sorted().toList());
  }

  public static Map<Column, Integer> placesOf(String text) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
      String[] sides = part.split("=");
      places.put(Column.valueOf(sides[0]), Integer.valueOf(sides[1]));
    }
    return places;
  }

  /** A part may be a packed text itself: its own separators must come back as they were. */
  private static String wrapped(String part) {
    return part.replace(String.valueOf(MARK), MARK + "m")
        .replace(String.valueOf(BETWEEN), MARK + "b");
  }

  private static String unwrapped(String part) {
    return part.replace(MARK + "b", String.valueOf(BETWEEN))
        .replace(MARK + "m", String.valueOf(MARK));
  }
}
