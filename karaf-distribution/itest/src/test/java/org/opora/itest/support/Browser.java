package org.opora.itest.support;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Chromium of this machine. Every desk in it is a person with an own cookie jar. */
public final class Browser implements AutoCloseable {
  /** The names under which {@code test.sh} is content with it, looked for on the path as there. */
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> QUIET =
      List.of(
          "--lang=cs",
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String url;

  public Browser(String url) {
    this.url = url;
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(QUIET)
                    .setEnv(czech()));
  }

  /** A new person in front of an empty browser. */
  public Desk desk(String name) {
    return new Desk(
        name,
        url,
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("cs-CZ")
                .setTimezoneId("Europe/Prague")
                .setReducedMotion(ReducedMotion.REDUCE)));
  }

  /** Date fields speak the language of the browser, not that of the page. */
  private static Map<String, String> czech() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LANGUAGE", "cs");
    return environment;
  }

  private static Path chromium() {
    return NAMES.stream()
        .flatMap(name -> folders().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
  }

  private static Stream<String> folders() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
