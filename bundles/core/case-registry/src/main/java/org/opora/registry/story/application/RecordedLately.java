package org.opora.registry.story.application;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.opora.api.evidence.Evidence.Recorded;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * Of whom something was recorded since the house was opened, as far back as it is worth knowing.
 */
final class RecordedLately {
  /** More than that is an import, or a night: then everything may as well be read anew. */
  private static final int MOST = 1_000;

  private final Deque<One> last = new ArrayDeque<>();
  private long number;

  private record One(Set<CaseFileId> files, Set<PersonId> people) {}

  /** After the commit: whoever is told of it must find it. */
  synchronized void add(Set<CaseFileId> files, Set<PersonId> people) {
    number++;
    last.addLast(new One(files, people));
    if (last.size() > MOST) {
      last.removeFirst();
    }
  }

  synchronized Recorded since(long earlier) {
    long wanted = number - earlier;
    if (wanted < 0 || wanted > last.size()) {
      return new Recorded(number, true, Set.of(), Set.of());
    }
    Set<CaseFileId> files = new HashSet<>();
    Set<PersonId> people = new HashSet<>();
    last.stream()
        .skip(last.size() - wanted)
        .forEach(
            one -> {
              files.addAll(one.files());
              people.addAll(one.people());
            });
    return new Recorded(number, false, files, people);
  }
}
