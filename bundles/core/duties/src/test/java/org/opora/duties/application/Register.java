package org.opora.duties.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of the sample register, read with as little knowledge as possible. */
final class Register {
  private static final Pattern DATE = Pattern.compile("(\\d+)\\.\\s*(\\d+)\\.\\s*(\\d{4})");

  private Register() {}

  static List<Map<String, String>> rows() throws IOException {
    String text;
    try (InputStream in = Register.class.getResourceAsStream("/register.csv")) {
      text = new String(in.readAllBytes(), Charset.forName("windows-1250"));
    }
    List<List<String>> records = split(text);
    List<String> head = records.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < head.size(); i++) {
        row.put(head.get(i), record.get(i).strip());
      }
      rows.add(row);
    }
    return rows;
  }

  static Map<String, List<Map<String, String>>> files() throws IOException {
    Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();
    rows()
        .forEach(row -> files.computeIfAbsent(row.get("Spis č."), n -> new ArrayList<>()).add(row));
    return files;
  }

  /** Null for an empty cell and for a day that does not exist. */
  static LocalDate date(String cell) {
    Matcher written = DATE.matcher(cell);
    if (!written.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(written.group(3)),
          Integer.parseInt(written.group(2)),
          Integer.parseInt(written.group(1)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** A cell that repeats in every row of a file: the first row in which it can be read. */
  static LocalDate common(List<Map<String, String>> rows, String column) {
    return rows.stream()
        .map(row -> date(row.get(column)))
        .filter(day -> day != null)
        .findFirst()
        .orElse(null);
  }

  private static List<List<String>> split(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == '\n')) {
        record.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return records;
  }
}
