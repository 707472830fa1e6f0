package org.opora.web.texts;

import java.util.Locale;
import java.util.function.Function;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/** Says texts: of the own bundle, of the shell, of any bundle by name. */
public final class Words {
  private static final String GONE = "shell.text.gone";

  private final Lexicon shell;
  private final Function<String, Lexicon> lexicons;
  private final Written written;

  /**
   * @param shell texts everybody may use
   * @param lexicons texts by origin; null when the bundle is not here
   */
  public Words(Lexicon shell, Function<String, Lexicon> lexicons, Written written) {
    this.shell = shell;
    this.lexicons = lexicons;
    this.written = written;
  }

  public Written written() {
    return written;
  }

  /** A text of the shell. */
  public String say(Locale locale, String key, Object... arguments) {
    return say(locale, shell, key, arguments);
  }

  /**
   * @param own texts of the bundle that asks; what is missing there is looked up in the shell
   */
  public String say(Locale locale, Lexicon own, String key, Object... arguments) {
    Sentence sentence = own == null ? null : own.find(locale, key);
    if (sentence == null) {
      sentence = shell.find(locale, key);
    }
    return sentence == null ? "??" + key + "??" : sentence.say(ready(locale, arguments));
  }

  /** A text of any bundle; a sentence of the house when its bundle is gone. */
  public String say(Locale locale, Text text) {
    Lexicon lexicon = lexicons.apply(text.origin());
    Sentence sentence = lexicon == null ? null : lexicon.find(locale, text.key());
    return sentence == null
        ? say(locale, GONE)
        : sentence.say(ready(locale, text.arguments().toArray()));
  }

  /** Whether the bundle of the text is here and has it. */
  boolean knows(Text text) {
    Lexicon lexicon = lexicons.apply(text.origin());
    return lexicon != null && lexicon.keys("en").contains(text.key());
  }

  private Object[] ready(Locale locale, Object[] arguments) {
    if (arguments.length == 0) {
      return arguments;
    }
    Object[] ready = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      ready[i] = ready(locale, arguments[i]);
    }
    return ready;
  }

  private Object ready(Locale locale, Object argument) {
    if (argument instanceof Text text) {
      return say(locale, text);
    }
    return argument instanceof Title title ? title.in(locale) : written.say(locale, argument);
  }
}
