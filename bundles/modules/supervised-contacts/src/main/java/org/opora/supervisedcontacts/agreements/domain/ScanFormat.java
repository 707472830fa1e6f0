package org.opora.supervisedcontacts.agreements.domain;

import java.util.Locale;
import java.util.Optional;

/** What a scan is, by its content and not by its name. */
public enum ScanFormat {
  PDF("application/pdf", 0x25, 0x50, 0x44, 0x46),
  JPG("image/jpeg", 0xFF, 0xD8, 0xFF),
  PNG("image/png", 0x89, 0x50, 0x4E, 0x47);

  private final String type;
  private final int[] beginning;

  ScanFormat(String type, int... beginning) {
    this.type = type;
    this.beginning = beginning;
  }

  public static Optional<ScanFormat> of(byte[] content) {
    for (ScanFormat format : values()) {
      if (format.begins(content)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] content) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= content.length || (content[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  public String type() {
    return type;
  }

  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
