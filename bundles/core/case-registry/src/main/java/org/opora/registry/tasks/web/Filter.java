package org.opora.registry.tasks.web;

import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Request;

/**
 * What the address asks for: keys and codes only.
 *
 * @param whose {@code mine}, {@code all}, or the key of a colleague
 * @param doer whose tasks; null for everybody's
 * @param done those that are done, or those that are open
 */
record Filter(String whose, StaffId doer, boolean done) {
  private static final String MINE = "mine";
  private static final String ALL = "all";

  static Filter of(Request request) {
    String asked = request.query("whose").orElse(MINE);
    boolean done = request.query("show").filter("done"::equals).isPresent();
    if (ALL.equals(asked)) {
      return new Filter(ALL, null, done);
    }
    Viewer viewer = request.viewer();
    return key(asked)
        .filter(colleague -> !colleague.equals(viewer.staff()))
        .map(colleague -> new Filter(asked, colleague, done))
        .orElseGet(() -> new Filter(MINE, viewer.staff(), done));
  }

  private static Optional<StaffId> key(String asked) {
    try {
      return Optional.of(new StaffId(UUID.fromString(asked)));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  boolean mine() {
    return MINE.equals(whose);
  }

  /** The address of the list that is shown. */
  String href() {
    return "/tasks?whose=" + whose + "&show=" + (done ? "done" : "open");
  }
}
