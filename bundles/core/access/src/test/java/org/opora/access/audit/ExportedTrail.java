package org.opora.access.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;

/** Reads an export back into rows and heads, and has the house's own chain check them. */
final class ExportedTrail {
  private final Chain chain;

  ExportedTrail(byte[] key) {
    chain = new Chain(key);
  }

  boolean holds(byte[] export) {
    try {
      return checked(export);
    } catch (RuntimeException notWhatWasWritten) {
      return false;
    }
  }

  private boolean checked(byte[] export) {
    List<String> lines = List.of(new String(export, StandardCharsets.ISO_8859_1).split("\n", -1));
    if (!lines.get(0).equals(CanonicalRecord.FORMAT) || !lines.get(lines.size() - 1).isEmpty()) {
      return false;
    }
    List<SealedEvent> rows = new ArrayList<>();
    List<Head> heads = new ArrayList<>();
    int at = 1;
    for (; lines.get(at).startsWith("E "); at++) {
      rows.add(row(lines.get(at).split(" ", -1)));
    }
    for (; lines.get(at).startsWith("H "); at++) {
      String[] parts = lines.get(at).split(" ", -1);
      require(parts.length == 5 && Long.toString(Long.parseLong(parts[2])).equals(parts[2]));
      heads.add(new Head(parts[1], Long.parseLong(parts[2]), bytes(parts[3]), bytes(parts[4])));
    }
    Inspection inspection = new Inspection(chain, heads);
    rows.forEach(inspection::next);
    String[] end = lines.get(at).split(" ", -1);
    require(lines.size() == at + 2 && end.length == 3 && end[0].equals("Z"));
    require(end[1].equals(Integer.toString(rows.size())));
    int before = export.length - lines.get(at).length() - 1;
    byte[] seal = chain.end(rows.size(), digest(Arrays.copyOf(export, before)));
    return MessageDigest.isEqual(seal, bytes(end[2])) && inspection.end(heads, false).intact();
  }

  private static SealedEvent row(String[] parts) {
    require(parts.length == 3);
    byte[] record = Base64.getDecoder().decode(parts[1]);
    require(Base64.getEncoder().encodeToString(record).equals(parts[1]));
    ByteBuffer fields = ByteBuffer.wrap(record);
    require(text(fields).equals(CanonicalRecord.FORMAT));
    long seq = field(fields).getLong();
    UUID id = uuid(field(fields));
    long happened = field(fields).getLong();
    ByteBuffer staff = field(fields);
    AuditEvent event =
        new AuditEvent(
            id,
            happened,
            staff == null ? null : uuid(staff),
            AuditEvent.Outcome.valueOf(text(fields)),
            text(fields),
            subjects(field(fields)),
            text(fields),
            text(fields));
    require(Arrays.equals(CanonicalRecord.of(seq, event), record));
    return new SealedEvent(seq, event, bytes(parts[2]));
  }

  private static List<Subject> subjects(ByteBuffer field) {
    StringBuilder text = new StringBuilder();
    while (field.hasRemaining()) {
      text.append((char) field.get()).append(uuid(field).toString().replace("-", ""));
    }
    return SubjectText.read(text.toString());
  }

  private static ByteBuffer field(ByteBuffer fields) {
    int length = fields.getInt();
    if (length < 0) {
      require(length == -1);
      return null;
    }
    require(length <= fields.remaining());
    byte[] bytes = new byte[length];
    fields.get(bytes);
    return ByteBuffer.wrap(bytes);
  }

  private static String text(ByteBuffer fields) {
    ByteBuffer field = field(fields);
    return field == null ? null : new String(field.array(), StandardCharsets.US_ASCII);
  }

  private static UUID uuid(ByteBuffer field) {
    return new UUID(field.getLong(), field.getLong());
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    require(bytes.length == 32 && HexFormat.of().formatHex(bytes).equals(hex));
    return bytes;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not what was written");
    }
  }
}
