package org.opora.api.faults;

import org.opora.api.text.Text;

/** A rule of the trade says no. The sentence is shown beside the field, what was typed stays. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text text;
  private final String field;

  /**
   * @param field name of the form field the sentence belongs to; null for the whole form
   * @param text the sentence: what is wrong, with which value, what to do
   */
  public Refused(String field, Text text) {
    super(text.key(), null, false, false);
    this.field = field;
    this.text = text;
  }

  public String field() {
    return field;
  }

  public Text text() {
    return text;
  }
}
