package org.opora.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as somebody uses it who has an export, a key and a sheet of paper. */
class MainTest {
  private static final int LONGEST = 1500;
  private static final byte[] KEY = new byte[32];

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path export;
  private Path key;
  private String seal;

  @BeforeEach
  void write() throws IOException {
    Seals seals = new Seals(KEY);
    StringBuilder text = new StringBuilder("opora-audit-1\n");
    byte[] link = new byte[32];
    for (int row = 1; row <= 5; row++) {
      byte[] record = record(row);
      link = seals.link(link, record);
      text.append("E ").append(Base64.getEncoder().encodeToString(record));
      text.append(' ').append(hex(link)).append('\n');
    }
    seal = hex(link);
    for (String name : List.of("2026-11-02", "current")) {
      text.append("H " + name + " 5 " + seal + " " + hex(seals.head(name, 5, link)) + "\n");
    }
    byte[] before = text.toString().getBytes(StandardCharsets.US_ASCII);
    text.append("Z 5 " + hex(seals.end(5, Seals.digest().digest(before))) + "\n");
    export = Files.writeString(folder.resolve("trail.txt"), text);
    key = Files.write(folder.resolve("audit.key"), KEY);
  }

  @Test
  void saysThatATrailHolds() {
    assertEquals(0, run(export.toString(), key.toString()));
    assertTrue(said().startsWith("INTACT: 5 rows"), said());
    assertTrue(said().contains(seal), said());
  }

  @Test
  void comparesWhatStandsOnPaper() {
    String onPaper = "5=" + seal.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
    assertEquals(0, run(export.toString(), key.toString(), onPaper));
    assertTrue(said().contains("Printed seals that fit: 1"), said());
    assertEquals(1, run(export.toString(), key.toString(), "4=" + seal));
    assertEquals(1, run(export.toString(), key.toString(), "6=" + seal));
  }

  @Test
  void namesTheLineThatDoesNotFit() throws IOException {
    List<String> lines = Files.readAllLines(export);
    lines.remove(3);
    Files.writeString(export, String.join("\n", lines) + "\n");
    assertEquals(1, run(export.toString(), key.toString()));
    assertTrue(said().contains("BROKEN after row 2. Line 4 holds row 4 where row 3"), said());
  }

  @Test
  void saysWhatItCannotCheck() throws IOException {
    assertEquals(2, run());
    assertEquals(2, run(export.toString(), folder.resolve("none").toString()));
    assertEquals(2, run(export.toString(), key.toString(), "today"));
    assertEquals(2, run(export.toString(), key.toString(), "5=abc"));
    Path cut = Files.write(folder.resolve("cut.key"), new byte[31]);
    assertEquals(2, run(export.toString(), cut.toString()));
  }

  /** Whoever does not trust the house can read all of it in an hour. */
  @Test
  void isShortAndUsesNothingButTheJdk() throws IOException {
    int lines = 0;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(one -> one.toString().endsWith(".java")).toList()) {
        List<String> text = Files.readAllLines(source);
        lines += text.size();
        for (String line : text) {
          assertTrue(!line.startsWith("import ") || line.matches("import (java|javax)\\..*"), line);
        }
      }
    }
    assertTrue(lines > 0 && lines < LONGEST, lines + " lines");
  }

  private static byte[] record(int row) {
    ByteBuffer bytes = ByteBuffer.allocate(512);
    field(bytes, "opora-audit-1".getBytes(StandardCharsets.US_ASCII));
    field(bytes, ByteBuffer.allocate(8).putLong(row).array());
    field(bytes, new byte[16]);
    field(bytes, ByteBuffer.allocate(8).putLong(1_790_000_000_000L + row).array());
    field(bytes, null);
    field(bytes, "NOTED".getBytes(StandardCharsets.US_ASCII));
    field(bytes, "test.tick".getBytes(StandardCharsets.US_ASCII));
    field(bytes, new byte[0]);
    field(bytes, null);
    field(bytes, null);
    byte[] record = new byte[bytes.position()];
    bytes.flip().get(record);
    return record;
  }

  private static void field(ByteBuffer bytes, byte[] field) {
    bytes.putInt(field == null ? -1 : field.length);
    if (field != null) {
      bytes.put(field);
    }
  }

  private int run(String... typed) {
    out.reset();
    return new Main(new PrintStream(out, true, StandardCharsets.UTF_8)).run(typed);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
