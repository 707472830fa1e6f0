package org.opora.registry.story.persistence;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * Which of the words typed leads the walk: the one with which the fewest words begin. Whoever
 * walked fifteen thousand given names to meet the few with a rare family name would wait. They are
 * counted up to a limit that grows only while none of them is rare, so that counting never takes
 * long.
 */
final class Leading {
  private static final List<Integer> LIMITS = List.of(64, 1024);
  private final EntityManager em;
  private final Collection<String> permissions;

  /**
   * @param permissions under which the walk leads through all there is
   */
  Leading(EntityManager em, Collection<String> permissions) {
    this.em = em;
    this.permissions = permissions;
  }

  /**
   * The same words, the leading one first; the longest, when none is rare.
   *
   * @param words folded, at least one
   * @param last the word at which the page before ended, whose order this one goes on with; null
   *     for the first page
   */
  List<String> order(List<String> words, String last) {
    List<String> sorted =
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .toList();
    List<String> able =
        sorted.stream().filter(word -> last == null || last.startsWith(word)).toList();
    List<String> ordered = new ArrayList<>(sorted);
    String first = able.size() == 1 ? able.get(0) : rarest(able.isEmpty() ? sorted : able);
    ordered.remove(first);
    ordered.add(0, first);
    return ordered;
  }

  private String rarest(List<String> words) {
    for (int limit : LIMITS) {
      int least = limit;
      String rarest = null;
      for (String word : words) {
        int count = count(word, least);
        if (count < least) {
          least = count;
          rarest = word;
        }
      }
      if (rarest != null) {
        return rarest;
      }
    }
    return words.get(0);
  }

  /** How many words begin so; the limit, when there are more. */
  private int count(String word, int limit) {
    int found = 0;
    for (String permission : permissions) {
      if (found < limit) {
        found +=
            Sql.query(
                    em,
                    Clause.of(
                            "SELECT COUNT(*) FROM (SELECT w.ID FROM "
                                + FindQueries.WORD
                                + " WHERE ")
                        .then(FindQueries.under(permission))
                        .and(FindQueries.range("w.WORD", word))
                        .then(" FETCH FIRST ? ROWS ONLY) x", limit - found),
                    row -> row.getInt(1))
                .get(0);
      }
    }
    return found;
  }
}
