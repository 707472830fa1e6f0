package org.opora.supervisedcontacts.evaluations.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.domain.Due;

/** What the centre has decided about evaluations. */
public record EvaluationFigures(Settings settings) {
  /** Contacts after which they are evaluated. */
  public static final Setting TIMES = setting("evaluation-contacts", "contacts", 6, 1, 50);

  /** Months after which they are evaluated. */
  public static final Setting MONTHS = setting("evaluation-months", "months", 6, 1, 24);

  /** Days to write it after the last of those contacts. */
  public static final Setting GRACE = setting("evaluation-days", "days", 14, 0, 60);

  public static final List<Setting> ALL = List.of(TIMES, MONTHS, GRACE);

  private static Setting setting(String which, String unit, int usual, int least, int most) {
    return new Setting(
        SupervisedContactsModule.ID + "." + which,
        null,
        text("setting." + which),
        text("setting." + which + ".explained"),
        text("setting.unit." + unit),
        usual,
        least,
        most);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  /** The numbers that hold are those of the day from which is counted. */
  Due due(LocalDate since, List<LocalDate> held) {
    return numbers().due(since, held);
  }

  /** All that was ever decided, for whoever reckons with many days at once. */
  Numbers numbers() {
    return new Numbers(settings.numbers(TIMES), settings.numbers(MONTHS), settings.numbers(GRACE));
  }

  /** The numbers by the day from which each holds; before the first one the usual one does. */
  record Numbers(
      NavigableMap<LocalDate, Integer> times,
      NavigableMap<LocalDate, Integer> months,
      NavigableMap<LocalDate, Integer> grace) {
    Due due(LocalDate since, List<LocalDate> held) {
      return Due.of(
          since, held, on(times, TIMES, since), on(months, MONTHS, since), on(grace, GRACE, since));
    }

    private static int on(
        NavigableMap<LocalDate, Integer> numbers, Setting setting, LocalDate day) {
      Map.Entry<LocalDate, Integer> decided = numbers.floorEntry(day);
      return decided == null ? setting.usual() : decided.getValue();
    }
  }

  int grace(LocalDate day) {
    return settings.number(GRACE, day);
  }
}
