package org.opora.verifier;

/** What is wrong with an export, in a sentence that names the line. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  Fault(String sentence) {
    super(sentence);
  }
}
