package org.opora.itest.support;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample register, read naively and independently of the product: what the law asks of every
 * carer and child in it.
 */
public final class Register {
  public static final Path SAMPLE =
      Path.of("../../bundles/core/case-registry/src/test/resources/data/evidence-dohod.csv");
  public static final Path FINDINGS =
      Path.of(
          "../../bundles/core/case-registry/src/test/resources/data/evidence-dohod.findings.csv");

  private static final Pattern DAY = Pattern.compile("(\\d+)\\.\\s*(\\d+)\\.\\s*(\\d{4})");
  private final List<Map<String, String>> rows;

  private Register(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  public static Register sample() {
    try {
      String text = Files.readString(SAMPLE, Charset.forName("windows-1250"));
      List<List<String>> records = records(text);
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> record : records.subList(1, records.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < record.size(); column++) {
          row.put(records.get(0).get(column), record.get(column).strip());
        }
        rows.add(row);
      }
      return new Register(rows);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public int size() {
    return rows.size();
  }

  /**
   * Rule C1: the next visit is due two months after the last one; for a child that came later,
   * after the later of agreement and placement. Keyed by file, kind and name in lower case, because
   * the register writes some names in capitals.
   */
  public Map<String, LocalDate> visitsDue(LocalDate asOf) {
    Map<String, LocalDate> due = new TreeMap<>();
    Map<String, LocalDate> agreed = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      LocalDate day = day(row.get("Dohoda uzavřena dne"));
      if (day != null) {
        agreed.put(row.get("Spis č."), day);
      }
    }
    for (Map<String, String> row : rows) {
      String file = row.get("Spis č.");
      LocalDate ended = day(row.get("Dohoda ukončena dne"));
      LocalDate seen = day(row.get("Poslední osobní styk"));
      LocalDate agreement = agreed.get(file);
      if (ended != null && ended.isBefore(asOf) || agreement.isAfter(asOf)) {
        continue;
      }
      LocalDate carersDue = next(agreement, seen, asOf);
      put(due, file, "carer", row.get("Pěstoun – jméno"), row.get("Pěstoun – příjmení"), carersDue);
      put(
          due,
          file,
          "carer",
          row.get("Pěstounka – jméno"),
          row.get("Pěstounka – příjmení"),
          carersDue);
      LocalDate placed = day(row.get("Svěřeno do péče dne"));
      LocalDate anchor = placed != null && placed.isAfter(agreement) ? placed : agreement;
      LocalDate childSeen = seen != null && placed != null && seen.isBefore(placed) ? null : seen;
      put(
          due,
          file,
          "child",
          row.get("Dítě – jméno"),
          row.get("Dítě – příjmení"),
          next(anchor, childSeen, asOf));
    }
    return due;
  }

  private static LocalDate next(LocalDate anchor, LocalDate seen, LocalDate asOf) {
    LocalDate from = seen != null && !seen.isAfter(asOf) ? seen : anchor;
    return from.plusMonths(2);
  }

  private static void put(
      Map<String, LocalDate> due,
      String file,
      String kind,
      String given,
      String family,
      LocalDate day) {
    if (!family.isEmpty()) {
      due.put(key(file, kind, given + " " + family), day);
    }
  }

  public static String key(String file, String kind, String name) {
    return file + " " + kind + " " + name.toLowerCase(java.util.Locale.ROOT);
  }

  private static LocalDate day(String text) {
    Matcher written = DAY.matcher(text);
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

  /** Semicolons, quotes doubled inside quotes, line breaks inside quotes. */
  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append('"');
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == '\n')) {
        record.add(cell.toString().replace("\r", ""));
        cell.setLength(0);
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    return records;
  }
}
