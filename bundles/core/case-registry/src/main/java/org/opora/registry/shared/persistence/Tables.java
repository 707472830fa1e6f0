package org.opora.registry.shared.persistence;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What a room stores. A column that is named here counts wherever somebody asks what is known of a
 * person or written in a file; so a new room has to be told of in one place only.
 *
 * @param entities managed classes
 * @param people columns that hold the key of a person, as {@code TABLE.COLUMN}
 * @param files columns that hold the key of a case file or of a child's sub-file
 */
public record Tables(List<Class<?>> entities, List<String> people, List<String> files) {
  public Tables {
    entities = List.copyOf(entities);
    people = List.copyOf(people);
    files = List.copyOf(files);
  }

  /** The same of all these rooms, one after the other. */
  public static <T> List<T> of(Collection<Tables> rooms, Function<Tables, List<T>> part) {
    return rooms.stream().map(part).flatMap(List::stream).toList();
  }
}
