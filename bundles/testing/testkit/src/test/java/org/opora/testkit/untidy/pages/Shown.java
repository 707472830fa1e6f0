package org.opora.testkit.untidy.pages;

import org.opora.api.persistence.Transactions;

/** Sample of a page as the shell calls that room, which asks the tables as well. */
public record Shown(boolean open) {
  static Object of(Transactions tables) {
    return tables.read(em -> null);
  }
}
