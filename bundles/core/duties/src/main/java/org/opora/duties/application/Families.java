package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;

/**
 * Some families whose facts are read at once: those of a large centre would not fit into memory.
 */
record Families(
    Set<CaseFileId> files,
    List<CareFacts.InForce> agreements,
    List<CareFacts.Prepared> prepared,
    List<CareFacts.Recorded> recorded,
    Lives lives) {
  private static final int AT_ONCE = 100;

  /** All of them, each once, in the order in which they are given. */
  static List<Families> parts(Collection<Household> households, Lives lives) {
    List<Household> all = List.copyOf(households);
    List<Families> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(of(all.subList(from, Math.min(all.size(), from + AT_ONCE)), lives));
    }
    return parts;
  }

  /** Nobody: what is left is the house itself. */
  static Families none(Lives lives) {
    return of(List.of(), lives);
  }

  private static Families of(List<Household> some, Lives lives) {
    Set<CaseFileId> files = some.stream().map(Household::file).collect(Collectors.toSet());
    return new Families(
        files,
        some.stream().flatMap(one -> one.agreements().stream()).toList(),
        some.stream().flatMap(one -> one.prepared().stream()).toList(),
        some.stream().flatMap(one -> one.recorded().stream()).toList(),
        lives.in(files));
  }
}
