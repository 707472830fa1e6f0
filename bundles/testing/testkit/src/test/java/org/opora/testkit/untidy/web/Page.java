package org.opora.testkit.untidy.web;

import jakarta.servlet.http.HttpServletRequest;
import org.opora.api.persistence.Transactions;

/** Sample of a page that asks the container for a session, and the tables for what it shows. */
public record Page(boolean open) {
  static Object of(HttpServletRequest request, Transactions tables) {
    return tables.read(em -> request.getSession(true));
  }
}
