package org.opora.operations.tls.domain;

/** A certificate or key that cannot be used, by the name of its sentence. */
public final class TlsFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code such as {@code tls.expired}
   * @param detail what the sentence names
   */
  public TlsFault(String code, String detail) {
    super(detail);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
