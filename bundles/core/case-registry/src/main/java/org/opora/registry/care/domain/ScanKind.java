package org.opora.registry.care.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * What may be attached as a scan. The content says what it is, never the name or what the browser
 * claims.
 */
public enum ScanKind {
  PDF("application/pdf", ".pdf", 0x25, 0x50, 0x44, 0x46, 0x2D),
  JPEG("image/jpeg", ".jpg", 0xFF, 0xD8, 0xFF),
  PNG("image/png", ".png", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);

  private final String contentType;
  private final String ending;
  private final int[] head;

  ScanKind(String contentType, String ending, int... head) {
    this.contentType = contentType;
    this.ending = ending;
    this.head = head;
  }

  /** Empty when it is none of them. */
  public static Optional<ScanKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    if (content.length <= head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((content[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  public String contentType() {
    return contentType;
  }

  /** With the point. */
  public String ending() {
    return ending;
  }
}
