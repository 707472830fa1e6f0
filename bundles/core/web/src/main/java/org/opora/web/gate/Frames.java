package org.opora.web.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.web.pages.Menu;
import org.opora.web.rendering.Frame;
import org.opora.web.texts.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the frame of a page. */
final class Frames {
  private static final Logger LOG = LoggerFactory.getLogger(Frames.class);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 2_000;

  private final Services services;
  private final Doors doors;
  private final Menu menu;
  private final Notices notices;
  private final Clock clock;
  private final Words words;
  private final Map<StaffId, Count> counts = new ConcurrentHashMap<>();

  Frames(Services services, Doors doors, Menu menu, Notices notices, Clock clock) {
    this.services = services;
    this.doors = doors;
    this.menu = menu;
    this.notices = notices;
    this.clock = clock;
    this.words = doors.words();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), words.written().zone());
  }

  Frame of(GateRequest request) {
    Viewer viewer = request.visitor().confined() ? null : request.visitor().viewer();
    Centre centre = services.centre();
    return new Frame(
        () ->
            viewer == null
                ? List.of()
                : menu.sections(viewer, request.path(), words, request.locale()),
        () -> notice(request),
        () -> viewer == null ? null : unread(viewer, request.path()),
        viewer != null && searchable(viewer),
        centre == null ? "" : centre.name(),
        request.locale().getLanguage(),
        doors.shell().files());
  }

  /** After how long without anything done the page covers itself; null when it never does. */
  Long lockSeconds(GateRequest request) {
    return request.visitor().viewer() == null || request.visitor().confined()
        ? null
        : services.sessions().locksAfter().toSeconds();
  }

  /**
   * Where one is again after choosing a language: this page with its filters. What answers a posted
   * form may have no page of its own; then it is the nearest page above it.
   */
  String returnTo(GateRequest request) {
    String path = request.path();
    if (!request.http().getMethod().equals("POST")) {
      String query = request.http().getQueryString();
      return query == null ? path : path + "?" + query;
    }
    while (path.length() > 1 && doors.table().find(Route.Method.GET, path) == null) {
      path = path.substring(0, Math.max(path.lastIndexOf('/'), 1));
    }
    return path;
  }

  /**
   * Whether what the page is about is open to the viewer in an emergency alone: something that its
   * path names, or everything that it shows of it. A list of everything is about nothing of the
   * kind, and a drawer beside what is shown says nothing: no relation opens one.
   */
  boolean readsOnly(GateRequest request) {
    Viewer viewer = request.visitor().viewer();
    Access access = services.access();
    Set<UUID> named = request.named().keySet();
    if (viewer == null || access == null || named.isEmpty()) {
      return false;
    }
    Set<UUID> shown =
        request.shown().stream()
            .filter(subject -> subject.kind() != Subject.Kind.DRAWER)
            .map(Subject::id)
            .collect(Collectors.toSet());
    Set<UUID> asked = new HashSet<>(named);
    asked.addAll(shown);
    Set<UUID> lent = access.lent(viewer, asked);
    return named.stream().anyMatch(lent::contains) || !shown.isEmpty() && lent.containsAll(shown);
  }

  private String notice(GateRequest request) {
    Text text = notices.take(request.visitor().token());
    return text == null ? null : words.say(request.locale(), text);
  }

  private boolean searchable(Viewer viewer) {
    RouteTable.Match match = doors.table().find(Route.Method.POST, "/search");
    String permission = match == null ? null : match.door().route().permission();
    return match != null && (permission == null || viewer.may(permission));
  }

  /**
   * Counted at most every few seconds, because it stands on every page; at once where messages are
   * read.
   */
  private Long unread(Viewer viewer, String path) {
    Inbox inbox = services.inbox();
    if (inbox == null) {
      return null;
    }
    Instant now = clock.instant();
    Count count = counts.get(viewer.staff());
    if (count == null || count.at().plus(FRESH).isBefore(now) || path.startsWith("/inbox")) {
      if (counts.size() >= MOST) {
        counts.clear();
      }
      count = new Count(count(inbox, viewer), now);
      counts.put(viewer.staff(), count);
    }
    return count.unread();
  }

  /** A page must not fail because of its bell. */
  private static long count(Inbox inbox, Viewer viewer) {
    try {
      return inbox.unread(viewer);
    } catch (RuntimeException unavailable) {
      LOG.warn("The inbox cannot be counted: {}", unavailable.getClass().getName());
      return 0;
    }
  }

  private record Count(long unread, Instant at) {}
}
