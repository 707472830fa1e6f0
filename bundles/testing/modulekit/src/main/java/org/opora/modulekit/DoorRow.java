package org.opora.modulekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opora.access.domain.DefaultTable;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.web.spi.Route;

/**
 * The row of a door in the reviewed table of the doors, as long as nothing is special about it.
 *
 * @param reviewed all that follows from the route and its permission
 * @param about to whom belongs what is behind it
 */
record DoorRow(String reviewed, String about) {
  private static final String NOTHING = "-";
  private static final List<DataClass> OF_THE_HOUSE =
      List.of(DataClass.STAFF, DataClass.ADMINISTRATION, DataClass.AUDIT, DataClass.TECHNICAL);

  static DoorRow of(Route route, Permission permission) {
    List<String> cells = new ArrayList<>();
    cells.add(route.method().name());
    cells.add(route.pattern());
    cells.add(knocks(route));
    if (permission == null) {
      cells.addAll(List.of(NOTHING, NOTHING, everybody(route), NOTHING));
    } else {
      Map<String, Reach> reaches = DefaultTable.reviewed().of(permission);
      cells.addAll(
          List.of(
              permission.id(),
              permission.dataClass().name(),
              roles(reaches, Reach.ALL),
              roles(reaches, Reach.OWN)));
    }
    boolean family =
        permission != null
            && route.pattern().contains("{")
            && !OF_THE_HOUSE.contains(permission.dataClass());
    return new DoorRow("| " + String.join(" | ", cells) + " |", family ? "family" : "house");
  }

  /** As it is to be written. */
  String line() {
    return reviewed + " " + about + " |  |";
  }

  private static String knocks(Route route) {
    String who =
        switch (route.entry()) {
          case PUBLIC -> "public";
          case SIGNED_IN -> "signed-in";
          case OPERATOR -> "operator";
          case OPERATOR_SIGNED_IN -> "operator-signed-in";
        };
    return route.tablet() ? who + ", tablet" : who;
  }

  private static String everybody(Route route) {
    return switch (route.entry()) {
      case PUBLIC -> "anybody";
      case SIGNED_IN -> "everybody signed in";
      default -> "bin/opora";
    };
  }

  private static String roles(Map<String, Reach> reaches, Reach reach) {
    List<String> roles =
        DefaultTable.reviewed().roles().stream()
            .filter(role -> reaches.get(role) == reach)
            .toList();
    return roles.isEmpty() ? NOTHING : String.join(", ", roles);
  }
}
