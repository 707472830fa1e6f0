package org.opora.documents.templates.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields that a template may name. Whoever fills it has a value for each of them. */
public interface Catalogue {
  /** Names of what is there once. */
  Set<String> fields();

  /** Names of lists with their columns; a template names a column as {@code list.column}. */
  Map<String, Set<String>> lists();

  /** Every name as a template writes it. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>(fields());
    lists().forEach((list, columns) -> columns.forEach(column -> names.add(list + "." + column)));
    return names;
  }

  /** The list that the name is a column of; null when it is none. */
  default String listOf(String name) {
    return lists().entrySet().stream()
        .filter(one -> name.startsWith(one.getKey() + "."))
        .filter(one -> one.getValue().contains(name.substring(one.getKey().length() + 1)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
