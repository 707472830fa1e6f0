package org.opora.persistence.unit;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.persistence.Changes;

/** Counts the commits that wrote something, by the statements that they asked for. */
public final class Writes implements Changes {
  private static final String LOOKS = "SELECT";
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+([\\w.]+)", Pattern.CASE_INSENSITIVE);

  private final AtomicLong commits = new AtomicLong();
  private final Set<String> passing = ConcurrentHashMap.newKeySet();

  @Override
  public long number() {
    return commits.get();
  }

  /**
   * @param tables with their schema
   */
  public void pass(Set<String> tables) {
    tables.forEach(table -> passing.add(table.toUpperCase(Locale.ROOT)));
  }

  /** Whether what was kept may be wrong after this statement; after one of no known kind it may. */
  boolean count(String statement) {
    if (statement.regionMatches(true, 0, LOOKS, 0, LOOKS.length())) {
      return false;
    }
    Matcher table = TABLE.matcher(statement);
    return !table.lookingAt() || !passing.contains(table.group(1).toUpperCase(Locale.ROOT));
  }

  void committed() {
    commits.incrementAndGet();
  }
}
