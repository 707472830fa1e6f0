package org.opora.calendar.views.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.calendar.views.persistence.EntryRow;
import org.opora.calendar.views.persistence.Extent;
import org.opora.calendar.views.persistence.ViewQueries;

/**
 * Of which appointments a viewer may know what they are, and which of them they may move. Asked of
 * all appointments of a page at once, by permission.
 */
record Sight(Access access, Kinds kinds) {

  /** Keys of those of which the viewer may know what they are. */
  Set<UUID> open(ViewQueries queries, Viewer viewer, Extent extent, List<EntryRow> rows) {
    Set<UUID> open = new HashSet<>();
    byScope(viewer, rows)
        .forEach((scope, asked) -> open.addAll(queries.open(extent, scope, asked)));
    Set<String> ofNobody =
        rows.stream()
            .filter(row -> row.subject() == null && viewer.may(row.permission()))
            .map(EntryRow::permission)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!ofNobody.isEmpty()) {
      Scope everything = new Scope(Reach.ALL, viewer.staff(), viewer.today());
      open.addAll(queries.openOfNobody(extent, everything, ofNobody));
    }
    return open;
  }

  /** Permissions that reach equally far are asked for together. */
  private Map<Scope, Set<String>> byScope(Viewer viewer, List<EntryRow> rows) {
    Map<Scope, Set<String>> asked = new HashMap<>();
    rows.stream()
        .filter(row -> row.subject() != null)
        .map(EntryRow::permission)
        .distinct()
        .filter(viewer::may)
        .forEach(
            permission ->
                asked
                    .computeIfAbsent(access.scope(viewer, permission), key -> new TreeSet<>())
                    .add(permission));
    return asked;
  }

  /** Keys of those that the viewer may move; what they may not know is not among them. */
  Set<UUID> movable(
      ViewQueries queries,
      Viewer viewer,
      Extent extent,
      List<EntryRow> rows,
      Collection<UUID> open) {
    Set<UUID> movable = new HashSet<>();
    for (AppointmentKind kind : kindsOf(viewer, rows)) {
      Scope scope = access.scope(viewer, kind.permission());
      movable.addAll(queries.ofKind(extent, scope, kind.origin(), kind.kind()));
      rows.stream()
          .filter(row -> row.subject() == null && row.origin().equals(kind.origin()))
          .filter(row -> row.kind().equals(kind.kind()))
          .forEach(row -> movable.add(row.id()));
    }
    movable.retainAll(open);
    return movable;
  }

  private List<AppointmentKind> kindsOf(Viewer viewer, List<EntryRow> rows) {
    return rows.stream()
        .map(row -> kinds.find(row.origin(), row.kind()))
        .flatMap(Optional::stream)
        .filter(kind -> viewer.may(kind.permission()))
        .distinct()
        .toList();
  }
}
