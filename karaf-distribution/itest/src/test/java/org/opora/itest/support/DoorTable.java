package org.opora.itest.support;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reviewed table of the doors of the house, and the doors that there are. */
public final class DoorTable {
  /** Where it stands in the repository. */
  public static final Path TABLE = Path.of("../../docs/doors.md");

  private static final String FAMILY = "family";
  private static final String NOTHING = "-";
  private static final List<String> OF_THE_HOUSE =
      List.of("STAFF", "ADMINISTRATION", "AUDIT", "TECHNICAL");

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private DoorTable(List<String> lines) {
    boolean head = true;
    for (String line : lines) {
      if (line.startsWith("| GET ") || line.startsWith("| POST ")) {
        Row row = Row.read(line);
        if (rows.put(row.door().name(), row) != null) {
          throw new AssertionError("two rows for " + row.door().name());
        }
        head = false;
      }
    }
    if (head) {
      throw new AssertionError("no row in " + TABLE);
    }
  }

  public static DoorTable reviewed() {
    try {
      return new DoorTable(Files.readAllLines(TABLE));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Every door of the running house, by name. */
  public static Map<String, Door> running(String json) {
    Map<String, Door> doors = new TreeMap<>();
    for (JsonElement one : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("doors")) {
      JsonObject said = one.getAsJsonObject();
      JsonElement permission = said.get("permission");
      Door door =
          new Door(
              said.get("method").getAsString(),
              said.get("path").getAsString(),
              said.get("entry").getAsString(),
              permission == null || permission.isJsonNull() ? null : permission.getAsString());
      doors.put(door.name(), door);
    }
    return doors;
  }

  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  public Optional<Row> row(Door door) {
    return Optional.ofNullable(rows.get(door.name()));
  }

  /**
   * A door of the house.
   *
   * @param knocks who may knock at all: public, signed-in, operator, operator-signed-in
   * @param permission null when none is needed
   */
  public record Door(String method, String path, String knocks, String permission) {
    public String name() {
      return method + " " + path;
    }

    public boolean changes() {
      return method.equals("POST");
    }

    public boolean ofMachine() {
      return knocks.startsWith("operator");
    }
  }

  /**
   * A row of the table.
   *
   * @param dataClass of the permission
   * @param all roles that come in everywhere, except behind a wall
   * @param own roles that come in where a relation holds
   * @param about family: what is behind it belongs to one; house: it does not
   * @param otherwise status by who comes, where it is another one than follows from the rest
   */
  public record Row(
      Door door,
      String dataClass,
      String all,
      String own,
      String about,
      Map<String, Integer> otherwise) {

    /** What a row for this door says when nothing is special about it. */
    public static Row of(Door door, DefaultRoles roles) {
      String permission = door.permission();
      boolean family =
          permission != null
              && door.path().contains("{")
              && !OF_THE_HOUSE.contains(roles.dataClass(permission));
      return new Row(
          door,
          permission == null ? NOTHING : roles.dataClass(permission),
          permission == null ? everybody(door) : said(roles.with(permission, "all")),
          permission == null ? NOTHING : said(roles.with(permission, "own")),
          family ? FAMILY : "house",
          Map.of());
    }

    private static String everybody(Door door) {
      return switch (door.knocks()) {
        case "public" -> "anybody";
        case "signed-in" -> "everybody signed in";
        default -> "bin/opora";
      };
    }

    private static String said(List<String> roles) {
      return roles.isEmpty() ? NOTHING : String.join(", ", roles);
    }

    static Row read(String line) {
      List<String> cells = DefaultRoles.cells(line);
      Map<String, Integer> otherwise = new TreeMap<>();
      for (String one : cells.get(8).split(",")) {
        if (one.contains("=")) {
          String[] parts = one.strip().split("=");
          otherwise.put(parts[0], Integer.valueOf(parts[1]));
        }
      }
      String permission = cells.get(3).equals(NOTHING) ? null : cells.get(3);
      return new Row(
          new Door(cells.get(0), cells.get(1), cells.get(2), permission),
          cells.get(4),
          cells.get(5),
          cells.get(6),
          cells.get(7),
          otherwise);
    }

    public boolean ofFamily() {
      return about.equals(FAMILY);
    }

    /** The same row as this door and these roles have it. */
    public Row asRunning(Door running, DefaultRoles roles) {
      Row plain = of(running, roles);
      return new Row(running, plain.dataClass, plain.all, plain.own, about, otherwise);
    }

    /** As it stands in the table. */
    public String line() {
      List<String> cells = new ArrayList<>();
      cells.add(door.method());
      cells.add(door.path());
      cells.add(door.knocks());
      cells.add(door.permission() == null ? NOTHING : door.permission());
      cells.add(dataClass);
      cells.add(all);
      cells.add(own);
      cells.add(about);
      cells.add(
          otherwise.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining(", ")));
      return "| " + String.join(" | ", cells) + " |";
    }
  }
}
