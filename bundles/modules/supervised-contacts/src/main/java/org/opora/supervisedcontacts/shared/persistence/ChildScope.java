package org.opora.supervisedcontacts.shared.persistence;

import org.opora.api.access.Reach;
import org.opora.api.access.Scope;

/** What a list of rows about a child in a family shows to whom. */
public final class ChildScope {
  private ChildScope() {}

  /**
   * The scope by the child's sub-file, and no wall at the family's file or at the child, under
   * whichever key: the same that is decided for a single one.
   */
  public static String where(Scope scope, String alias) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return scope.where(alias, "childFile")
        + " AND "
        + walls.where(alias, "caseFile")
        + " AND "
        + walls.where(alias, "child");
  }
}
