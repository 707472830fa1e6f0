package org.opora.itest.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * A person at a browser with a keyboard and no mouse: what they do with a page, and what the
 * browser complains about meanwhile.
 */
public final class Desk {
  /** A form that is refused, as the browser and as htmx say it. */
  private static final List<String> REFUSED =
      List.of("the server responded with a status of 4", "Response Status Error Code 4");

  private static final String UNLOCK = "#unlock";

  private final String name;
  private final String url;
  private final Page page;
  private final Hands hands;
  private final List<String> complaints = new ArrayList<>();

  Desk(String name, String url, BrowserContext context) {
    this.name = name;
    this.url = url;
    context.setDefaultTimeout(60_000);
    page = context.newPage();
    hands = new Hands(page);
    page.setViewportSize(Gallery.WIDE, Gallery.HEIGHT);
    page.onConsoleMessage(
        said -> {
          boolean trouble = List.of("error", "warning").contains(said.type());
          if (trouble && REFUSED.stream().noneMatch(said.text()::contains)) {
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

  /** Sits at a tablet from now on, which is held upright. */
  public Desk onTablet() {
    page.setViewportSize(Gallery.TABLET, Gallery.HEIGHT);
    return this;
  }

  /** Errors, warnings, violations of the content policy, requests to other hosts. */
  public List<String> complaints() {
    return complaints;
  }

  /** Types an address. */
  public Desk open(String path) {
    page.navigate(
        url + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    return settled();
  }

  /** Path of the page one is on. */
  public String path() {
    return page.url().substring(url.length()).replaceAll("#.*", "");
  }

  /** Waits until the parts that the page fetches for itself are there. */
  public Desk settled() {
    page.locator(".waiting, .htmx-request")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** What the server answers to this person at an address, beside the browser. */
  public String fetch(String path) {
    return page.request().get(url + path).text();
  }

  public Locator find(String selector) {
    return page.locator(selector);
  }

  public Desk type(String field, String text) {
    hands.fill("main [name='" + field + "']", text);
    return this;
  }

  /** Chooses from a drop-down, by value or by what is read there. */
  public Desk choose(String field, String wished) {
    hands.choose("main select[name='" + field + "']", wished);
    return this;
  }

  /** Ticks a box, or chooses one of several. */
  public Desk tick(String field, String value) {
    hands.tick("main input[name='" + field + "']", value);
    return this;
  }

  /** Takes the tick out of a box. */
  public Desk untick(String field) {
    hands.untick("main input[name='" + field + "']");
    return this;
  }

  /** Chooses a file, as the window of the operating system would hand it over. */
  public Desk upload(String field, Path file) {
    hands.to("main input[type=file][name='" + field + "']");
    page.locator("main input[type=file][name='" + field + "']").setInputFiles(file);
    return this;
  }

  /**
   * Looks at a page that asks again and again how far some work is: the first answer comes, the
   * next ones wait until one has looked.
   *
   * @param asked pattern of the path that the page asks
   * @param begin begins the work
   */
  public Desk watch(String asked, Runnable begin, Runnable look) {
    Pattern pattern = Pattern.compile(Pattern.quote(url) + asked);
    AtomicBoolean answered = new AtomicBoolean();
    List<Route> held = new ArrayList<>();
    page.route(
        pattern,
        route -> {
          if (answered.getAndSet(true)) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    begin.run();
    look.run();
    page.unroute(pattern);
    held.forEach(Route::resume);
    return this;
  }

  /** The session is over, as after a long break; nothing on the page says so. */
  public Desk outstay() {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("opora"));
    return this;
  }

  /** Goes to a link or a button with the tabulator, and uses it. */
  public Desk use(String selector) {
    hands.to(selector);
    hands.leave("Enter");
    return settled();
  }

  /** Follows the link of the content that leads to the path. */
  public Desk follow(String path) {
    return use("main a[href='" + path + "']");
  }

  /** Where the first link of the content leads that says this. */
  public String leads(String selector, String text) {
    Locator link =
        page.locator("main " + selector)
            .filter(new Locator.FilterOptions().setHasText(text))
            .first();
    return link.getAttribute("href");
  }

  /** Sends the form: from a field of it at once, otherwise by its main button. */
  public Desk save() {
    if (hands.on("form :is(input, select, textarea)")) {
      hands.leave("Control+Enter");
      return settled();
    }
    return use("main button.save");
  }

  /** Waits until the browser is on a path of that pattern. */
  public Desk onPath(String pattern) {
    Pattern whole = Pattern.compile(Pattern.quote(url) + pattern + "(#.*)?");
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
    opened();
    use("form.languages button[value=" + language + "]");
    assertThat(page.locator("html")).hasAttribute("lang", language);
    return this;
  }

  /** Gives the password again, where nothing was done for so long that the screen is hidden. */
  public Desk back(String password) {
    if (page.locator(UNLOCK).count() > 0) {
      hands.to(UNLOCK);
      hands.write(password);
      hands.press("Enter");
      assertThat(page.locator(UNLOCK)).hasCount(0);
    }
    return settled();
  }

  public Desk signOut() {
    opened();
    use("form[action='/sign-out'] button");
    return onPath("/sign-in.*");
  }

  /** Opens the box with one's own name, where there is one. */
  private void opened() {
    if (page.locator("details.who").count() > 0) {
      hands.to("details.who summary");
      hands.press("Enter");
    }
  }

  /** Goes on with the tabulator until the focus is there: what cannot be reached so fails. */
  public Desk tabTo(String selector) {
    hands.to(selector);
    return this;
  }

  /** Presses a key that stays on the page. */
  public Desk press(String key) {
    hands.press(key);
    return this;
  }

  /** Presses a key that leads to another page. */
  public Desk leave(String key) {
    hands.leave(key);
    return settled();
  }

  /** Types where the focus is. */
  public Desk write(String text) {
    hands.write(text);
    return this;
  }
}
