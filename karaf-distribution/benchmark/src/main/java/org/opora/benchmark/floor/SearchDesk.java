package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Date;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.benchmark.store.Dialect;

/**
 * People by the beginnings of their names, in the whole register: two ordered queries of twenty,
 * then what the page shows of those found.
 */
final class SearchDesk extends Desk {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 20;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final String END = "\uffff";
  private static final String BY_FAMILY =
      "SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE p.FAMILY_N >= ? AND p.FAMILY_N < ?"
          + " AND p.GIVEN_N >= ? AND p.GIVEN_N < ?"
          + " ORDER BY p.FAMILY_N, p.GIVEN_N, p.ID FETCH FIRST 20 ROWS ONLY";
  private static final String BY_GIVEN =
      "SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE p.GIVEN_N >= ? AND p.GIVEN_N < ?"
          + " AND p.FAMILY_N >= ? AND p.FAMILY_N < ?"
          + " ORDER BY p.GIVEN_N, p.FAMILY_N, p.ID FETCH FIRST 20 ROWS ONLY";

  SearchDesk(HikariDataSource pool, Dialect dialect) {
    super(pool, dialect);
  }

  private record Person(String given, String family, LocalDate born) {}

  @Override
  String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException {
    String[] words = folded(request.getParameter("text")).split(" ");
    String first = words[0];
    String second = words.length > 1 ? words[1] : "";
    List<UUID> found =
        new ArrayList<>(
            sql.query(BY_FAMILY, row -> sql.key(row, 1), first, first + END, second, second + END));
    List<UUID> byGiven =
        sql.query(BY_GIVEN, row -> sql.key(row, 1), first, first + END, second, second + END);
    byGiven.stream()
        .filter(one -> !found.contains(one))
        .limit(Math.max(0, PAGE - found.size()))
        .forEach(found::add);
    if (!found.isEmpty()) {
      write(sql, found, page);
    }
    return null;
  }

  private static void write(Sql sql, List<UUID> found, StringBuilder page) throws SQLException {
    Object[] keys = new Object[PAGE];
    for (int at = 0; at < PAGE; at++) {
      keys[at] = found.get(Math.min(at, found.size() - 1));
    }
    String in = " IN (?" + ", ?".repeat(PAGE - 1) + ")";
    Map<UUID, Person> people = new HashMap<>();
    sql.query(
        "SELECT p.ID, p.GIVEN, p.FAMILY, p.BIRTH_DATE FROM CASE_REGISTRY.PERSON p WHERE p.ID" + in,
        row -> {
          Date born = row.getDate(4);
          return people.put(
              sql.key(row, 1),
              new Person(
                  row.getString(2), row.getString(3), born == null ? null : born.toLocalDate()));
        },
        keys);
    Map<UUID, String> files = new HashMap<>();
    file(sql, "FILE_CARER", "PERSON", in, keys, files);
    file(sql, "PLACEMENT", "CHILD", in, keys, files);
    page.append("<table>");
    for (UUID key : found) {
      Person person = people.get(key);
      page.append("<tr><th><a href=\"/people/")
          .append(key)
          .append("\">")
          .append(escaped(person.family()))
          .append(' ')
          .append(escaped(person.given()))
          .append("</a></th><td>")
          .append(person.born())
          .append("</td><td>")
          .append(escaped(files.get(key)))
          .append("</td></tr>");
    }
    page.append("</table>");
  }

  private static void file(
      Sql sql, String table, String person, String in, Object[] keys, Map<UUID, String> files)
      throws SQLException {
    sql.query(
        "SELECT t."
            + person
            + ", f.FILE_NUMBER FROM CASE_REGISTRY."
            + table
            + " t JOIN CASE_REGISTRY.CASE_FILE f ON f.ID = t.FILE WHERE t."
            + person
            + in,
        row -> files.put(sql.key(row, 1), row.getString(2)),
        keys);
  }

  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
