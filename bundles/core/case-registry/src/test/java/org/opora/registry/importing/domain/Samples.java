package org.opora.registry.importing.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.opora.registry.importing.application.sheets.Sheet;

/** The register of the sample centre, as it is and saved in other ways. */
public final class Samples {
  public static final Charset WINDOWS = Charset.forName("windows-1250");

  /** A day after everything in the sample. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private Samples() {}

  public static byte[] register() {
    return resource("/data/evidence-dohod.csv");
  }

  public static byte[] resource(String path) {
    try (InputStream in = Samples.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records of a text, header included. */
  public static List<List<String>> records(byte[] content) {
    try {
      Sheet sheet = Sheet.open(content);
      List<List<String>> records = new ArrayList<>();
      records.add(sheet.columns().headers());
      sheet.rows(
          row -> {
            records.add(row.cells());
            return true;
          });
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The records joined again, all cells quoted when they must be. */
  public static byte[] csv(
      List<List<String>> records, char separator, Charset charset, boolean mark) {
    StringBuilder text = new StringBuilder(mark ? "\ufeff" : "");
    for (List<String> record : records) {
      List<String> cells = new ArrayList<>();
      for (String cell : record) {
        boolean quote = cell.indexOf(separator) >= 0 || cell.contains("\"") || cell.contains("\n");
        cells.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
      }
      text.append(String.join(String.valueOf(separator), cells)).append("\r\n");
    }
    return text.toString().getBytes(charset);
  }

  public static byte[] csv(List<List<String>> records) {
    return csv(records, ';', WINDOWS, false);
  }

  /** As a workbook; cells that are sound dates become real dates when asked for. */
  public static byte[] workbook(List<List<String>> records, boolean realDates) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Evidence");
      for (int row = 0; row < records.size(); row++) {
        for (int column = 0; column < records.get(row).size(); column++) {
          String cell = records.get(row).get(column);
          LocalDate date = cell.matches("\\d+\\..*\\d{4}") ? Values.date(cell).orElse(null) : null;
          if (realDates && date != null) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("d. m. yyyy").set();
          } else if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Everything an analysis finds, without a database. */
  public static Read read(byte[] content) {
    try {
      return read(Sheet.open(content), TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Read read(Sheet sheet, LocalDate today) {
    Analysis analysis = new Analysis(sheet.columns(), today);
    Map<String, List<SheetRow>> byFamily = new LinkedHashMap<>();
    try {
      sheet.rows(
          row -> {
            analysis.index(row);
            byFamily.computeIfAbsent(analysis.key(row), none -> new ArrayList<>()).add(row);
            return true;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Family> families = byFamily.values().stream().map(analysis::family).toList();
    List<Finding> findings = new ArrayList<>(analysis.aboutColumns());
    families.forEach(family -> findings.addAll(family.findings()));
    return new Read(families, findings);
  }

  /** A small register with these rows below the header of the sample, given as column=value. */
  @SafeVarargs
  public static Read rows(Map<Column, String>... rows) {
    return read(csv(table(rows), ';', StandardCharsets.UTF_8, true));
  }

  /** Its records, the header first. */
  @SafeVarargs
  public static List<List<String>> table(Map<Column, String>... rows) {
    Columns columns = HeaderWords.recognise(records(register()).get(0));
    List<List<String>> table = new ArrayList<>();
    table.add(columns.headers());
    for (Map<Column, String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int place = 0; place < columns.headers().size(); place++) {
        cells.add(row.getOrDefault(columns.at(place), ""));
      }
      table.add(cells);
    }
    return table;
  }

  /** What was read. */
  public record Read(List<Family> families, List<Finding> findings) {
    public List<Finding> of(String code) {
      return findings.stream().filter(finding -> finding.code().equals(code)).toList();
    }

    public Family family(String number) {
      return families.stream()
          .filter(family -> family.number().equals(number))
          .findFirst()
          .orElseThrow();
    }
  }
}
