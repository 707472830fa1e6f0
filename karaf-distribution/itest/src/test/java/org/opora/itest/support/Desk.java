package org.opora.itest.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person at a browser: what they do with a page, and what the browser complains about meanwhile.
 */
public final class Desk {
  private static final int TABS = 120;
  private static final String REFUSED = "the server responded with a status of 4";
  private final String name;
  private final String url;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Desk(String name, String url, BrowserContext context) {
    this.name = name;
    this.url = url;
    context.setDefaultTimeout(60_000);
    page = context.newPage();
    page.setViewportSize(Gallery.WIDE, Gallery.HEIGHT);
    page.onConsoleMessage(
        said -> {
          boolean trouble = List.of("error", "warning").contains(said.type());
          if (trouble && !said.text().contains(REFUSED)) {
            complaints.add(page.url() + ": " + said.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
            complaints.add("asks a stranger: " + request.url());
          }
        });
  }

  public String name() {
    return name;
  }

  public Page page() {
    return page;
  }

  /** Errors, warnings, violations of the content policy, requests to other hosts. */
  public List<String> complaints() {
    return complaints;
  }

  public Desk open(String path) {
    page.navigate(url + path);
    return settled();
  }

  /** Path of the page one is on. */
  public String path() {
    return page.url().substring(url.length());
  }

  /** Waits until the parts that the page fetches for itself are there. */
  public Desk settled() {
    assertThat(page.locator(".waiting, .htmx-request")).hasCount(0);
    return this;
  }

  public Locator find(String selector) {
    return page.locator(selector);
  }

  public Desk type(String field, String text) {
    page.locator("main [name='" + field + "']").fill(text);
    return this;
  }

  /** Chooses from a drop-down by value. */
  public Desk choose(String field, String value) {
    page.locator("main select[name='" + field + "']").selectOption(value);
    return this;
  }

  /** Chooses from a drop-down by what is read there. */
  public Desk chooseByName(String field, String label) {
    page.locator("main select[name='" + field + "']")
        .selectOption(new SelectOption().setLabel(label));
    return this;
  }

  /** Ticks a box, or chooses one of several. */
  public Desk tick(String field, String value) {
    page.locator("main input[name='" + field + "'][value='" + value + "']").check();
    return this;
  }

  /** Follows the link of the content that leads to the path. */
  public Desk follow(String path) {
    page.locator("main a[href='" + path + "']").first().click();
    return settled();
  }

  /** Sends the form by its main button. */
  public Desk save() {
    page.locator("main button.save").click();
    return settled();
  }

  /** Waits until the browser is on a path of that pattern. */
  public Desk onPath(String pattern) {
    Pattern whole = Pattern.compile(Pattern.quote(url) + pattern);
    try {
      page.waitForURL(whole.asMatchPredicate());
    } catch (TimeoutError never) {
      String read = page.locator("main").innerText();
      throw new AssertionError(
          "still on " + path() + " and not on " + pattern + ":\n" + read, never);
    }
    return settled();
  }

  public Desk reads(String selector, String text) {
    assertThat(page.locator(selector).first()).containsText(text);
    return this;
  }

  /** Everything in sight says nothing of it. */
  public Desk readsNothingOf(String selector) {
    assertThat(page.locator(selector)).hasCount(0);
    return this;
  }

  /** Speaks another language from now on. */
  public Desk speak(String language) {
    if (page.locator("details.who").count() > 0) {
      page.locator("details.who summary").click();
    }
    page.locator("form.languages button[value=" + language + "]").click();
    assertThat(page.locator("html")).hasAttribute("lang", language);
    return settled();
  }

  public Desk signOut() {
    page.locator("details.who summary").click();
    page.locator("form[action='/sign-out'] button").click();
    return onPath("/sign-in.*");
  }

  /** Goes on with the tabulator until the focus is there: what cannot be reached so fails. */
  public Desk tabTo(String selector) {
    for (int step = 0; step < TABS; step++) {
      if (focused(selector)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("not reached with the keyboard on " + page.url() + ": " + selector);
  }

  public boolean focused(String selector) {
    return (Boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
  }

  /** Presses keys one after the other, such as {@code Control+Enter}. */
  public Desk press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Types where the focus is. */
  public Desk write(String text) {
    page.keyboard().type(text);
    return this;
  }
}
