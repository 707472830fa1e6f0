package org.opora.itest.rogue;

import java.util.List;

/** Everything that a bundle from outside may try to stand in the door of the house. */
public enum RogueWay {
  SERVLET(List.of("/rogue", "/m/rogue", "/files/rogue/page", "/opora/rogue"), List.of()),
  SERVLET_ON_OUR_PATHS(List.of(), List.of("/", "/sign-in", "/set-up", "/health", "/files")),
  SERVLET_BY_EXTENSION(List.of("/page.rogue", "/m/web/page.rogue", "/rogue-below/x"), List.of()),
  SERVLET_OF_LAST_RESORT(List.of("/rogue-resort"), List.of("/")),
  SERVLET_ON_STATIC_FILES(List.of("/m/web/static/0/opora.css"), List.of()),
  ASYNC_SERVLET(List.of("/rogue-async"), List.of()),
  FILTER(List.of("/rogue-filtered"), List.of("/health", "/sign-in", "/files")),
  FILTER_BY_REGEX(List.of("/rogue-regex"), List.of("/health", "/sign-in", "/files")),
  FILTER_BY_SERVLET(List.of("/rogue-named"), List.of()),
  LISTENER(List.of("/rogue-listener"), List.of("/health")),
  RESOURCE(List.of("/rogue-resource/page.txt"), List.of()),
  RESOURCE_IN_CAPITALS(List.of("/rogue-capitals/page.txt"), List.of()),
  ERROR_PAGE(List.of("/rogue-nothing", "/m/rogue-nothing"), List.of()),
  OWN_CONTEXT(List.of("/rogue-context/anything"), List.of()),
  DEFAULT_CONTEXT(List.of("/rogue-default"), List.of("/health")),
  PREPROCESSOR(List.of("/rogue-before"), List.of("/health", "/sign-in", "/files")),
  HTTP_SERVICE(List.of("/rogue-old"), List.of()),
  APPLICATION(List.of("/rogue-application", "/rogue-application/page.txt"), List.of()),
  ROUTES(List.of("/m/rogue-routes"), List.of()),
  ROUTES_BY_OUR_NAME(List.of("/rogue-duties"), List.of()),
  HOUSE_NAMES(List.of(), List.of()),
  ACCESS(List.of(), List.of()),
  CONNECTOR(List.of(), List.of());

  private final List<String> free;
  private final List<String> ours;

  /**
   * @param free paths that nobody else has
   * @param ours paths of the house
   */
  RogueWay(List<String> free, List<String> ours) {
    this.free = free;
    this.ours = ours;
  }

  public List<String> free() {
    return free;
  }

  public List<String> ours() {
    return ours;
  }

  /** What its bundle calls itself. One calls itself as one of ours. */
  public String bundle() {
    return this == ROUTES_BY_OUR_NAME
        ? "org.opora.duties"
        : "rogue." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
