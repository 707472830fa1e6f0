package org.opora.supervisedcontacts.plans.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.web.ContactFields;

/** Reads the form of a plan. */
public final class PlanForm {
  private static final int FIRST_LINES = 4;
  private static final int MOST_LINES = 60;
  private static final int MOST_MINUTES = 10_000;
  private final Form form;
  private final ContactFields fields;

  public PlanForm(Form form) {
    this.form = form;
    this.fields = new ContactFields(form);
  }

  /** Numbers of the lines for people that the form has. */
  static List<Integer> lines(Form form, int first, int more) {
    Integer typed = form == null ? null : form.number("lines", 1, MOST_LINES);
    int lines = Math.min((typed == null ? first : typed) + more, MOST_LINES);
    return IntStream.rangeClosed(1, lines).boxed().toList();
  }

  public PlanTerms terms() {
    Integer minutes = form.number("minutes", 0, MOST_MINUTES);
    if (minutes == null) {
      form.error("minutes", "form.required");
    }
    return new PlanTerms(
        form.requiredChoice("basis", Basis.class),
        form.line("basisReference"),
        form.id("decision"),
        form.requiredDate("validFrom"),
        form.date("validUntil"),
        form.requiredChoice("form", ContactForm.class),
        form.number("everyWeeks", 1, 52),
        minutes == null ? 0 : minutes,
        new HashSet<>(form.all("places")),
        form.line("languages"),
        form.text("conditions", Plans.TEXT),
        form.date("reviewOn"));
  }

  /** The plan as it is typed for the first time. */
  public PlanChange first() {
    PlanTerms terms = terms();
    List<Plans.Named> named = named();
    if (named.isEmpty()) {
      form.error("name1", "form.required");
    }
    return PlanChange.first(terms, named, Because.typed(form));
  }

  /** What is to become of a plan that names these people. */
  public PlanChange change(List<PlanView.Person> people) {
    PlanTerms terms = terms();
    Map<PlanPersonId, Standing> standings = new HashMap<>();
    Map<PlanPersonId, Set<PersonId>> together = new HashMap<>();
    Map<PlanPersonId, PersonId> known = new HashMap<>();
    for (PlanView.Person person : people) {
      Standing standing = form.choice("standing-" + person.id(), Standing.class);
      if (standing != null) {
        standings.put(person.id(), standing);
      }
      together.put(person.id(), siblings("together-" + person.id()));
      UUID key = form.id("person-" + person.id());
      if (key != null) {
        known.put(person.id(), new PersonId(key));
      }
    }
    return new PlanChange(
        terms,
        standings,
        together,
        known,
        named(),
        Because.typed(form),
        form.text("releaseWhy", Plans.TEXT));
  }

  public List<Plans.Named> named() {
    List<Plans.Named> named = new ArrayList<>();
    for (int line : lines(form, FIRST_LINES, 0)) {
      String name = form.line("name" + line);
      UUID person = form.id("person" + line);
      if (name != null || person != null) {
        Standing standing = form.choice("standing" + line, Standing.class);
        named.add(
            new Plans.Named(
                line,
                person == null ? null : new PersonId(person),
                name,
                form.requiredLine("kin" + line),
                standing == null ? Standing.ALLOWED : standing,
                siblings("together" + line)));
      }
    }
    return named;
  }

  private Set<PersonId> siblings(String field) {
    return fields.keys(field, PersonId::new);
  }
}
