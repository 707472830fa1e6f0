package org.opora.supervisedcontacts.agreements.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Form;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.NewSignature;
import org.opora.supervisedcontacts.agreements.application.NewWording;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.Signer;

/** Reads the forms of agreements. */
record AgreementForm(Form form) {
  private static final String REFUSED = "REFUSED";

  NewWording wording() {
    return new NewWording(
        form.requiredDate("from"),
        form.date("until"),
        rules(Agreements.TEXT),
        form.text("view", Agreements.TEXT));
  }

  Map<RuleKind, String> rules(int longest) {
    Map<RuleKind, String> rules = new EnumMap<>(RuleKind.class);
    for (RuleKind kind : RuleKind.values()) {
      String words = form.text("rule-" + kind, longest);
      if (words != null) {
        rules.put(kind, words);
      }
    }
    return rules;
  }

  NewSignature signature() {
    UUID person = form.id("person");
    Integer wording = form.number("wording", 1, Integer.MAX_VALUE);
    String answer = form.requiredLine("answer");
    return new NewSignature(
        wording == null ? 0 : wording,
        form.requiredChoice("signer", Signer.class),
        person == null ? null : new PersonId(person),
        form.line("name"),
        form.requiredDate("on"),
        REFUSED.equals(answer),
        form.text("reason", Agreements.TEXT));
  }
}
