package org.opora.itest.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.opora.driver.Visitor;
import org.opora.itest.support.DoorTable.Door;

/** Addresses that lead to the doors, taken from the pages of somebody who sees everything. */
public final class Examples {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Map<String, String> found = new HashMap<>();
  private final Map<String, String> known;

  /** Pages with a key of their own that lead to the file: what is on them belongs to the family. */
  private final Set<String> family = new LinkedHashSet<>();

  /**
   * @param doors all of them
   * @param seen pages with links and forms
   * @param known keys by the name they have in a path, for doors to which no page leads
   */
  public Examples(
      Collection<Door> doors, Map<String, Visitor.Answer> seen, Map<String, String> known) {
    this.known = known;
    String file = "/files/" + known.get("file");
    seen.forEach(
        (page, answer) -> {
          String path = page.replaceFirst("[?#].*", "");
          if (KEY.matcher(path).find()
              && !Secrets.packed(answer.content())
              && answer.page().select("main").outerHtml().contains(file)) {
            family.add(path);
          }
        });
    Set<String> gets = new LinkedHashSet<>(seen.keySet());
    Set<String> posts = new LinkedHashSet<>();
    for (Visitor.Answer answer : seen.values()) {
      if (Secrets.packed(answer.content())) {
        continue;
      }
      for (Element link : answer.page().select("[href^=/], [hx-get^=/], [action^=/]")) {
        gets.add(link.attr(link.hasAttr("hx-get") ? "hx-get" : "href"));
        if (link.hasAttr("action")) {
          posts.add(link.attr("action"));
        }
      }
      answer.page().select("[formaction^=/]").eachAttr("formaction").forEach(posts::add);
      answer.page().select("[hx-post^=/]").eachAttr("hx-post").forEach(posts::add);
    }
    keep("GET", gets, doors);
    keep("POST", posts, doors);
  }

  private void keep(String method, Set<String> paths, Collection<Door> doors) {
    List<Door> of = doors.stream().filter(door -> door.method().equals(method)).toList();
    for (String whole : paths) {
      String path = whole.replaceFirst("[?#].*", "");
      of.stream()
          .filter(door -> matches(door.path(), path))
          .max(java.util.Comparator.comparing(door -> fixed(door.path())))
          .ifPresent(
              door -> {
                String former = found.get(door.name());
                if (former == null || !ofTheFamily(former) && ofTheFamily(path)) {
                  found.put(door.name(), path);
                }
              });
    }
  }

  private boolean ofTheFamily(String path) {
    return known.values().stream().anyMatch(path::contains)
        || family.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
  }

  /** Whether this address is one of a door with this pattern. */
  public static boolean matches(String pattern, String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{") && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  /** Which segments are fixed: the gate prefers the door whose first segments are. */
  private static String fixed(String pattern) {
    StringBuilder all = new StringBuilder();
    for (String segment : pattern.split("/", -1)) {
      all.append(segment.startsWith("{") ? '0' : '1');
    }
    return all.toString();
  }

  /** Whether a page leads there, so that there is something behind it. */
  public boolean real(Door door) {
    return !door.path().contains("{") || found.containsKey(door.name());
  }

  /** An address of this door; of a door to which no page leads, one that leads to nothing. */
  public String of(Door door) {
    String path = found.get(door.name());
    if (path != null) {
      return path;
    }
    List<String> segments = new ArrayList<>();
    for (String segment : door.path().split("/", -1)) {
      segments.add(
          segment.startsWith("{")
              ? known.getOrDefault(
                  segment.substring(1, segment.length() - 1), UUID.randomUUID().toString())
              : segment);
    }
    return String.join("/", segments);
  }

  /** The same with keys that nothing has. */
  public String missing(Door door) {
    return KEY.matcher(of(door)).replaceAll(key -> UUID.randomUUID().toString());
  }

  /** The same with the key of another file. */
  public String with(Door door, String file) {
    return of(door).replace(known.get("file"), file);
  }
}
