package org.opora.calendar.views.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.spi.AppointmentKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.calendar.views.persistence.EntryRow;
import org.opora.calendar.views.persistence.Extent;
import org.opora.calendar.views.persistence.Reached;
import org.opora.calendar.views.persistence.ViewQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of which appointments a viewer may know what they are, and which of them they may move. Asked of
 * all appointments of a page at once, by permission.
 */
record Sight(Access access, CaseFiles files, Kinds kinds) {
  private static final Logger LOG = LoggerFactory.getLogger(Sight.class);

  /**
   * Those of which the viewer may know what they are, each with those whom it is about as far as
   * the viewer reaches them; with nobody where it is about nobody.
   */
  Map<UUID, Set<Subject>> open(
      ViewQueries queries, Viewer viewer, Extent extent, List<EntryRow> rows) {
    Map<UUID, Set<Subject>> open = new HashMap<>();
    List<Reached> reached = new ArrayList<>();
    byScope(viewer, rows)
        .forEach((scope, asked) -> reached.addAll(queries.open(extent, scope, asked)));
    Set<UUID> ofNobody = ofNobody(queries, viewer, extent, rows);
    Set<CaseFileId> away = putAway(viewer, rows, reached, ofNobody);
    reached.stream()
        .filter(one -> one.file() == null || !away.contains(one.file()))
        .forEach(
            one ->
                open.computeIfAbsent(one.appointment(), key -> new LinkedHashSet<>())
                    .add(one.about()));
    rows.stream()
        .filter(row -> ofNobody.contains(row.id()))
        .filter(row -> row.file() == null || !away.contains(row.file()))
        .forEach(row -> open.put(row.id(), Set.of()));
    return open;
  }

  private static Set<UUID> ofNobody(
      ViewQueries queries, Viewer viewer, Extent extent, List<EntryRow> rows) {
    Set<String> asked =
        rows.stream()
            .filter(row -> row.subject() == null && viewer.may(row.permission()))
            .map(EntryRow::permission)
            .collect(Collectors.toCollection(TreeSet::new));
    Scope everything = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    return asked.isEmpty()
        ? Set.of()
        : new HashSet<>(queries.openOfNobody(extent, everything, asked));
  }

  /** Of the files in whose work these take place, those that lie in the archive. */
  private Set<CaseFileId> putAway(
      Viewer viewer, List<EntryRow> rows, List<Reached> reached, Set<UUID> ofNobody) {
    return files.putAway(
        viewer,
        Stream.concat(
                reached.stream().map(Reached::file),
                rows.stream().filter(row -> ofNobody.contains(row.id())).map(EntryRow::file))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
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

  /**
   * Keys of those that the viewer may move, as the bundles say that wrote them: each is asked once.
   *
   * @param open those of which the viewer may know what they are
   */
  Set<UUID> movable(Viewer viewer, List<EntryRow> rows, Collection<UUID> open) {
    Map<AppointmentKind, List<EntryRow>> asked = new HashMap<>();
    rows.stream()
        .filter(row -> open.contains(row.id()))
        .forEach(
            row ->
                kinds
                    .find(row.origin(), row.kind())
                    .filter(kind -> viewer.may(kind.permission()))
                    .ifPresent(
                        kind -> asked.computeIfAbsent(kind, key -> new ArrayList<>()).add(row)));
    Set<UUID> movable = new HashSet<>();
    asked.forEach(
        (kind, of) -> {
          Set<UUID> granted = granted(viewer, kind, of.stream().map(EntryRow::source).toList());
          of.stream()
              .filter(row -> granted.contains(row.source()))
              .forEach(row -> movable.add(row.id()));
        });
    return movable;
  }

  /** A bundle that cannot say it takes nobody the page: of its appointments none is moved then. */
  private static Set<UUID> granted(Viewer viewer, AppointmentKind kind, List<UUID> sources) {
    try {
      return kind.movable(viewer, sources);
    } catch (RuntimeException fault) {
      LOG.warn("{} cannot say which of its appointments are moved", kind.origin(), fault);
      return Set.of();
    }
  }
}
