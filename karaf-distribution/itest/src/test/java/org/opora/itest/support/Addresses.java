package org.opora.itest.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Everything in an address that a page asks for or a link says: what is searched, filtered, sorted
 * and exported, and on which page a list goes on. Of each kind of address there is one.
 */
final class Addresses {
  /**
   * All that ever happened leaves as a whole, and each question makes it longer: it is asked for of
   * a day that has not come.
   */
  private static final String TRAIL_AS_A_WHOLE = "/trail/export?";

  private static final Map<String, String> FAR_AWAY =
      Map.of("from", "&from=2099-01-01", "to", "&to=2099-01-01");

  private final Map<String, String> byKind = new LinkedHashMap<>();

  /** Takes those of this page, of its forms and of its links. */
  void find(String path, Document page) {
    asked(path);
    for (Element form : page.select("form[action]:not([method=post])")) {
      for (Element field : form.select("[name]")) {
        add(form.attr("action") + "?" + field.attr("name") + "=");
      }
    }
    for (Element link : page.select("[href^=/], [hx-get^=/]")) {
      asked(link.hasAttr("hx-get") ? link.attr("hx-get") : link.attr("href"));
    }
  }

  private void asked(String link) {
    String address = link.replaceFirst("#.*", "");
    int query = address.indexOf('?');
    if (query > 0 && !address.contains("/static/")) {
      List<String> pairs = new ArrayList<>(List.of(address.substring(query + 1).split("&")));
      for (String pair : pairs) {
        add(address.substring(0, query + 1) + pair.replaceFirst("=.*", "="));
      }
    }
  }

  private void add(String parameter) {
    byKind.putIfAbsent(Walk.kind(parameter), parameter);
  }

  /** By kind, addresses that end where the value of a parameter begins. */
  Map<String, String> parameters() {
    return byKind;
  }

  static String with(String parameter, String value) {
    StringBuilder address = new StringBuilder(parameter);
    address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    if (parameter.contains(TRAIL_AS_A_WHOLE)) {
      FAR_AWAY.forEach(
          (name, day) -> {
            if (!parameter.endsWith("?" + name + "=")) {
              address.append(day);
            }
          });
    }
    return address.toString();
  }
}
