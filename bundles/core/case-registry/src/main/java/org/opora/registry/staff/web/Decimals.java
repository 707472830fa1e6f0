package org.opora.registry.staff.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.opora.api.web.Form;
import org.opora.registry.shared.web.Words;

/** Numbers with a fraction, written with a comma or a point. */
final class Decimals {
  private Decimals() {}

  /**
   * @param unit how many of what is stored make one of what is typed: 60 minutes, 100 hundredths
   * @return null when empty or wrong
   */
  static Integer read(Form form, String field, int unit) {
    String raw = form.raw(field);
    if (raw.isEmpty()) {
      return null;
    }
    try {
      return new BigDecimal(raw.replace(',', '.').replace(" ", ""))
          .multiply(BigDecimal.valueOf(unit))
          .setScale(0, RoundingMode.HALF_UP)
          .intValueExact();
    } catch (ArithmeticException | NumberFormatException wrong) {
      form.error(field, Words.of("staff.decimal.wrong", raw));
      return null;
    }
  }

  /** As people write it in the language of the page; empty for null. */
  static String write(Integer stored, int unit, boolean comma) {
    if (stored == null) {
      return "";
    }
    String plain =
        BigDecimal.valueOf(stored)
            .divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return comma ? plain.replace('.', ',') : plain;
  }
}
