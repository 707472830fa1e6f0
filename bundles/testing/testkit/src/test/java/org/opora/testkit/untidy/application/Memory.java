package org.opora.testkit.untidy.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sample of a class that remembers, and of a use case that asks the tables itself. */
public final class Memory {
  private static final Map<String, String> SEEN = new HashMap<>();
  private static final String[] NAMES = {"one"};
  private static int counted;

  private Memory() {}

  static List<?> asked(EntityManager em) {
    counted++;
    SEEN.put(NAMES[0], String.valueOf(counted));
    return em.createQuery("SELECT d FROM Day d").getResultList();
  }
}
