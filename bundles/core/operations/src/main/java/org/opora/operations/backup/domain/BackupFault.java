package org.opora.operations.backup.domain;

import java.io.IOException;

/** Why a backup cannot be made or restored; the code is a key of the texts of bin/opora. */
public final class BackupFault extends IOException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code such as {@code backup.passphrase}
   */
  public BackupFault(String code, String detail) {
    super(detail);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
