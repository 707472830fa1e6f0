package org.opora.api.overrides;

/**
 * A reason as somebody gives it: one of the list, and words beside it. As typed, it may lack
 * something; {@link #lack} says what, and the writer refuses it beside the field.
 *
 * @param reason null while none is chosen
 * @param words null while nothing is written
 */
public record Because(Reason reason, String words) {
  /** Most characters of the words. */
  public static final int MOST = 400;

  /** Fewest characters of the words when no reason of the list fits. */
  public static final int FEWEST_FOR_OTHER = 20;

  public Because {
    words = words == null || words.isBlank() ? null : words.strip();
  }

  /** What is not as it must be. */
  public enum Lack {
    REASON,
    WORDS,
    /** No reason of the list fits, and the words are too short to stand for one. */
    MORE_WORDS,
    FEWER_WORDS
  }

  /** Null when nobody chose or wrote anything. */
  public static Because typed(Reason reason, String words) {
    Because typed = new Because(reason, words);
    return reason == null && typed.words == null ? null : typed;
  }

  /** The first thing that is not as it must be; null when nothing is. */
  public Lack lack() {
    if (reason == null) {
      return Lack.REASON;
    }
    if (words == null) {
      return Lack.WORDS;
    }
    if (words.length() > MOST) {
      return Lack.FEWER_WORDS;
    }
    return reason == Reason.OTHER && words.length() < FEWEST_FOR_OTHER ? Lack.MORE_WORDS : null;
  }
}
