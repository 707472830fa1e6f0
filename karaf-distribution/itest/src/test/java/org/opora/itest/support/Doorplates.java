package org.opora.itest.support;

import java.util.List;

/** Says to which door of the reviewed table an action leads: two keys of it are one door. */
final class Doorplates {
  private final List<String> doors =
      DoorTable.reviewed().rows().stream()
          .map(DoorTable.Row::door)
          .filter(DoorTable.Door::changes)
          .map(DoorTable.Door::path)
          // A word comes before a key, as a letter does before a brace.
          .sorted()
          .toList();

  /** As the table writes it. */
  String of(String action) {
    return doors.stream()
        .filter(door -> opens(door, action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no door in the table for " + action));
  }

  private static boolean opens(String door, String action) {
    String[] said = door.split("/");
    String[] asked = action.replaceFirst("[?#].*", "").split("/");
    if (said.length != asked.length) {
      return false;
    }
    for (int part = 0; part < said.length; part++) {
      if (!said[part].startsWith("{") && !said[part].equals(asked[part])) {
        return false;
      }
    }
    return true;
  }
}
