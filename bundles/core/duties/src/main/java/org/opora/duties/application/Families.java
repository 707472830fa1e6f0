package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;

/**
 * Some families whose facts are read at once: those of a large centre would not fit into memory.
 */
record Families(
    Set<CaseFileId> files,
    List<CareFacts.InForce> agreements,
    List<CareFacts.Prepared> prepared,
    Lives lives) {
  private static final int AT_ONCE = 50;

  /** All of them, each once, in the order in which they are given; one part at least. */
  static List<Families> parts(
      Collection<CareFacts.InForce> agreements,
      Collection<CareFacts.Prepared> prepared,
      Lives lives) {
    Set<CaseFileId> all = new LinkedHashSet<>();
    agreements.forEach(one -> all.add(one.file()));
    prepared.forEach(one -> all.add(one.file()));
    lives.begun().forEach(one -> all.add(one.file()));
    List<CaseFileId> files = List.copyOf(all);
    List<Families> parts = new ArrayList<>();
    int from = 0;
    do {
      Set<CaseFileId> some =
          Set.copyOf(files.subList(from, Math.min(files.size(), from + AT_ONCE)));
      parts.add(
          new Families(
              some,
              in(some, agreements, CareFacts.InForce::file),
              in(some, prepared, CareFacts.Prepared::file),
              lives.in(some)));
      from += AT_ONCE;
    } while (from < files.size());
    return parts;
  }

  private static <T> List<T> in(
      Set<CaseFileId> files, Collection<T> all, Function<T, CaseFileId> file) {
    return all.stream().filter(one -> files.contains(file.apply(one))).toList();
  }
}
