package org.opora.web.gate;

/**
 * Whether a posted form comes from a page of ours. Browsers say so in {@code Sec-Fetch-Site} and
 * {@code Origin}; no token is needed. Our pages send no referrer, and with that policy a browser
 * writes {@code Origin: null} on a form of our own: this counts only together with {@code
 * Sec-Fetch-Site: same-origin}, which a page cannot forge.
 */
final class Origins {
  private Origins() {}

  /**
   * @param own scheme, host and port of this request
   */
  static boolean ours(String fetchSite, String origin, String own) {
    boolean same = own.equalsIgnoreCase(origin);
    if (fetchSite != null) {
      return fetchSite.equals("same-origin") && (origin == null || origin.equals("null") || same);
    }
    return same;
  }
}
