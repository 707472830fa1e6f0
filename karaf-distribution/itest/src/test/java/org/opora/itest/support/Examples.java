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

  /** Stands where the key of somebody would. */
  private static final String HOUSE = "/00000000-0000-0000-0000-000000000000";

  private final Map<String, String> found = new HashMap<>();

  /**
   * The same with what is asked for, as the page that leads there has it, unless it names somebody.
   */
  private final Map<String, String> asked = new HashMap<>();

  private final Map<String, String> known;

  /** Pages with a key of their own that lead to the file: what is on them belongs to the family. */
  private final Set<String> family = new LinkedHashSet<>();

  /**
   * @param doors all of them
   * @param seen pages with links and forms
   * @param files paths of the files of the families that are looked at
   * @param known keys by the name they have in a path, for doors to which no page leads
   */
  public Examples(
      Collection<Door> doors,
      Map<String, Visitor.Answer> seen,
      List<String> files,
      Map<String, String> known) {
    this.known = known;
    seen.forEach(
        (page, answer) -> {
          String path = bare(page);
          if (KEY.matcher(path).find()
              && !Secrets.file(answer.content())
              && files.stream().anyMatch(answer.page().select("main").outerHtml()::contains)) {
            family.add(path);
          }
        });
    Set<String> gets = new LinkedHashSet<>(seen.keySet());
    Set<String> posts = new LinkedHashSet<>();
    for (Visitor.Answer answer : seen.values()) {
      if (Secrets.file(answer.content())) {
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
    shareTheFormOfTheFamily(doors);
  }

  /** A form is saved where it is shown: the family's own, where a page leads to its form. */
  private void shareTheFormOfTheFamily(Collection<Door> doors) {
    Map<String, String> shown = new HashMap<>();
    doors.stream()
        .filter(door -> door.method().equals("GET") && found.containsKey(door.name()))
        .forEach(door -> shown.put(door.path(), found.get(door.name())));
    for (Door door : doors) {
      String form = shown.get(door.path());
      String former = found.get(door.name());
      if (door.method().equals("POST")
          && form != null
          && ofTheFamily(form)
          && (former == null || !ofTheFamily(former))) {
        found.put(door.name(), form);
        asked.remove(door.name());
      }
    }
  }

  private void keep(String method, Set<String> paths, Collection<Door> doors) {
    List<Door> of = doors.stream().filter(door -> door.method().equals(method)).toList();
    for (String whole : paths) {
      String path = bare(whole);
      of.stream()
          .filter(door -> matches(door.path(), path))
          .max(java.util.Comparator.comparing(door -> fixed(door.path())))
          .ifPresent(
              door -> {
                String former = found.get(door.name());
                if (former == null || !ofTheFamily(former) && ofTheFamily(path)) {
                  found.put(door.name(), path);
                  asked.put(door.name(), ofNobody(whole) ? whole.replaceFirst("#.*", "") : path);
                }
              });
    }
  }

  /**
   * Whether what is asked for names no key, for another question about the same page would; or is
   * all that names one, because the page is about the house.
   */
  private static boolean ofNobody(String whole) {
    String path = bare(whole);
    return path.endsWith(HOUSE) || !KEY.matcher(whole.substring(path.length())).find();
  }

  private static String bare(String whole) {
    return whole.replaceFirst("[?#].*", "");
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

  /** The same as a page leads there: some are about nothing without what is asked for. */
  public String asked(Door door) {
    return asked.getOrDefault(door.name(), of(door));
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
    return asked(door).replace(known.get("file"), file);
  }
}
