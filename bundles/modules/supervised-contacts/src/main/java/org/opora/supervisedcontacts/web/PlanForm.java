package org.opora.supervisedcontacts.web;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.application.Plans;
import org.opora.supervisedcontacts.domain.Basis;
import org.opora.supervisedcontacts.domain.ContactForm;
import org.opora.supervisedcontacts.domain.Kin;
import org.opora.supervisedcontacts.domain.PlanTerms;
import org.opora.supervisedcontacts.domain.Standing;

/** Reads the form of a plan. */
final class PlanForm {
  /** Lines for people on the form. */
  static final int PEOPLE = 4;

  private static final int LONGEST_TEXT = 4000;
  private final Form form;

  PlanForm(Form form) {
    this.form = form;
  }

  PlanTerms terms() {
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

  List<Plans.Named> named() {
    List<Plans.Named> named = new ArrayList<>();
    for (int line = 1; line <= PEOPLE; line++) {
      String name = form.line("name" + line);
      if (name != null) {
        Kin kin = form.requiredChoice("kin" + line, Kin.class);
        Standing standing = form.choice("standing" + line, Standing.class);
        named.add(new Plans.Named(name, kin, standing == null ? Standing.ALLOWED : standing));
      }
    }
    return named;
  }
}
