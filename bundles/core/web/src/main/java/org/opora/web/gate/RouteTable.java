package org.opora.web.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Subject;
import org.opora.api.web.spi.Route;
import org.opora.web.rendering.StaticFiles;

/** Every door of the house, compiled. Immutable: a new one is made when a bundle comes or goes. */
final class RouteTable {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final Pattern SEGMENT =
      Pattern.compile("[A-Za-z0-9._~:@-]+|\\{[A-Za-z][A-Za-z0-9]*\\}");

  private final Node root = new Node();
  private final Map<String, StaticFiles> files = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();

  /**
   * @param core symbolic names of the bundles that may name any path
   */
  RouteTable(List<Wing> wings, Set<String> core) {
    for (Wing wing : wings) {
      String refusal = refusal(wing, core);
      if (refusal == null) {
        owners.put(wing.module(), wing.origin());
        files.putIfAbsent(wing.module(), wing.engine().files());
        for (Route route : wing.routes()) {
          Door door = new Door(wing, route, names(route));
          doors.add(door);
          root.put(segments(route.pattern()), 0, door);
        }
      } else {
        refusals.add(wing.origin() + ": " + refusal);
      }
    }
  }

  /** Why sets of routes were refused; a refused set has no door at all. */
  List<String> refusals() {
    return refusals;
  }

  /** Every door that somebody may come to. */
  List<Door> doors() {
    return List.copyOf(doors);
  }

  /** The door of this path; null when there is none. */
  Match find(Route.Method method, String path) {
    String[] segments = segments(path);
    List<String> values = new ArrayList<>(4);
    Node node = root.find(segments, 0, method, values);
    return node == null ? null : new Match(node.doors.get(method), values);
  }

  /** Static files of a bundle; null when it is not here. */
  StaticFiles files(String module) {
    return files.get(module);
  }

  private String refusal(Wing wing, Set<String> core) {
    if (!ID.matcher(wing.module()).matches()) {
      return "no id: " + wing.module();
    }
    String owner = owners.get(wing.module());
    if (owner != null && !owner.equals(wing.origin())) {
      return "the id " + wing.module() + " belongs to " + owner;
    }
    boolean free = core.contains(wing.origin());
    Node own = new Node();
    for (Route route : wing.routes()) {
      String[] segments = segments(route.pattern());
      String home = "/m/" + wing.module();
      if (!route.pattern().startsWith("/") || !sound(route.pattern(), segments)) {
        return "no pattern: " + route.pattern();
      }
      if (!free && !route.pattern().equals(home) && !route.pattern().startsWith(home + "/")) {
        return "a path of somebody else: " + route.pattern();
      }
      if (route.pattern().startsWith(home + "/static/")) {
        return "taken by static files: " + route.pattern();
      }
      if (root.holds(segments, 0, route.method()) || own.holds(segments, 0, route.method())) {
        return "named twice: " + route.method() + " " + route.pattern();
      }
      own.put(segments, 0, new Door(wing, route, names(route)));
    }
    return null;
  }

  private static boolean sound(String pattern, String[] segments) {
    if (pattern.equals("/")) {
      return true;
    }
    for (String segment : segments) {
      if (!SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return true;
  }

  private static String[] segments(String path) {
    return path.length() <= 1 ? new String[0] : path.substring(1).split("/", -1);
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{");
  }

  private static List<String> names(Route route) {
    List<String> names = new ArrayList<>();
    for (String segment : segments(route.pattern())) {
      if (variable(segment)) {
        names.add(segment.substring(1, segment.length() - 1));
      }
    }
    return List.copyOf(names);
  }

  /**
   * @param names variables in the order of the path
   */
  record Door(Wing wing, Route route, List<String> names) {}

  /** A door with what the path says. */
  record Match(Door door, List<String> values) {
    String variable(String name) {
      int index = door.names().indexOf(name);
      if (index < 0) {
        throw new IllegalArgumentException(door.route().pattern() + " has no part " + name);
      }
      return values.get(index);
    }

    /** What the path names by its key. */
    Map<UUID, Subject> named() {
      Map<UUID, Subject> named = new HashMap<>();
      for (int at = 0; at < values.size(); at++) {
        try {
          UUID key = UUID.fromString(values.get(at));
          named.put(key, new Subject(kind(door.names().get(at)), key));
        } catch (IllegalArgumentException noKey) {
          // A part of the path that names something else.
        }
      }
      return named;
    }

    private static Subject.Kind kind(String name) {
      return switch (name) {
        case "file" -> Subject.Kind.CASE_FILE;
        case "childFile" -> Subject.Kind.CHILD_FILE;
        default -> Subject.Kind.PERSON;
      };
    }
  }

  private static final class Node {
    private final Map<String, Node> fixed = new HashMap<>();
    private final Map<Route.Method, Door> doors = new EnumMap<>(Route.Method.class);
    private Node any;

    void put(String[] segments, int at, Door door) {
      if (at == segments.length) {
        doors.put(door.route().method(), door);
      } else if (variable(segments[at])) {
        if (any == null) {
          any = new Node();
        }
        any.put(segments, at + 1, door);
      } else {
        fixed.computeIfAbsent(segments[at], name -> new Node()).put(segments, at + 1, door);
      }
    }

    boolean holds(String[] segments, int at, Route.Method method) {
      if (at == segments.length) {
        return doors.containsKey(method);
      }
      Node next = variable(segments[at]) ? any : fixed.get(segments[at]);
      return next != null && next.holds(segments, at + 1, method);
    }

    /** A fixed segment wins over a variable one; the other way is tried when it leads nowhere. */
    Node find(String[] segments, int at, Route.Method method, List<String> values) {
      if (at == segments.length) {
        return doors.containsKey(method) ? this : null;
      }
      Node next = fixed.get(segments[at]);
      Node found = next == null ? null : next.find(segments, at + 1, method, values);
      if (found == null && any != null) {
        values.add(segments[at]);
        found = any.find(segments, at + 1, method, values);
        if (found == null) {
          values.remove(values.size() - 1);
        }
      }
      return found;
    }
  }
}
