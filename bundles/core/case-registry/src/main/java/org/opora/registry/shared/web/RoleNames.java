package org.opora.registry.shared.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Roles;
import org.opora.api.text.Messages;

/**
 * How roles are called: those of the house in every language, those of the centre as it wrote them.
 */
public record RoleNames(Roles roles, Messages messages) {
  /** Role to its name, in the order of a form, retired ones included. */
  public Map<String, String> in(Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    roles.named().forEach(role -> names.put(role.id(), name(role, locale)));
    return names;
  }

  /** The name of one of them. */
  public String name(Roles.Named role, Locale locale) {
    return role.wording() == null ? messages.text(locale, role.words()) : role.wording();
  }

  /** Several, in the order of a form. */
  public static List<String> of(Map<String, String> names, Collection<String> ids) {
    return names.entrySet().stream()
        .filter(one -> ids.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The same in one line. */
  public static String line(Map<String, String> names, Collection<String> ids) {
    return of(names, ids).stream().collect(Collectors.joining(", "));
  }
}
