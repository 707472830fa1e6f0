package org.opora.web.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code name=value&...} strictly: broken escapes, broken UTF-8 and control characters are
 * refused, not repaired.
 */
final class Fields {
  private static final int MOST = 1_000;

  private Fields() {}

  /**
   * @throws Rejected with status 400
   */
  static Map<String, List<String>> parse(String text) {
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('&', from);
      if (end < 0) {
        end = text.length();
      }
      if (end > from) {
        if (++count > MOST) {
          throw new Rejected(400);
        }
        int equals = text.indexOf('=', from);
        boolean named = equals >= 0 && equals < end;
        String name = decode(text.substring(from, named ? equals : end));
        String value = named ? decode(text.substring(equals + 1, end)) : "";
        fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
      }
      from = end + 1;
    }
    return fields;
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' || c >= 0x7F) {
          throw new Rejected(400);
        }
      }
      return text;
    }
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 > text.length() - 1) {
          throw new Rejected(400);
        }
        int value =
            Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16);
        if (Character.digit(text.charAt(i + 1), 16) < 0
            || Character.digit(text.charAt(i + 2), 16) < 0) {
          throw new Rejected(400);
        }
        bytes[length++] = (byte) value;
        i += 2;
      } else if (c < ' ' || c >= 0x7F) {
        throw new Rejected(400);
      } else {
        bytes[length++] = (byte) (c == '+' ? ' ' : c);
      }
    }
    return text(bytes, length);
  }

  /** UTF-8 text without control characters other than tab and line ends. */
  static String text(byte[] bytes, int length) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F) {
          throw new Rejected(400);
        }
      }
      return text;
    } catch (CharacterCodingException broken) {
      throw new Rejected(400);
    }
  }
}
