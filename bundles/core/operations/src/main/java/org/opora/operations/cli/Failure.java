package org.opora.operations.cli;

/** A sentence for the person at the console, and an exit code other than zero. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Something went wrong. */
  static final int FAILED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  private final int exitCode;

  Failure(String sentence) {
    this(sentence, FAILED);
  }

  Failure(String sentence, int exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
