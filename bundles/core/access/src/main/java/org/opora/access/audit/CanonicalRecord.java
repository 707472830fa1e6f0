package org.opora.access.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.access.Subject;

/**
 * The canonical bytes of an audit row, and how rows are chained. This is all that an independent
 * verifier needs to know.
 *
 * <p>A <b>record</b> is the concatenation of ten fields. Each field is its length as four bytes,
 * most significant first, and then its bytes; a field without a value has the length -1 and no
 * bytes.
 *
 * <ol>
 *   <li>the ASCII text {@code opora-audit-1}
 *   <li>sequence number, eight bytes, most significant first; the first row is 1, each next row one
 *       more
 *   <li>key of the row: a UUID, sixteen bytes
 *   <li>time: milliseconds since 1970-01-01T00:00Z, eight bytes
 *   <li>member of staff: a UUID, or no value
 *   <li>outcome: ASCII {@code WROTE}, {@code READ}, {@code DENIED} or {@code NOTED}
 *   <li>act: ASCII
 *   <li>subjects: seventeen bytes for each, a letter ({@code C} case file, {@code S} child's
 *       sub-file, {@code P} person, {@code D} drawer) and a UUID; may be empty
 *   <li>detail: ASCII, or no value
 *   <li>request: ASCII, or no value
 * </ol>
 *
 * <p>The <b>mac</b> of a row is HMAC-SHA-256, under the audit key (32 bytes), of the 32 bytes of
 * the previous row's mac followed by the record; before the first row stand 32 zero bytes.
 *
 * <p>A <b>head</b> tells where the chain ended: {@code current}, and one for the last row sealed on
 * each day (UTC, named {@code YYYY-MM-DD}). Its seal is HMAC-SHA-256, under the same key, of four
 * fields written as above: the ASCII text {@code opora-audit-head-1}, the head's name, the sequence
 * number (eight bytes), the mac of that row (32 bytes).
 *
 * <p>The <b>export</b> is ASCII text with lines that end in a line feed: {@code opora-audit-1};
 * then for each row {@code E}, a space, the record in base64, a space, the mac in lower-case
 * hexadecimal; then for each head {@code H}, its name, sequence number, mac and seal, separated by
 * spaces; and at the end {@code Z}, the number of rows and the seal of the file, so that nothing
 * can be taken away from the end. The seal of the file is HMAC-SHA-256, under the same key, of
 * three fields: the ASCII text {@code opora-audit-end-1}, the number of rows (eight bytes), the
 * SHA-256 of all bytes of the file before this line.
 */
final class CanonicalRecord {
  static final String FORMAT = "opora-audit-1";
  static final String HEAD_FORMAT = "opora-audit-head-1";
  static final String END_FORMAT = "opora-audit-end-1";

  private CanonicalRecord() {}

  static byte[] of(long seq, AuditEvent event) {
    return fields(
        ascii(FORMAT),
        number(seq),
        uuid(event.id()),
        number(event.happened()),
        uuid(event.staff()),
        ascii(event.outcome().name()),
        ascii(event.act()),
        subjects(event),
        ascii(event.detail()),
        ascii(event.request()));
  }

  static byte[] head(String name, long seq, byte[] mac) {
    return fields(ascii(HEAD_FORMAT), ascii(name), number(seq), mac);
  }

  static byte[] end(long rows, byte[] digest) {
    return fields(ascii(END_FORMAT), number(rows), digest);
  }

  private static byte[] fields(byte[]... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (byte[] field : fields) {
        out.writeInt(field == null ? -1 : field.length);
        if (field != null) {
          out.write(field);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static byte[] uuid(UUID id) {
    return id == null
        ? null
        : ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
  }

  private static byte[] subjects(AuditEvent event) {
    ByteBuffer bytes = ByteBuffer.allocate(17 * event.subjects().size());
    for (Subject subject : event.subjects()) {
      bytes.put((byte) SubjectText.letter(subject.kind()));
      bytes.put(uuid(subject.id()));
    }
    return bytes.array();
  }
}
