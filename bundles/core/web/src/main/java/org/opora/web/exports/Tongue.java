package org.opora.web.exports;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.opora.api.text.Text;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;

/**
 * The language of one file.
 *
 * @param own texts of the bundle whose list it is
 */
public record Tongue(Words words, Lexicon own, Locale locale) {

  /** The text with this key. */
  String word(String key, Object... arguments) {
    return words.say(locale, own, key, arguments);
  }

  /** A string as it is, a text in words; empty for null. */
  String say(Object text) {
    if (text == null) {
      return "";
    }
    return text instanceof Text named ? words.say(locale, named) : text.toString();
  }

  String say(LocalDate day) {
    return words.written().date(locale, day);
  }

  String say(LocalTime time) {
    return words.written().time(locale, time);
  }

  /** Without grouping, so that a spreadsheet reads it as a number again. */
  String say(Number number) {
    String plain =
        number instanceof Double || number instanceof Float
            ? BigDecimal.valueOf(number.doubleValue()).toPlainString()
            : number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
    char point = DecimalFormatSymbols.getInstance(country()).getDecimalSeparator();
    return plain.replace('.', point);
  }

  String say(boolean yes) {
    return word(yes ? "shell.yes" : "shell.no");
  }

  String language() {
    return Lexicon.language(locale);
  }

  private Locale country() {
    return Locale.forLanguageTag(language());
  }
}
