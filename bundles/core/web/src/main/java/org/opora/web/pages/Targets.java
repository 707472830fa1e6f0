package org.opora.web.pages;

import java.util.regex.Pattern;

/** Where a page may lead after a form: only within the house, never to another host. */
final class Targets {
  private static final Pattern WITHIN =
      Pattern.compile(
          "/(?:[A-Za-z0-9._~:@-]+(?:/[A-Za-z0-9._~:@-]+)*)?(?:\\?[A-Za-z0-9._~%&=+-]{0,500})?");
  private static final int LONGEST = 1_000;

  private Targets() {}

  static boolean within(String path) {
    return path != null && path.length() <= LONGEST && WITHIN.matcher(path).matches();
  }
}
