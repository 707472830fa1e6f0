package org.opora.access.audit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.opora.access.audit.AuditEvent.Outcome;
import org.opora.api.access.Subject;

/**
 * Counts what somebody should look at, while rows pass: refusals of one account, and the files that
 * one person opens. For one thread.
 */
final class Watch {
  /** So many refusals of one account within {@link #DENIALS_MILLIS} are told. */
  static final int DENIALS = 10;

  static final long DENIALS_MILLIS = 5 * 60_000L;

  /** So many files may anybody open within an hour. */
  static final int FILES = 15;

  /** Whoever has many families opens more: so many times as many as on their fullest day lately. */
  static final int PEAKS = 3;

  static final long FILES_MILLIS = 60 * 60_000L;

  /** A page about one thing names its file, and the others of a person at most. */
  private static final int ONE_THING = 3;

  /** Guesses of passwords and PINs count as refusals. */
  private static final Set<String> GUESSES = Set.of("access.sign-in-failed", "access.pin-failed");

  private final ToIntBiFunction<UUID, Long> usual;
  private final Map<UUID, Deque<Long>> denials = new HashMap<>();
  private final Map<UUID, Map<UUID, Long>> files = new HashMap<>();

  /** What is to be told. */
  enum Kind {
    DENIALS("access.alarm-denials"),
    FILES("access.alarm-files"),
    CHAIN("access.alarm-chain");

    private final String act;

    Kind(String act) {
      this.act = act;
    }

    /** What the trail says of it. */
    String act() {
      return act;
    }
  }

  /**
   * @param staff whose account; null when it is nobody's
   * @param at when it came so far, in milliseconds since 1970
   * @param figure how many refusals or files; of the chain, the first row that does not hold
   */
  record Finding(Kind kind, UUID staff, long at, long figure) {}

  /**
   * @param usual the most files that somebody opened in an hour, on one of the thirty days before
   */
  Watch(ToIntBiFunction<UUID, Long> usual) {
    this.usual = usual;
  }

  /** Null when there is nothing to tell. */
  Finding next(AuditEvent event) {
    if (event.staff() == null) {
      return null;
    }
    if (event.outcome() == Outcome.DENIED || GUESSES.contains(event.act())) {
      return denied(event);
    }
    return event.outcome() == Outcome.READ ? read(event) : null;
  }

  /** Files that this person has opened within the hour. */
  int opened(UUID staff) {
    return files.getOrDefault(staff, Map.of()).size();
  }

  private Finding denied(AuditEvent event) {
    Deque<Long> times = denials.computeIfAbsent(event.staff(), first -> new ArrayDeque<>());
    times.addLast(event.happened());
    forget(times, event.happened() - DENIALS_MILLIS);
    return times.size() >= DENIALS
        ? new Finding(Kind.DENIALS, event.staff(), event.happened(), times.size())
        : null;
  }

  /** A list shows many files and opens none: only doors with a key in their address count. */
  private Finding read(AuditEvent event) {
    List<UUID> opened =
        event.subjects().stream()
            .filter(subject -> subject.kind() == Subject.Kind.CASE_FILE)
            .map(Subject::id)
            .distinct()
            .toList();
    if (opened.isEmpty() || opened.size() > ONE_THING || event.act().indexOf('{') < 0) {
      return null;
    }
    Map<UUID, Long> window = files.computeIfAbsent(event.staff(), first -> new LinkedHashMap<>());
    for (UUID file : opened) {
      // Taken out first, so that the longest ago stands first.
      window.remove(file);
      window.put(file, event.happened());
    }
    forget(window.values(), event.happened() - FILES_MILLIS);
    int most = Math.max(FILES, PEAKS * usual.applyAsInt(event.staff(), event.happened()));
    return window.size() > most
        ? new Finding(Kind.FILES, event.staff(), event.happened(), window.size())
        : null;
  }

  /** From the oldest on as far as needed: a long hour must not cost more with every row of it. */
  private static void forget(Collection<Long> times, long before) {
    Iterator<Long> oldest = times.iterator();
    while (oldest.hasNext() && oldest.next() <= before) {
      oldest.remove();
    }
  }
}
