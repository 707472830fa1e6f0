package org.opora.itest.support;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of typing, in all houses together. */
public final class Typed {
  private final Map<At, Map<String, String>> faults = new TreeMap<>();
  private final Set<String> forms = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> shown = new TreeSet<>();
  private final Map<String, Integer> gone = new TreeMap<>();

  /** Where it went wrong. */
  public enum At {
    FIELD,
    PARAMETER,
    VIEW,
    LOG
  }

  synchronized void found(Set<String> someForms, Set<String> someParameters) {
    forms.addAll(someForms);
    parameters.addAll(someParameters);
  }

  synchronized void fault(At at, String place, String what) {
    faults.computeIfAbsent(at, first -> new TreeMap<>()).putIfAbsent(place, what);
  }

  synchronized void shown(String field) {
    shown.add(field);
  }

  synchronized void gone(String form) {
    gone.merge(form, 1, Integer::sum);
  }

  public synchronized Map<String, String> faults(At at) {
    return new TreeMap<>(faults.getOrDefault(at, Map.of()));
  }

  public synchronized Set<String> forms() {
    return new TreeSet<>(forms);
  }

  public synchronized Set<String> parameters() {
    return new TreeSet<>(parameters);
  }

  /** Fields whose words stood on the page that their form led to. */
  public synchronized Set<String> shown() {
    return new TreeSet<>(shown);
  }

  /** Forms that did not stand on their page when their turn came, and how often. */
  public synchronized Map<String, Integer> gone() {
    return new TreeMap<>(gone);
  }
}
