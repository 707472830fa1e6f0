package org.opora.supervisedcontacts.contacts.application;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/**
 * What a contact goes against, and what somebody may go on against who says why.
 *
 * @param rule which one it is
 * @param text the sentence: what is so, and what to do
 */
public record Objection(Rule rule, Text text) {
  static Objection to(Rule rule) {
    return new Objection(rule, Text.of(SupervisedContactsModule.ORIGIN, rule.title() + ".against"));
  }

  /** Those of the second that the first did not have. */
  static List<Objection> beside(Collection<Objection> before, Collection<Objection> now) {
    Set<Rule> known = before.stream().map(Objection::rule).collect(Collectors.toSet());
    return now.stream().filter(one -> !known.contains(one.rule())).toList();
  }

  /** Rules of contacts that can be gone on against. */
  public enum Rule {
    /** The key worker of the family is to assist. */
    KEY_WORKER,
    /** In another form than the plan says. */
    FORM,
    /** At a place that the plan does not name. */
    PLACE,
    /** For longer than the plan says. */
    LONGER,
    /** Somebody may meet the children only when all of them are there. */
    TOGETHER;

    private String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By which the house counts it. */
    String id() {
      return SupervisedContactsModule.ID + "." + code();
    }

    /** Key of its title. */
    String title() {
      return "rule." + code();
    }
  }
}
