package org.opora.registry.importing.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Parts of a zipped package held in memory, found by its central directory. Some programs write
 * entries whose sizes stand only there, and a stream cannot read those; a file on disk would leave
 * personal data lying about.
 */
final class Package {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private record Part(int offset, int method, int size) {}

  private final byte[] content;
  private final ByteBuffer bytes;
  private final Map<String, Part> parts = new HashMap<>();

  Package(byte[] content) throws IOException {
    this.content = content;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      readDirectory();
    } catch (IndexOutOfBoundsException cut) {
      throw new UnreadableSheet("no-table");
    }
  }

  /** The unpacked part; null when there is none. Names do not mind case. */
  InputStream open(String name) throws IOException {
    Part part = parts.get(name.toLowerCase(Locale.ROOT));
    if (part == null) {
      return null;
    }
    try {
      int skipped = LOCAL_SIZE + unsigned(part.offset() + 26) + unsigned(part.offset() + 28);
      InputStream raw = new ByteArrayInputStream(content, part.offset() + skipped, part.size());
      return switch (part.method()) {
        case STORED -> raw;
        case DEFLATED ->
            new InflaterInputStream(raw, new Inflater(true)) {
              @Override
              public void close() throws IOException {
                super.close();
                inf.end();
              }
            };
        default -> throw new UnreadableSheet("no-table");
      };
    } catch (IndexOutOfBoundsException cut) {
      throw new UnreadableSheet("no-table");
    }
  }

  private void readDirectory() throws IOException {
    int end = content.length - END_SIZE;
    while (end >= 0 && bytes.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      throw new UnreadableSheet("no-table");
    }
    int at = bytes.getInt(end + 16);
    for (int left = unsigned(end + 10); left > 0 && bytes.getInt(at) == ENTRY; left--) {
      int nameLength = unsigned(at + 28);
      String name = new String(content, at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8);
      Part part = new Part(bytes.getInt(at + 42), unsigned(at + 10), bytes.getInt(at + 20));
      parts.putIfAbsent(name.toLowerCase(Locale.ROOT), part);
      at += ENTRY_SIZE + nameLength + unsigned(at + 30) + unsigned(at + 32);
    }
  }

  private int unsigned(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }
}
