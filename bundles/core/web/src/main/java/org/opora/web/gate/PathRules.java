package org.opora.web.gate;

/**
 * Addresses of the house are plain: letters, digits and {@code - . _ ~ : @}, parted by single
 * slashes. Everything that could be read in two ways (percent signs, path parameters, empty or
 * dotted segments, a slash at the end) names nothing here, and so nobody has to decide how to
 * decode it.
 */
final class PathRules {
  private static final String MARKS = "-._~:@";

  private PathRules() {}

  static boolean plain(String path, int longest) {
    if (path == null || path.isEmpty() || path.length() > longest || path.charAt(0) != '/') {
      return false;
    }
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      boolean end = i == path.length();
      if (end || path.charAt(i) == '/') {
        if (!segment(path, start, i) && path.length() > 1) {
          return false;
        }
        start = i + 1;
      } else if (!allowed(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean segment(String path, int from, int to) {
    int length = to - from;
    boolean dots = length <= 2 && path.regionMatches(from, "..", 0, length);
    return length > 0 && !dots;
  }

  private static boolean allowed(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || MARKS.indexOf(c) >= 0;
  }
}
