package org.opora.registry.importing.application.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which encoding a text was saved in. */
final class Encodings {
  private static final Charset WINDOWS = Charset.forName("windows-1250");
  private static final Charset ISO = Charset.forName("ISO-8859-2");

  /** An encoding and how many bytes of mark stand in front. */
  record Found(Charset charset, int mark) {}

  private Encodings() {}

  /**
   * A mark decides; then what is sound UTF-8 is UTF-8; then the letters of central Europe decide.
   */
  static Found of(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Found(StandardCharsets.UTF_8, 3);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new Found(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new Found(StandardCharsets.UTF_16BE, 2);
    }
    if (soundUtf8(bytes)) {
      return new Found(StandardCharsets.UTF_8, 0);
    }
    return new Found(looksIso(bytes) ? ISO : WINDOWS, 0);
  }

  private static boolean soundUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /**
   * The two differ in where s, t and z with hook stand: Windows puts them where the other has
   * control characters, which no text holds; the other puts them where Windows has signs that
   * registers do not use.
   */
  private static boolean looksIso(byte[] bytes) {
    boolean hooks = false;
    for (byte one : bytes) {
      int b = one & 0xFF;
      if (b >= 0x80 && b <= 0x9F) {
        return false;
      }
      hooks |=
          b == 0xA9 || b == 0xAB || b == 0xAE || b == 0xB6 || b == 0xBB || b == 0xBE || b == 0xB9;
    }
    return hooks;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
