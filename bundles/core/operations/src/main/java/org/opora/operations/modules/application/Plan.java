package org.opora.operations.modules.application;

import java.util.List;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/**
 * What a change would do, before it is done.
 *
 * @param from version that runs now, or null
 * @param to version that would run, or null for a removal
 * @param migrations file names of the migrations that would run
 * @param nothing whether nothing would change: the same bytes run already
 * @param problem why it cannot be done, or null
 */
public record Plan(
    Change change,
    String id,
    Title title,
    String from,
    String to,
    List<String> migrations,
    boolean nothing,
    Text problem) {
  public Plan {
    migrations = List.copyOf(migrations);
  }

  /** What is done to a module. */
  public enum Change {
    INSTALL,
    UPDATE,
    REMOVE
  }

  /** The same plan, found impossible. */
  Plan but(Text reason) {
    return new Plan(change, id, title, from, to, migrations, nothing, reason);
  }
}
