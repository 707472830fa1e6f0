package org.opora.supervisedcontacts.plans.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Standing;

class PlanFormTest {
  @Test
  void whoeverIsNamedKeepsTheLineOfTheForm() {
    Form form =
        new Form(
            "shell",
            Map.of(
                "name2", List.of("Jitka Malá"),
                "kin2", List.of(Kin.MOTHER),
                "name4", List.of("Radek Slavík"),
                "kin4", List.of(Kin.FATHER),
                "standing4", List.of("FORBIDDEN")));
    assertEquals(
        List.of(
            new Plans.Named(2, "Jitka Malá", Kin.MOTHER, Standing.ALLOWED),
            new Plans.Named(4, "Radek Slavík", Kin.FATHER, Standing.FORBIDDEN)),
        new PlanForm(form).named());
    assertTrue(form.valid());
  }
}
