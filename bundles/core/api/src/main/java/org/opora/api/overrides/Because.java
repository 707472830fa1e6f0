package org.opora.api.overrides;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.api.web.Form;

/**
 * A reason as somebody gives it: one of the list, and words beside it. As typed, it may lack
 * something; {@link #lack} says what, and {@link #complete} refuses it beside the field. The form
 * asks for it with {@code f.because} of the shell.
 *
 * @param reason null while none is chosen
 * @param words null while nothing is written
 */
public record Because(Reason reason, String words) {
  /** Most characters of the words. */
  public static final int MOST = 400;

  /** Fewest characters of the words when no reason of the list fits. */
  public static final int FEWEST_FOR_OTHER = 20;

  /** Field of a form in which a reason of the list is chosen. */
  public static final String FIELD = "despite";

  /** Field of a form in which the words beside it are written. */
  public static final String WORDS_FIELD = "despite-words";

  private static final String SHELL = "org.opora.web";

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

  /** What was chosen and written in a form; null for nothing. */
  public static Because typed(Form form) {
    return typed(form.choice(FIELD, Reason.class), form.text(WORDS_FIELD, MOST));
  }

  /**
   * Itself, when it lacks nothing.
   *
   * @throws Refused beside the field of the form, in words of the house
   */
  public Because complete() {
    Lack lack = lack();
    if (lack == null) {
      return this;
    }
    throw switch (lack) {
      case REASON -> refused(FIELD, "choose");
      case WORDS -> refused(WORDS_FIELD, "write");
      case MORE_WORDS -> refused(WORDS_FIELD, "more", FEWEST_FOR_OTHER);
      case FEWER_WORDS -> refused(WORDS_FIELD, "less", MOST);
    };
  }

  private static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, Text.of(SHELL, "shell.because." + key, arguments));
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
