package org.opora.duties.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Reach;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;

/**
 * The sample register as of 1 November 2026: what the engine says of every carer and every child,
 * against a computation straight from the rows that knows nothing of the engine.
 */
class SampleRegisterTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final String CONCLUDED = "Dohoda uzavřena dne";
  private static final String ENDED = "Dohoda ukončena dne";
  private static final String SEEN = "Poslední osobní styk";
  private static final String BIRTH_NUMBER = "Dítě – rodné číslo";

  @Test
  void everyCarerAndEveryChild() throws IOException {
    Map<String, String> expected = straightFromTheRows();
    Map<String, String> found = new TreeMap<>();
    for (Duties.Line line :
        centre().duties(true).list(Centre.viewer(Reach.ALL, LocalDate.of(2026, 11, 22)), AS_OF)) {
      String before =
          found.put(
              line.number() + " " + line.subjectKind() + " " + line.name().spoken(),
              line.due() + " " + line.status());
      assertEquals(null, before, "one line for each in each file");
    }
    assertEquals(expected, found);
    assertTrue(new TreeSet<>(found.values()).size() > 20, "the sample is not of one colour");
  }

  @Test
  void aChildInTwoFilesGivesTwoLines() throws IOException {
    List<Duties.Line> lines =
        centre().duties(true).list(Centre.viewer(Reach.ALL, AS_OF), AS_OF).stream()
            .filter(line -> line.name().spoken().equals("Václav Krejčí"))
            .toList();
    assertEquals(
        List.of("002/2023 2026-11-19", "003/2023 2026-12-13"),
        lines.stream().map(line -> line.number() + " " + line.due()).toList());
    assertEquals(lines.get(0).subject(), lines.get(1).subject());
  }

  @Test
  void beforeTheLastKnownVisitNothingIsAssessed() throws IOException {
    List<Duties.Line> lines =
        centre().duties(true).list(Centre.viewer(Reach.ALL, AS_OF), LocalDate.of(2026, 7, 1));
    assertTrue(lines.size() > 100);
    for (Duties.Line line : lines) {
      assertEquals(Duties.Status.NOT_ASSESSED, line.status(), line.number());
      assertEquals(null, line.due());
    }
  }

  private static Map<String, String> straightFromTheRows() throws IOException {
    Map<String, String> lines = new TreeMap<>();
    Register.files()
        .forEach(
            (number, rows) -> {
              LocalDate ended = Register.common(rows, ENDED);
              if (ended != null && ended.isBefore(AS_OF)) {
                return;
              }
              for (Map<String, String> row : rows) {
                String answer = answer(row.get(SEEN));
                for (String who : List.of("Pěstoun", "Pěstounka")) {
                  if (!row.get(who + " – příjmení").isEmpty()) {
                    lines.put(number + " CARER " + name(row, who), answer);
                  }
                }
                lines.put(number + " CHILD " + name(row, "Dítě"), answer);
              }
            });
    return lines;
  }

  /**
   * Two months on the fingers: the month number plus two, the day number, or the last one the month
   * has.
   */
  private static String answer(String cell) {
    String[] parts = cell.replace(" ", "").split("\\.");
    int month = Integer.parseInt(parts[1]) + 2;
    int year = Integer.parseInt(parts[2]);
    if (month > 12) {
      month -= 12;
      year++;
    }
    int[] lengths = {31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int day = Math.min(Integer.parseInt(parts[0]), lengths[month - 1]);
    String due = "%04d-%02d-%02d".formatted(year, month, day);
    String status =
        due.compareTo("2026-11-01") < 0
            ? "OVERDUE"
            : due.compareTo("2026-11-15") <= 0 ? "DUE_SOON" : "OK";
    return due + " " + status;
  }

  private static String name(Map<String, String> row, String who) {
    return row.get(who + " – jméno") + " " + row.get(who + " – příjmení");
  }

  private static Centre centre() throws IOException {
    Centre centre = new Centre();
    LocalDate movedIn = LocalDate.of(2026, 11, 22);
    for (Map.Entry<String, List<Map<String, String>>> entry : Register.files().entrySet()) {
      String number = entry.getKey();
      List<Map<String, String>> rows = entry.getValue();
      Map<String, CaseFiles.Carer> carers = new LinkedHashMap<>();
      Map<String, CaseFiles.Child> children = new LinkedHashMap<>();
      for (Map<String, String> row : rows) {
        LocalDate seen = Register.date(row.get(SEEN));
        for (String who : List.of("Pěstoun", "Pěstounka")) {
          String family = row.get(who + " – příjmení");
          if (!family.isEmpty()) {
            CaseFiles.Carer carer =
                Centre.carer(
                    row.get(who + " – jméno"),
                    family,
                    Register.date(row.get(who + " – dat. nar.")));
            carers.put(who, carer);
            centre.saw(number, carer.person(), seen);
          }
        }
        CaseFiles.Child child =
            Centre.child(
                row.get(BIRTH_NUMBER),
                row.get("Dítě – jméno"),
                row.get("Dítě – příjmení"),
                null,
                Register.date(row.get("Svěřeno do péče dne")));
        children.put(row.get(BIRTH_NUMBER), child);
        centre.saw(number, child.person(), seen);
      }
      centre.agreement(
          number,
          Register.common(rows, CONCLUDED),
          Register.common(rows, ENDED),
          movedIn,
          Centre.WORKER,
          List.copyOf(carers.values()),
          List.copyOf(children.values()));
    }
    return centre;
  }
}
