package org.opora.supervisedcontacts.plans.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opora.api.overrides.Because;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;

/** Reads the form of a plan. */
public final class PlanForm {
  /** Lines for people on the form. */
  public static final List<Integer> LINES = List.of(1, 2, 3, 4);

  private static final int LONGEST_TEXT = 4000;
  private final Form form;

  public PlanForm(Form form) {
    this.form = form;
  }

  public PlanTerms terms() {
    Integer minutes = form.number("minutes", 10, 720);
    if (minutes == null) {
      form.error("minutes", "form.required");
    }
    return new PlanTerms(
        form.requiredChoice("basis", Basis.class),
        form.line("basisReference"),
        form.requiredDate("validFrom"),
        form.date("validUntil"),
        form.requiredChoice("form", ContactForm.class),
        form.number("everyWeeks", 1, 52),
        minutes == null ? 0 : minutes,
        form.text("conditions", LONGEST_TEXT));
  }

  /** Why the plan goes beyond what the court decided; null when nothing is given. */
  public Because because() {
    return Because.typed(form);
  }

  public List<Plans.Named> named() {
    List<Plans.Named> named = new ArrayList<>();
    for (int line : LINES) {
      String name = form.line("name" + line);
      if (name != null) {
        String kin = form.requiredLine("kin" + line);
        Standing standing = form.choice("standing" + line, Standing.class);
        named.add(new Plans.Named(line, name, kin, standing == null ? Standing.ALLOWED : standing));
      }
    }
    return named;
  }

  /** What people whom the plan names already may from now on. */
  public Map<PlanPersonId, Standing> standings(List<PlanView.Person> people) {
    Map<PlanPersonId, Standing> standings = new HashMap<>();
    for (PlanView.Person person : people) {
      Standing standing = form.choice("standing-" + person.id(), Standing.class);
      if (standing != null) {
        standings.put(person.id(), standing);
      }
    }
    return standings;
  }
}
