package org.opora.itest.support;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.opora.driver.Until;

/** Hands that never leave the keyboard: what cannot be reached and filled in so, fails. */
final class Hands {
  private static final int TABS = 250;
  private static final Duration PAGE = Duration.ofSeconds(30);

  /** Date and time fields speak the language of the machine: the orders they may ask for. */
  private static final List<String> DAYS = List.of("ddMMyyyy", "MMddyyyy", "yyyyMMdd");

  private static final List<String> TIMES = List.of("HHmm", "hhmma");
  private static final String OPTION =
      "wished => [...document.activeElement.options].findIndex(o => o.value === wished"
          + " || o.text.trim() === wished) - document.activeElement.selectedIndex";

  private final Page page;

  Hands(Page page) {
    this.page = page;
  }

  /** Goes on with the tabulator until the focus is there; the skip link leads to the content. */
  void to(String selector) {
    if (selector.startsWith("main ") && on("body")) {
      press("Tab");
      if (on(".skip")) {
        press("Enter");
      }
    }
    for (int step = 0; step < TABS; step++) {
      if (on(selector)) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError("not reached with the keyboard on " + page.url() + ": " + selector);
  }

  /** Whether the focus is on such an element. */
  boolean on(String selector) {
    return (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  void write(String text) {
    page.keyboard().type(text);
  }

  /**
   * Presses the key and waits for the page that it leads to. Waiting for an address would not do: a
   * form that is refused comes back under its own.
   */
  void leave(String key) {
    page.evaluate("() => { window.stillHere = true; }");
    press(key);
    Until.isTrue("another page after " + key, PAGE, this::elsewhere);
  }

  private boolean elsewhere() {
    return (Boolean) page.evaluate("() => !window.stillHere && document.readyState !== 'loading'");
  }

  /** Replaces what the field holds. */
  void fill(String selector, String text) {
    to(selector);
    String kind = (String) page.evaluate("() => document.activeElement.type");
    switch (kind) {
      case "date" -> inParts(text, LocalDate.parse(text), DAYS);
      case "time" -> inParts(text, LocalTime.parse(text), TIMES);
      default -> {
        press("Control+A");
        write(text);
      }
    }
    if (!text.equals(held())) {
      throw new AssertionError(selector + " holds '" + held() + "' and not '" + text + "'");
    }
  }

  /** Types the parts of a date or a time in the order in which the field has them. */
  private void inParts(String text, TemporalAccessor value, List<String> orders) {
    for (String order : orders) {
      if (!text.equals(held())) {
        press("ArrowLeft");
        press("ArrowLeft");
        write(DateTimeFormatter.ofPattern(order, Locale.ENGLISH).format(value));
      }
    }
  }

  private String held() {
    return (String) page.evaluate("() => document.activeElement.value");
  }

  /** Chooses from a drop-down, by value or by what is read there. */
  void choose(String selector, String wished) {
    to(selector);
    int steps = ((Number) page.evaluate(OPTION, wished)).intValue();
    for (int step = 0; step < Math.abs(steps); step++) {
      press(steps > 0 ? "ArrowDown" : "ArrowUp");
    }
    if (((Number) page.evaluate(OPTION, wished)).intValue() != 0) {
      throw new AssertionError(selector + " has no " + wished);
    }
  }

  /** Ticks a box, or goes through a group with the arrows to the one that is wished. */
  void tick(String group, String value) {
    String wished = group + "[value='" + value + "']";
    if (page.locator(group).first().getAttribute("type").equals("radio")) {
      to(group);
      for (int step = 0; step < TABS && !on(wished); step++) {
        press("ArrowDown");
      }
    } else {
      to(wished);
    }
    if (!on(":checked")) {
      press("Space");
    }
    if (!on(wished + ":checked")) {
      throw new AssertionError(wished + " cannot be ticked with the keyboard");
    }
  }

  /** Takes the tick out of a box. */
  void untick(String box) {
    to(box);
    if (on(":checked")) {
      press("Space");
    }
    if (on(box + ":checked")) {
      throw new AssertionError(box + " stays ticked");
    }
  }
}
