package org.opora.registry.shared.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;

/**
 * A register whose rows are kept under case files, in the column {@code FILE}, as far as the viewer
 * may see those. A row without a file belongs to the colleagues it names and to whoever sees all.
 */
public final class UnderFiles {
  private final NewestFirst order;
  private final Scope scope;
  private final List<String> owners;

  /**
   * @param owners columns of the colleagues to whom a row without a file belongs; empty when every
   *     row has one
   */
  public UnderFiles(NewestFirst order, Scope scope, List<String> owners) {
    this.order = order;
    this.scope = scope;
    this.owners = List.copyOf(owners);
  }

  /**
   * @param which condition on the alias {@code t}
   * @param after cursor of the page before, or null
   */
  public Page<UUID> page(Clause which, String after, int limit) {
    return order.page(walks(which), after, limit);
  }

  /**
   * How many rows there are on all pages.
   *
   * @param which condition on the alias {@code t}
   */
  public long count(Clause which) {
    return order.count(walks(which));
  }

  private List<Clause> walks(Clause which) {
    List<Clause> walks = new ArrayList<>();
    if (scope.reach() == Reach.ALL) {
      walks.add(
          walk("SELECT " + order.what() + " FROM " + order.table(), which)
              .and(Clause.scope(scope, "t.FILE")));
    } else if (scope.reach() == Reach.OWN) {
      walks.add(
          // Somebody may be related to one file twice.
          walk(
                  "SELECT DISTINCT "
                      + order.what()
                      + " FROM ACCESS.RELATION r JOIN "
                      + order.table()
                      + " ON t.FILE = r.SUBJECT",
                  which)
              .and(Clause.scope(scope, "t.FILE")));
      for (String owner : owners) {
        walks.add(
            walk("SELECT " + order.what() + " FROM " + order.table(), which)
                .then(" AND t.FILE IS NULL AND t." + owner + " = ?", scope.staff().value()));
      }
    }
    return walks;
  }

  private static Clause walk(String from, Clause which) {
    return Clause.of(from + " WHERE ").then(which);
  }
}
