package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;

/**
 * A rule of the centre with the numbers it is reckoned by. Where two of these are equal, so is what
 * is reckoned by them.
 *
 * @param set id of the module that brought it, and the version of its rules
 * @param by name of that module
 * @param numbers what the centre has decided, by the setting and the day it holds from
 */
public record Promised(
    String set, Text by, CentreRule rule, Map<Setting, NavigableMap<LocalDate, Integer>> numbers) {

  static Promised of(String set, Text by, CentreRule rule, Settings settings) {
    Map<Setting, NavigableMap<LocalDate, Integer>> numbers =
        new TreeMap<>(Comparator.comparing(Setting::id));
    rule.settings().forEach(setting -> numbers.put(setting, settings.numbers(setting)));
    return new Promised(set, by, rule, numbers);
  }

  /** The number through the years; before the centre decided what is usual. */
  <T> Figures<T> figures(Setting setting, IntFunction<T> figure) {
    List<Figure<T>> figures = new ArrayList<>();
    LocalDate from = LocalDate.MIN;
    int number = setting.usual();
    for (Map.Entry<LocalDate, Integer> decided : numbers.get(setting).entrySet()) {
      figures.add(new Figure<>(figure.apply(number), from, decided.getKey().minusDays(1)));
      from = decided.getKey();
      number = decided.getValue();
    }
    figures.add(new Figure<>(figure.apply(number), from, null));
    return new Figures<>(figures);
  }

  /** The number of the day. */
  int number(Setting setting, LocalDate day) {
    Map.Entry<LocalDate, Integer> decided = numbers.get(setting).floorEntry(day);
    return decided == null ? setting.usual() : decided.getValue();
  }

  /** The numbers of the day as people read them. */
  public List<Number> on(LocalDate day) {
    return rule.settings().stream()
        .map(setting -> new Number(setting.title(), setting.said(number(setting, day))))
        .toList();
  }

  /**
   * @param title what is set
   * @param said the number in words
   */
  public record Number(Text title, Text said) {}
}
