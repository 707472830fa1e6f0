package org.opora.itest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;

/** The trail of a running product as it leaves the house: every row that is sealed. */
public final class ExportedRows {
  private static final int OUTCOME = 5;
  private static final int ACT = 6;
  private static final int SUBJECTS = 7;

  private final List<Row> rows;

  private ExportedRows(List<Row> rows) {
    this.rows = rows;
  }

  /** One row, whomever it names. */
  public record Row(String outcome, String act, Set<UUID> subjects) {}

  /** Whoever takes it along has signed in. */
  public static ExportedRows of(Product product) {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", People.DIRECTOR).expectOk();
    Path file = Distribution.freshData("trail").resolve("trail.txt");
    product.cli().run("audit", "export", file.toString()).expectOk();
    try {
      return new ExportedRows(
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("E "))
              .map(line -> row(Base64.getDecoder().decode(line.split(" ")[1])))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row row(byte[] record) {
    ByteBuffer bytes = ByteBuffer.wrap(record);
    List<byte[]> fields = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      byte[] field = new byte[Math.max(0, length)];
      bytes.get(field);
      fields.add(field);
    }
    ByteBuffer named = ByteBuffer.wrap(fields.get(SUBJECTS));
    List<UUID> subjects = new ArrayList<>();
    while (named.hasRemaining()) {
      named.get();
      subjects.add(new UUID(named.getLong(), named.getLong()));
    }
    return new Row(
        ascii(fields.get(OUTCOME)),
        ascii(fields.get(ACT)),
        subjects.stream().collect(Collectors.toSet()));
  }

  private static String ascii(byte[] field) {
    return new String(field, StandardCharsets.US_ASCII);
  }

  /** How many rows say that this was read of this subject. */
  public long read(String act, UUID subject) {
    return rows.stream()
        .filter(row -> row.outcome().equals("READ") && row.act().equals(act))
        .filter(row -> row.subjects().contains(subject))
        .count();
  }

  /** How many rows say that this was done to this subject. */
  public long wrote(String act, UUID subject) {
    return rows.stream()
        .filter(row -> row.outcome().equals("WROTE") && row.act().equals(act))
        .filter(row -> row.subjects().contains(subject))
        .count();
  }

  /** Whether a row says that anything was done to this subject. */
  public boolean wrote(UUID subject) {
    return rows.stream()
        .anyMatch(row -> row.outcome().equals("WROTE") && row.subjects().contains(subject));
  }
}
