package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.StaffId;
import org.opora.registry.importing.domain.Folded;
import org.opora.registry.staff.domain.StaffMember;

/** Finds members of staff by their names, titles aside. */
final class StaffNames {
  private final EntityManager em;

  StaffNames(EntityManager em) {
    this.em = em;
  }

  /** Null when nobody is called so. */
  StaffId find(String name) {
    List<StaffMember> all =
        em.createQuery("SELECT s FROM StaffMember s ORDER BY s.id", StaffMember.class)
            .getResultList();
    for (StaffMember member : all) {
      if (member.name().equals(name)) {
        return new StaffId(member.id());
      }
    }
    String bare = bare(name);
    return all.stream()
        .filter(member -> bare(member.name()).equals(bare))
        .findFirst()
        .map(member -> new StaffId(member.id()))
        .orElse(null);
  }

  StaffId add(String name) {
    UUID id = StaffId.next().value();
    em.persist(new StaffMember(id, name));
    em.flush();
    return new StaffId(id);
  }

  static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /**
   * Words of the name without titles: those have a full stop inside or at the end, or stand behind
   * a comma.
   */
  private static String bare(String name) {
    String before = name.contains(",") ? name.substring(0, name.indexOf(',')) : name;
    String bare =
        Arrays.stream(before.split("\\s+"))
            .filter(word -> !word.contains("."))
            .map(Folded::of)
            .sorted()
            .collect(Collectors.joining(" "));
    return bare.isEmpty() ? Folded.of(name) : bare;
  }
}
