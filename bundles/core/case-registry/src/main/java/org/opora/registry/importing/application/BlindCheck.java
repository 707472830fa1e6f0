package org.opora.registry.importing.application;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opora.registry.importing.application.sheets.Sheet;
import org.opora.registry.importing.application.sheets.UnreadableSheet;
import org.opora.registry.importing.domain.Analysis;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.SheetRow;
import org.opora.registry.shared.application.Refusals;

/** Checks a file by itself, without looking into the register and without keeping anything. */
public final class BlindCheck {
  private BlindCheck() {}

  public record Result(int rows, List<Fault> faults) {}

  /**
   * A finding without its value. A column nobody knows is not named, because anything could stand
   * there.
   */
  public record Fault(
      int row, String column, String code, String sentence, List<Object> arguments) {}

  /**
   * @throws org.opora.api.faults.Refused when the file is no table
   */
  public static Result check(byte[] content) {
    try {
      Sheet sheet = Sheet.open(content);
      if (!sheet.columns().sufficient()) {
        throw Refusals.refused(null, "importing.failed.columns-remote");
      }
      Analysis analysis = new Analysis(sheet.columns(), LocalDate.now(Clock.systemDefaultZone()));
      Map<String, List<SheetRow>> families = new LinkedHashMap<>();
      sheet.rows(
          row -> {
            analysis.index(row);
            return families.computeIfAbsent(analysis.key(row), none -> new ArrayList<>()).add(row);
          });
      List<Finding> findings = new ArrayList<>();
      families.values().forEach(rows -> findings.addAll(analysis.family(rows).findings()));
      findings.sort(Comparator.comparingInt(Finding::row));
      int rows = families.values().stream().mapToInt(List::size).sum();
      return new Result(
          rows,
          findings.stream()
              .map(
                  one ->
                      new Fault(one.row(), one.column(), one.code(), one.text(), one.arguments()))
              .toList());
    } catch (UnreadableSheet unreadable) {
      throw Refusals.refused(
          "file", "importing.unreadable." + unreadable.reason(), unreadable.arguments().toArray());
    } catch (IOException fault) {
      throw Refusals.refused("file", "importing.unreadable.no-table");
    }
  }
}
