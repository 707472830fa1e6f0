package org.opora.registry.incidents.domain;

import jakarta.persistence.Embeddable;

/** The words of an incident, sealed with the key of its case file. */
@Embeddable
public class SealedWords {
  private byte[] place;
  private byte[] what;
  private byte[] others;
  private byte[] measures;
  private byte[] answer;

  protected SealedWords() {}

  /**
   * @param others people who are not in the register, or null
   * @param measures null while there are none
   * @param answer of the authority; null while there is none
   */
  public SealedWords(byte[] place, byte[] what, byte[] others, byte[] measures, byte[] answer) {
    this.place = place;
    this.what = what;
    this.others = others;
    this.measures = measures;
    this.answer = answer;
  }

  public byte[] place() {
    return place;
  }

  public byte[] what() {
    return what;
  }

  public byte[] others() {
    return others;
  }

  public byte[] measures() {
    return measures;
  }

  public byte[] answer() {
    return answer;
  }
}
