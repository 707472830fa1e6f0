package org.opora.itest.support;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of typing, in all houses together. */
public final class Typed {
  /** Shown, taken, and refused because of its words. */
  private static final Set<Integer> USUAL = Set.of(200, 303, 422);

  private final Map<At, Map<String, String>> faults = new TreeMap<>();
  private final Set<String> forms = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> taken = new TreeSet<>();
  private final Map<String, String> refusals = new TreeMap<>();
  private final Set<String> kept = new TreeSet<>();
  private final Set<String> shown = new TreeSet<>();
  private final Set<String> again = new TreeSet<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Map<String, Set<Integer>> statuses = new TreeMap<>();
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

  /** A word that was not read on this page until it was typed last of all. */
  synchronized void again(String place) {
    again.add(place);
  }

  /** On this page not even a plain word of this field is read any more. */
  synchronized void hidden(String place) {
    hidden.add(place);
  }

  synchronized void fault(At at, String place, String what) {
    faults.computeIfAbsent(at, first -> new TreeMap<>()).putIfAbsent(place, what);
  }

  /** What came of it with plain words. */
  synchronized void learned(String form, SentForm sent) {
    statuses.computeIfAbsent(form, first -> new TreeSet<>()).addAll(sent.statuses());
  }

  /** What came of it with hostile ones: it is answered as plain words were, or refused. */
  synchronized void sent(String form, SentForm sent) {
    Set<Integer> other = sent.statuses();
    other.removeAll(USUAL);
    other.removeAll(statuses.getOrDefault(form, Set.of()));
    if (!other.isEmpty()) {
      fault(At.FIELD, form, "is answered " + other);
    }
    if (sent.taken()) {
      taken.add(form);
    } else {
      refusals.put(form, sent.refusal());
    }
  }

  /** A field whose word was taken. */
  synchronized void kept(String field) {
    kept.add(field);
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

  /** Fields and pages where a word was read only when it was typed last of all. */
  public synchronized Set<String> again() {
    return new TreeSet<>(again);
  }

  /** Fields and pages that what came later has hidden. */
  public synchronized Set<String> hidden() {
    return new TreeSet<>(hidden);
  }

  public synchronized Set<String> forms() {
    return new TreeSet<>(forms);
  }

  public synchronized Set<String> parameters() {
    return new TreeSet<>(parameters);
  }

  /** Forms that were taken, if only without the words that they refuse. */
  public synchronized Set<String> taken() {
    return new TreeSet<>(taken);
  }

  /** Forms that were never taken, with what they said to it last. */
  public synchronized Map<String, String> neverTaken() {
    Map<String, String> never = new TreeMap<>(refusals);
    never.keySet().removeAll(taken);
    return never;
  }

  /** Fields whose words were taken, and stood on a page where they were looked for. */
  public synchronized Set<String> shown() {
    return new TreeSet<>(shown);
  }

  /** Fields whose words were taken, but no page was found on which they can be read. */
  public synchronized Set<String> neverShown() {
    Set<String> never = new TreeSet<>(kept);
    never.removeAll(shown);
    return never;
  }

  /** Forms that did not stand on their page when their turn came, and how often. */
  public synchronized Map<String, Integer> gone() {
    return new TreeMap<>(gone);
  }
}
