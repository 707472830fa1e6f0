package org.opora.operations.modules.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a manifest header of the form {@code a;b;x=1;y:="2,3",c}: clauses with their paths,
 * attributes and directives.
 */
final class HeaderClauses {
  private HeaderClauses() {}

  /**
   * @param parameters attributes and directives by name, quotes removed; directives keep their
   *     colon
   */
  record Clause(List<String> paths, Map<String, String> parameters) {}

  static List<Clause> parse(String header) {
    List<Clause> clauses = new ArrayList<>();
    if (header == null) {
      return clauses;
    }
    for (String clause : split(header, ',')) {
      List<String> paths = new ArrayList<>();
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String part : split(clause, ';')) {
        int equals = part.indexOf('=');
        if (equals < 0) {
          paths.add(part.strip());
        } else {
          parameters.put(part.substring(0, equals).strip(), bare(part.substring(equals + 1)));
        }
      }
      clauses.add(new Clause(List.copyOf(paths), Map.copyOf(parameters)));
    }
    return clauses;
  }

  private static String bare(String value) {
    String stripped = value.strip();
    return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")
        ? stripped.substring(1, stripped.length() - 1)
        : stripped;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }
}
