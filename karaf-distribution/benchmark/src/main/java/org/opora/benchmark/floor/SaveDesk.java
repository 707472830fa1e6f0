package org.opora.benchmark.floor;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.benchmark.store.Dialect;

/** A visit that met everybody: its own row, who was there, what it proves, and its line. */
final class SaveDesk extends Desk {
  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "case-registry";

  SaveDesk(HikariDataSource pool, Dialect dialect) {
    super(pool, dialect);
  }

  @Override
  String work(HttpServletRequest request, Sql sql, StringBuilder page) throws SQLException {
    UUID file = UUID.fromString(request.getParameter("file"));
    UUID staff = UUID.fromString(request.getParameter("staff"));
    LocalDate today = LocalDate.now();
    UUID visit = key();
    sql.update(
        "INSERT INTO CASE_REGISTRY.VISIT (ID, VERSION, FILE, VISITED_ON, MINUTES, ANNOUNCED, PLACE, NOTE, RECORDED_BY, RECORDED_AT)"
            + " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
        visit,
        file,
        today,
        60,
        true,
        "HOME",
        bytes(request.getParameter("note")),
        staff,
        Instant.now());
    List<Object[]> present = new ArrayList<>();
    List<Object[]> facts = new ArrayList<>();
    for (String person : request.getParameter("present").split(",")) {
      UUID who = UUID.fromString(person);
      present.add(new Object[] {key(), visit, who});
      facts.add(new Object[] {key(), BUNDLE, "visit", visit, file, who, who, today, false});
    }
    sql.all("INSERT INTO CASE_REGISTRY.VISIT_PERSON (ID, VISIT, PERSON) VALUES (?, ?, ?)", present);
    sql.all(
        "INSERT INTO CASE_REGISTRY.EVIDENCE (ID, ORIGIN, KIND, SOURCE, FILE, PERSON, SUBJECT, HAPPENED_ON, OPENING_BALANCE)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        facts);
    List<Object[]> parts = new ArrayList<>();
    byte[] view = bytes(request.getParameter("view"));
    for (String child : request.getParameter("children").split(",")) {
      String[] keys = child.split("/");
      parts.add(
          new Object[] {
            key(), visit, UUID.fromString(keys[0]), UUID.fromString(keys[1]), true, view, "PLAY"
          });
    }
    sql.all(
        "INSERT INTO CASE_REGISTRY.VISIT_CHILD (ID, VISIT, CHILD, CHILD_FILE, SEEN_ALONE, CHILD_VIEW, LEARNT_BY)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        parts);
    String href = "/files/" + file + "/visits/" + visit;
    sql.update(
        "INSERT INTO CASE_REGISTRY.TIMELINE (ID, ORIGIN, KIND, SOURCE, SUBJECT_KIND, SUBJECT, HAPPENED_ON, PERMISSION,"
            + " DATA_CLASS, TITLE_CS, TITLE_PL, TITLE_EN, WRITTEN_BY, HREF)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key(),
        BUNDLE,
        "visit",
        visit,
        "CASE_FILE",
        file,
        today,
        "registry.visit.read",
        "CONTACT_FACTS",
        "Osobní kontakt",
        "Kontakt koordynatora",
        "Visit",
        staff,
        href);
    return href;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Time first, as the product's keys. */
  private static UUID key() {
    UUID random = UUID.randomUUID();
    return new UUID(
        (System.currentTimeMillis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0FFFL),
        random.getLeastSignificantBits());
  }
}
