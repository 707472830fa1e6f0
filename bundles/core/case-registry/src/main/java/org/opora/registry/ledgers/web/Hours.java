package org.opora.registry.ledgers.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.web.Form;
import org.opora.registry.shared.web.Words;

/** Hours as people type them: 3, 3,5 or 3:30. */
final class Hours {
  private static final String FIELD = "hours";
  private static final int HOUR = 60;
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  private Hours() {}

  /** Minutes; null with an error beside the field when nothing can be made of it. */
  static Integer read(Form form) {
    String raw = form.raw(FIELD).replace(" ", "");
    if (raw.isEmpty()) {
      form.error(FIELD, "form.required");
      return null;
    }
    Matcher clock = CLOCK.matcher(raw);
    if (clock.matches()) {
      return Integer.parseInt(clock.group(1)) * HOUR + Integer.parseInt(clock.group(2));
    }
    if (DECIMAL.matcher(raw).matches()) {
      return new BigDecimal(raw.replace(',', '.'))
          .multiply(BigDecimal.valueOf(HOUR))
          .setScale(0, RoundingMode.HALF_UP)
          .intValueExact();
    }
    form.error(FIELD, Words.of("refused.ledger-hours"));
    return null;
  }

  /** As it can be typed in every language. */
  static String typed(int minutes) {
    return minutes % HOUR == 0
        ? String.valueOf(minutes / HOUR)
        : "%d:%02d".formatted(minutes / HOUR, minutes % HOUR);
  }
}
