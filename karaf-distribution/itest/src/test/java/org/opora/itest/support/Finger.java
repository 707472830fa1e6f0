package org.opora.itest.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A finger on a tablet: it presses what it sees, and the browser itself counts how often. Keys do
 * not count: they are for the words.
 */
public final class Finger {
  private static final String COUNT = "oporaPressed";
  private final Desk desk;
  private final AtomicInteger presses = new AtomicInteger();

  /**
   * @param desk of somebody who has no page before them yet
   */
  public Finger(Desk desk) {
    this.desk = desk;
    Page page = desk.page();
    page.exposeBinding(COUNT, (source, nothing) -> presses.incrementAndGet());
    page.addInitScript(
        "addEventListener('pointerdown', event => { if (event.isTrusted) "
            + COUNT
            + "(); }, true);");
  }

  /** How often the screen was pressed so far. */
  public int presses() {
    return presses.get();
  }

  /** Presses the first of these, and waits for what the page fetches then. */
  public Finger press(String selector) {
    return press(desk.page().locator("main " + selector));
  }

  /** Presses the button, link or heading of this kind that says exactly this. */
  public Finger press(String kind, String words) {
    return press(desk.page().locator("main " + kind + ":text-is(\"" + words + "\")"));
  }

  /** The same within the part of the page that says something else. */
  public Finger press(String part, String says, String words) {
    Locator within =
        desk.page().locator("main " + part).filter(new Locator.FilterOptions().setHasText(says));
    return press(within.locator("button:text-is(\"" + words + "\")"));
  }

  private Finger press(Locator what) {
    what.first().click();
    desk.settled();
    return this;
  }

  /** Types where the page has put the cursor by itself; nowhere else. */
  public Finger write(String field, String words) {
    desk.page().waitForFunction("name => document.activeElement.name === name", field);
    desk.write(words);
    return this;
  }
}
