package org.opora.operations.cli;

import java.util.List;
import java.util.Map;

/** A JSON object of the server, read by name; what is missing is an empty text. */
record Answer(Map<?, ?> fields) {
  static Answer of(Object json) {
    return new Answer(json instanceof Map<?, ?> map ? map : Map.of());
  }

  static List<Answer> all(Object json) {
    return json instanceof List<?> list ? list.stream().map(Answer::of).toList() : List.of();
  }

  String text(String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  Answer inside(String name) {
    return of(fields.get(name));
  }

  List<Answer> list(String name) {
    return all(fields.get(name));
  }
}
