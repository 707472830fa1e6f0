package org.opora.itest.support;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Other spellings of an address, which a careless server would take for the same. */
public final class Spellings {
  private Spellings() {}

  /** Each of them names something else, or nothing, to whoever reads carefully. */
  public static Set<String> of(String path) {
    String name = path.substring(1);
    String first = name.substring(0, 1);
    String hex = "%" + Integer.toHexString(first.charAt(0));
    String rest = name.substring(1);
    Set<String> all = new TreeSet<>();
    for (String before :
        List.of(
            "//",
            "///",
            "/./",
            "/x/../",
            "/;x=1/",
            "/.;/",
            "/..;/",
            "/%2e/",
            "/%2E%2e/",
            "/%2f",
            "/%5c",
            "\\",
            "/\\",
            "/%20",
            "/%09",
            "/%00",
            "/%ef%bb%bf",
            "/;/",
            "/x/%2e%2e/")) {
      all.add(before + name);
    }
    for (String after :
        List.of(
            "/",
            "//",
            "/.",
            "/..",
            "/./",
            ";",
            ";x=1",
            ";x=1/",
            "/;x",
            ".",
            "..",
            "%2e",
            "%20",
            "%09",
            "%00",
            "%0a",
            "%0d%0a",
            "%2f",
            "%5c",
            "\\",
            "%3b",
            "%3bx=1",
            "%3f",
            "%23",
            "#x",
            "/%2e",
            "/..;/" + name,
            "~",
            ":",
            "@",
            ",",
            "%c0%af",
            "%e0%80%af",
            "%25",
            "%252e",
            "%u002e",
            ".html",
            ".json",
            "::$DATA")) {
      all.add(path + after);
    }
    all.add("/" + hex + rest);
    all.add("/" + hex.toUpperCase(Locale.ROOT) + rest);
    all.add("/%25" + hex.substring(1) + rest);
    all.add("/%u00" + hex.substring(1) + rest);
    all.add(path.toUpperCase(Locale.ROOT));
    all.add("/" + first.toUpperCase(Locale.ROOT) + rest);
    all.add("/" + first + ";a=b" + rest);
    all.add("/" + first + "%00" + rest);
    all.add("/" + first + "/../" + first + rest);
    // Letters that look or fold alike: a long s, a Kelvin sign, full width.
    all.add(path.replace("s", "%c5%bf") + (path.contains("s") ? "" : "%cc%81"));
    all.add("/%ef%bd%8" + (first.charAt(0) <= 'o' ? "8" : "0") + rest);
    all.remove(path);
    return all;
  }
}
