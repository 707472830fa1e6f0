package org.opora.benchmark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFileTest {
  private static final int ROWS = 300;
  private static final int BIRTH_NUMBER = 15;
  @TempDir Path folder;
  private String text;
  private List<String> records;

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("register.csv");
    new RegisterFile(LocalDate.of(2026, 11, 1)).write(file, ROWS);
    text = Files.readString(file, Charset.forName("windows-1250"));
    // Notes break lines inside quotes; a record begins with a file number.
    records = Arrays.asList(text.split("\r\n(?=\\d+/\\d{4};)"));
  }

  @Test
  void thereAreAsManyRowsAsAskedFor() {
    assertEquals(ROWS + 1, records.size());
  }

  @Test
  void everyRowHasTheColumnsOfTheHeader() {
    int columns = records.get(0).split(";", -1).length;
    assertEquals(26, columns);
    for (String record : records.subList(1, records.size())) {
      String cells = record.replaceAll("\"[^\"]*(\"\"[^\"]*)*\"", "note");
      assertEquals(columns, cells.split(";", -1).length, record);
    }
  }

  @Test
  void birthNumbersPassTheirCheck() {
    for (String record : records.subList(1, records.size())) {
      String number = record.split(";", -1)[BIRTH_NUMBER].replace("/", "");
      assertEquals(0, Long.parseLong(number) % 11, number);
    }
  }

  @Test
  void itIsAsUntidyAsRealOnes() {
    assertTrue(text.contains("26,5"));
    assertTrue(text.matches("(?s).*;\\d\\d\\.\\d\\d\\.\\d{4};.*"));
    assertTrue(text.matches("(?s).*;\\d{1,2}\\. \\d{1,2}\\. \\d{4};.*"));
    assertTrue(text.contains("\"\"volala\"\""));
  }
}
