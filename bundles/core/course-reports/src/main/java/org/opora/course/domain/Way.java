package org.opora.course.domain;

import java.util.Map;
import java.util.Set;
import org.opora.api.reports.CourseReports.State;

/** From which state a report goes to which. */
public final class Way {
  private static final Map<State, Set<State>> ON =
      Map.of(
          State.DRAFT, Set.of(State.STATEMENT, State.WITHDRAWN),
          State.STATEMENT, Set.of(State.DRAFT, State.APPROVED, State.WITHDRAWN),
          State.APPROVED, Set.of(State.DRAFT, State.LOCKED, State.WITHDRAWN),
          State.LOCKED, Set.of(),
          State.WITHDRAWN, Set.of());

  private Way() {}

  public static boolean leads(State from, State to) {
    return ON.get(from).contains(to);
  }
}
